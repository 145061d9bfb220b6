import { delay } from 'msw'
import { setupWorker } from 'msw/browser'
import { messengerHandlers } from '../mocks/messenger/index.ts'
import { intercomAssetHandlers, intercomHandlers } from '../mocks/msw.ts'
import { openStreamsInPage, routeHandlers } from './routes.ts'
import { world } from './world.ts'

let started: Promise<ReturnType<typeof setupWorker>> | undefined

/**
 * Starts MSW once per page, for the app's routes, Intercom's API and the Messenger's script. Storybook may prepare
 * several stories at once, and MSW must not start twice.
 */
export function startWorker() {
  started ??= (async () => {
    const worker = setupWorker(
      ...routeHandlers,
      ...intercomHandlers({
        handle: async (request: Request) => {
          if (world.delay > 0) await delay(world.delay)
          return world.intercom.handle(request)
        },
      }),
      ...intercomAssetHandlers(),
      ...messengerHandlers(() => world.messenger),
    )
    openStreamsInPage()
    await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url: './mockServiceWorker.js' } })
    return worker
  })()
  return started
}

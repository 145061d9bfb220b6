import { delay } from 'msw'
import { setupWorker } from 'msw/browser'
import { messengerHandlers } from '../mocks/messenger/index.ts'
import { intercomAssetHandlers, intercomHandlers } from '../mocks/msw.ts'
import { routeHandlers } from './routes.ts'
import { world } from './world.ts'

let started: Promise<ReturnType<typeof setupWorker>> | undefined

/**
 * Starts the two doors, once a page: one runs the app's own routes, the other answers as Intercom, and serves the
 * Messenger's script. Storybook may ask for several stories at the same time, and MSW must not be started twice.
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
    await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url: './mockServiceWorker.js' } })
    return worker
  })()
  return started
}

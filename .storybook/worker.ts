import { setupWorker } from 'msw/browser'
import { messengerHandlers } from '../mocks/messenger/index.ts'
import { intercomAssetHandlers } from '../mocks/msw.ts'
import { answerInPage, routeHandlers } from './routes.ts'
import { world } from './world.ts'

let started: Promise<ReturnType<typeof setupWorker>> | undefined

/**
 * Starts MSW once per page, for the app's routes, the pictures of Intercom's data and the Messenger's script. Intercom's
 * API is answered in the page. Storybook may prepare several stories at once, and MSW must not start twice.
 */
export function startWorker() {
  started ??= (async () => {
    answerInPage()
    const worker = setupWorker(...routeHandlers, ...intercomAssetHandlers(), ...messengerHandlers(() => world.messenger))
    await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url: './mockServiceWorker.js' } })
    return worker
  })()
  return started
}

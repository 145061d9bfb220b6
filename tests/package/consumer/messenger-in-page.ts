import { createMessengerMock, messengerHandlers } from 'intercom-v0-kit/mocks'
import { setupWorker } from 'msw/browser'

export const messenger = createMessengerMock()
await setupWorker(...messengerHandlers(() => messenger)).start()

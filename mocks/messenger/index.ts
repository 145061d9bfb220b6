/** A mocked Messenger: `window.Intercom` with its queue, sessions and callbacks, and a small panel. */
export { createMessengerMock } from './messenger.ts'
export type { MessengerMock } from './messenger.ts'
export { messengerHandlers } from './msw.ts'
export { messengerScript, WIDGET_ORIGIN } from './script.ts'
export type * from './types.ts'

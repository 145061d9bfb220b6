/**
 * The Messenger, simulated: `window.Intercom` with its queue, its sessions and its callbacks, and a small panel to look
 * at. It knows Intercom, and nothing of the components.
 */
export { createMessengerMock } from './messenger.ts'
export type { MessengerMock } from './messenger.ts'
export { messengerHandlers } from './msw.ts'
export { messengerScript, WIDGET_ORIGIN } from './script.ts'
export type * from './types.ts'

import { report } from './report.ts'
import type { EventMetadata, IntercomActions, IntercomCallbacks } from './types.ts'

/** The calls of the JavaScript API, by their names there. */
const methods = [
  'boot', 'shutdown', 'update', 'ready', 'show', 'hide', 'showSpace', 'showMessages', 'showNewMessage',
  'startConversation', 'showArticle', 'showNews', 'showTicket', 'showConversation', 'startTour', 'startSurvey',
  'startChecklist', 'hideNotifications', 'trackEvent', 'getVisitorId', 'whoami', 'setAuthTokens',
] as const satisfies (keyof IntercomActions)[]

/** What the store does for the calls. */
export interface ActionTargets {
  /** Passes a call on, now or once the Messenger is there. */
  call: (method: string, ...args: unknown[]) => unknown
  load: () => void
  /** Adds a listener; gives what removes it. */
  listen: (callbacks: IntercomCallbacks) => () => void
}

/**
 * Makes the functions of the JavaScript API, once: they are the same at every render.
 *
 * @param targets what they are made of
 */
export function createActions({ call, load, listen }: ActionTargets): IntercomActions {
  const actions = Object.fromEntries(
    methods.map((method) => [method, (...args: unknown[]) => call(method, ...args)]),
  ) as unknown as Pick<IntercomActions, (typeof methods)[number]>

  return {
    ...actions,
    load,
    trackEvent(...event: [name: string, metadata?: EventMetadata]) {
      report('event', { name: event[0], metadata: event[1] })
      actions.trackEvent(...event)
    },
    updateUser: actions.update,
    showChat: actions.show,
    hideChat: actions.hide,
    onShow: (onShow) => listen({ onShow }),
    onHide: (onHide) => listen({ onHide }),
    onUnreadCountChange: (onUnreadCountChange) => listen({ onUnreadCountChange }),
    onUserEmailSupplied: (onUserEmailSupplied) => listen({ onUserEmailSupplied }),
  }
}

/**
 * Intercom's Messenger: the provider, the hooks, and the store behind them. The store queues calls until the Messenger has
 * loaded, and survives StrictMode and remounts.
 */
export type { IntercomUser } from './attributes.ts'
export { clearDiagnoses, diagnose } from './diagnostics.ts'
export { IntercomProvider, type IntercomProviderProps } from './intercom-provider.tsx'
export { IntercomSession, type SignOut, type SignOutFailure, useSignOut, useSignOutFailure } from './intercom-session.tsx'
export { getFallbackHref, getHelpFailure, type HelpFallback } from './help-fallback.ts'
export { getMessengerWindow } from './script-loader.ts'
export { type FoundTrouble, messengerTroubles, type TroubleCode } from './troubles.ts'
export type { BlockedReason, IntercomSpace, IntercomStatus, LoadPolicy } from './types.ts'
export { useDismissal } from './use-dismissal.ts'
export { type Help, type HelpRequest, type HelpState, type HelpViewProps, useHelp } from './use-help.ts'
export { useHelpTrigger } from './use-help-trigger.ts'
export { useIntercom } from './use-intercom.ts'
export { useIsTyping } from './use-is-typing.ts'
export { useMessengerTroubles } from './use-messenger-troubles.ts'
export { usePopover } from './use-popover.ts'
export { useTrackEvent } from './use-track-event.ts'
export { useUnreadText } from './use-unread-text.ts'
export { setBasePath } from '../shared/api-client.ts'

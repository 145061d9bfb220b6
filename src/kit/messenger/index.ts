/** Provider and hooks for Intercom's Messenger. Calls are queued until the Messenger has loaded. */
export { clearDiagnoses, diagnose } from './diagnostics.ts'
export { type HelpForm, useFormFallback, useHelpForm } from './help-form.ts'
export {
  IntercomProvider, type IntercomProviderProps, IntercomSession, type SignOut, type SignOutFailure, useSignOut,
  useSignOutFailure,
} from './intercom-provider.tsx'
export { getMessengerWindow } from './script-loader.ts'
export { type FoundTrouble, messengerTroubles, type TroubleCode } from './troubles.ts'
export type { BlockedReason, MessengerInsets, IntercomStatus, IntercomUser, LoadPolicy } from './types.ts'
export { useDismissal } from './use-dismissal.ts'
export {
  getFallbackHref, getHelpFailure, type Help, type HelpFallback, type HelpFallbackLink, type HelpRequest, type HelpState,
  type HelpViewProps, useHelp,
  useHelpTrigger, useUnreadText,
} from './use-help.ts'
export { useIntercom } from './use-intercom.ts'
export { useIsTyping } from './use-is-typing.ts'
export { useMessengerTroubles } from './use-messenger-troubles.ts'
export { usePopover } from './use-popover.ts'
export { useTrackEvent } from './use-track-event.ts'
export { useUnreadBadge, type UnreadBadgeOptions, useUnreadCount } from './use-unread-badge.ts'
export { setBasePath } from '../shared/api-client.ts'

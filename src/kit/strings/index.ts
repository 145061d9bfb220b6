/** English strings, and formatting with `Intl`. Translations are at `intercom-v0-kit/strings/de`, `/ar` and `/ja`. */
export { type FileKind, getFileKind, formatFileSize, getFileType, isPicture } from './attachment-format.ts'
export { type AuthorRole, getAuthorName, getAuthorRole, getAuthorRoleKey, isolateDirection } from './author-name.ts'
export { type ErrorReason, getFailureReason, getErrorCode, getErrorReason, mayHaveSucceeded } from './failure-reason.ts'
export { formatAttributeLabel, formatAttributeValue, type AttributeValue, formatLocation, formatMoney } from './format-contact.ts'
export type { StringsProps, StringTable, Translator } from './format-string.ts'
export {
  getDayKey, formatAhead, formatDate, formatDateTime, formatDay, formatDuration, formatMinutes, formatRelativeTime, formatShortDateTime,
  formatTime, type TimeFormat,
} from './format-time.ts'
export { getInitials } from './initials.ts'
export {
  HydrationClock, type HydrationClockProps, isRightToLeft, LocaleProvider, StringsProvider, type StringsProviderProps, useLazyStrings, useLocale, useStrings, useNow,
  useIsClockFrozen,
} from './locale-provider.tsx'
export {
  accountSettingsStrings, appShellStrings, fieldStatusStrings, notificationPreferencesStrings,
  subscriptionPanelStrings,
} from './tables/account.ts'
export { actionToastStrings, actionStrings, type ActionStringKey } from './tables/actions.ts'
export { bulkBarStrings } from './tables/bulk.ts'
export { composerStrings, findListStrings, messageComposerStrings } from './tables/composer.ts'
export { channelStrings, conversationDetailsStrings } from './tables/details.ts'
export { copyButtonStrings, customerCardStrings } from './tables/customer.ts'
export {
  assignDialogStrings, idlePaneStrings, keyboardHelpStrings, snoozeDialogStrings, tagsDialogStrings,
} from './tables/dialogs.ts'
export { replyFinderStrings } from './tables/finder.ts'
export { inboxFilterStrings } from './tables/filter.ts'
export { actionFailureStrings, failureReasonStrings } from './tables/failures.ts'
export { errorStateStrings, statusBadgeStrings, waitingRingStrings } from './tables/inbox.ts'
export { conversationListStrings } from './tables/list.ts'
export {
  chatBannerStrings, helpButtonStrings, intercomDoctorStrings, unreadBadgeStrings,
} from './tables/messenger.ts'
export { connectionStatusStrings, lazyPartStrings, toasterStrings } from './tables/page.ts'
export { mySupportStrings, newMessageStrings, supportFormStrings } from './tables/support-form.ts'
export { inboxToolbarStrings, supportInboxStrings } from './tables/support-inbox.ts'
export { contactNotesStrings, customerTimelineStrings } from './tables/timeline.ts'
export {
  columnHandlesStrings, conversationActionsStrings, conversationThreadStrings, richTextStrings, type ThreadTranslator,
} from './tables/thread.ts'
export { type EventKind, describeThreadEvent } from './thread-event-text.ts'
export { cleanText } from '../shared/clean-text.ts'

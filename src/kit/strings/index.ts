/**
 * UI text: English strings of every component, `LocaleProvider` for other languages, time zones and clocks, and formatting
 * with `Intl`. German, Arabic and Japanese are at `intercom-v0-kit/strings/de`, `/ar` and `/ja`.
 */
export { type FileKind, fileKind, fileSize, fileType, isPicture } from './attachment-format.ts'
export { type AuthorRole, authorName, authorRole, authorRoleWords, isolate } from './author-name.ts'
export { type ErrorReason, failureReason, getErrorCode, getErrorReason, mayBeDone } from './failure-reason.ts'
export { attributeLabel, attributeText, type AttributeValue, locationText, moneyText } from './format-contact.ts'
export type { MessageTable, Translate } from './format-message.ts'
export {
  dayKey, formatAhead, formatDate, formatDateTime, formatDay, formatDuration, formatRelativeTime, formatShortDateTime,
  formatTime, type TimeFormat,
} from './format-time.ts'
export { initials } from './initials.ts'
export {
  isRightToLeft, LocaleProvider, MessagesProvider, type MessagesProviderProps, useLateMessages, useLocale, useMessages, useNow,
  useStoppedClock,
} from './locale-provider.tsx'
export {
  accountSettingsMessages, appShellMessages, fieldStatusMessages, notificationPreferencesMessages,
  subscriptionPanelMessages,
} from './tables/account.ts'
export {
  actionToastMessages, actionWords, bulkBarMessages, type DoneWord,
} from './tables/actions.ts'
export { composerWords, findListMessages, messageComposerMessages } from './tables/composer.ts'
export { copyButtonMessages, customerCardMessages } from './tables/customer.ts'
export {
  assignDialogMessages, keyboardHelpMessages, snoozeDialogMessages, tagsDialogMessages,
} from './tables/dialogs.ts'
export { actionFailureMessages, failureReasonMessages } from './tables/failures.ts'
export {
  conversationListMessages, errorStateMessages, inboxToolbarMessages, statusBadgeMessages, supportInboxMessages,
} from './tables/inbox.ts'
export {
  chatBannerMessages, helpButtonMessages, intercomDoctorMessages, unreadBadgeMessages,
} from './tables/messenger.ts'
export { connectionStatusMessages, lazyPartMessages, toasterMessages } from './tables/page.ts'
export {
  columnHandlesMessages, conversationActionsMessages, conversationThreadMessages, richTextMessages, type ThreadWords,
} from './tables/thread.ts'
export { type EventKind, eventText } from './thread-event-text.ts'
export { cleanText } from '../shared/clean-text.ts'

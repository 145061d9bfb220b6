export { fileKind, fileSize, fileType, isPicture } from './attachment-format.ts'
export { authorName, authorRole, authorRoleWords, isolate } from './author-name.ts'
export { failureReason, mayBeDone } from './failure-reason.ts'
export { attributeLabel, attributeText, type AttributeValue, locationText, moneyText } from './format-contact.ts'
export type { MessageTable, Translate } from './format-message.ts'
export {
  dayKey,
  formatAhead,
  formatDate,
  formatDateTime,
  formatDay,
  formatDuration,
  formatRelativeTime,
  formatShortDateTime,
  formatTime,
  type TimeFormat,
} from './format-time.ts'
export { initials } from './initials.ts'
export { LocaleProvider, useLateMessages, useLocale, useMessages, useNow, useStoppedClock } from './locale-provider.tsx'
export { de } from './locales/de.ts'
export { accountSettingsMessages } from './tables/account-settings.ts'
export { actionFailureMessages } from './tables/action-failures.ts'
export { actionToastMessages, actionWords, type DoneWord } from './tables/action-toasts.ts'
export { appShellMessages } from './tables/app-shell.ts'
export { assignDialogMessages } from './tables/assign-dialog.ts'
export { bulkBarMessages } from './tables/bulk-bar.ts'
export { chatBannerMessages } from './tables/chat-banner.ts'
export { connectionStatusMessages } from './tables/connection-status.ts'
export { conversationActionsMessages } from './tables/conversation-actions.ts'
export { conversationListMessages } from './tables/conversation-list.ts'
export { conversationThreadMessages, type ThreadWords } from './tables/conversation-thread.ts'
export { copyButtonMessages } from './tables/copy-button.ts'
export { customerCardMessages } from './tables/customer-card.ts'
export { errorStateMessages } from './tables/error-state.ts'
export { failureReasonMessages } from './tables/failure-reason.ts'
export { fieldStatusMessages } from './tables/field-status.ts'
export { findListMessages } from './tables/find-list.ts'
export { helpButtonMessages } from './tables/help-button.ts'
export { inboxToolbarMessages } from './tables/inbox-toolbar.ts'
export { intercomDoctorMessages } from './tables/intercom-doctor.ts'
export { keyboardHelpMessages } from './tables/keyboard-help.ts'
export { lazyPartMessages } from './tables/lazy-part.ts'
export { composerWords, messageComposerMessages } from './tables/message-composer.ts'
export { notificationPreferencesMessages } from './tables/notification-preferences.ts'
export { richTextMessages } from './tables/rich-text.ts'
export { snoozeDialogMessages } from './tables/snooze-dialog.ts'
export { statusBadgeMessages } from './tables/status-badge.ts'
export { subscriptionPanelMessages } from './tables/subscription-panel.ts'
export { supportInboxMessages } from './tables/support-inbox.ts'
export { tagsDialogMessages } from './tables/tags-dialog.ts'
export { toasterMessages } from './tables/toaster.ts'
export { unreadBadgeMessages } from './tables/unread-badge.ts'
export { type EventKind, eventText } from './thread-event-text.ts'
export { cleanBody, cleanText } from '../shared/clean-text.ts'
export { type ErrorReason, getErrorCode, getErrorReason } from './error-reason.ts'

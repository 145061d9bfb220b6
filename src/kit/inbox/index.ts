export {
  type Assignee, type Assignment, type AssignOption, getAssignedOptionIds, getAssignOptions, toAssignment,
} from './actions/assign-options.ts'
export { type Toast, toasts } from './actions/toasts.ts'
export {
  type ConversationActionsHandle, type ConversationDialog, useConversationControls,
} from './actions/use-conversation-controls.ts'
export { useSnoozeForm } from './actions/use-snooze-form.ts'
export { useTagChoices } from './actions/use-tag-choices.ts'
export { useToaster, useToastTimer } from './actions/use-toaster.ts'
export { useToldActions } from './actions/use-told-actions.ts'
export { type CheckedFiles, checkFiles } from './composer/attachment-checks.ts'
export { type Draft, drafts, type MessageMode } from './composer/drafts.ts'
export { partOf } from './composer/outbox-message.ts'
export type { Delivery, OutboxMessage } from './composer/outbox.ts'
export { fillReply, type SavedReply } from './composer/saved-replies.ts'
export { useDraft } from './composer/use-draft.ts'
export { useGrowingField } from './composer/use-growing-field.ts'
export { useIsOnline } from './composer/use-is-online.ts'
export { useSendMessage } from './composer/use-send-message.ts'
export { getAgo, getAttributeRows, getCompanyFacts, splitEmail } from './customer/customer-text.ts'
export { useCopy } from './customer/use-copy.ts'
export { useCustomerConversations } from './customer/use-customer-conversations.ts'
export { useAdmins } from './data/use-admins.ts'
export { useContact } from './data/use-contact.ts'
export { useConversationCounts } from './data/use-conversation-counts.ts'
export { useConversation } from './data/use-conversation.ts'
export { type ConversationsFilter, useConversations } from './data/use-conversations.ts'
export { type ErrorDetails, useErrorDetails } from './data/use-error-details.ts'
export { useTags } from './data/use-tags.ts'
export { OptionalImage } from './optional-image.tsx'
export { FocusReturn } from './focus-return.tsx'
export { InboxCommandsContext, useInboxCommands, useProvideCommands } from './keyboard/inbox-commands.ts'
export { toKeyCaps } from './keyboard/key-caps.ts'
export {
  type CommandId, type KeyBinding, keymap, type KeymapOverrides, toAriaKeyShortcuts,
} from './keyboard/keymap.ts'
export { type Inbox, InboxContext, useInbox, useInboxState } from './keyboard/use-inbox.ts'
export { lazyPart, useWanted } from './lazy-part.tsx'
export { type ConversationStatus, conversationStatus } from './list/conversation-status.ts'
export { type FindOption, findOptions } from './list/filter-options.ts'
export { type FilterField, getFilterFields, withField } from './list/filter-fields.ts'
export { type FilterChoices, filterNames, withoutPart } from './list/inbox-filter-names.ts'
export {
  clearedFilter,
  countParts,
  defaultInboxFilter,
  fromSearchParams,
  type InboxFilter,
  isNarrowed,
  MAX_SEARCH_LENGTH,
  toQuery,
  toSearchParams,
} from './list/inbox-filter.ts'
export {
  type ConversationListKind, useConversationList, useLoadedAnnouncement,
} from './list/use-conversation-list.ts'
export {
  type ConversationListHandle, type ConversationRowsOptions, RowHandlersContext, useConversationRows, useRowHandlers,
} from './list/use-conversation-rows.ts'
export { type RowText, useRowText } from './list/use-row-text.ts'
export { VirtualRows } from './list/virtual-rows.tsx'
export { useFilterChoices } from './list/use-filter-choices.ts'
export { useSearchField } from './list/use-search-field.ts'
export { useFocusGuard } from './list/use-focus-guard.ts'
export type { LiveState } from './live/live-connection.ts'
export { useConnectionState, useLiveUpdates } from './live/use-live-updates.ts'
export { firstUnread, groupParts, type ThreadBlock, type ThreadRow } from './thread/group-parts.ts'
export { keepBlocks } from './thread/keep-blocks.ts'
export { isBy, writtenAfter } from './thread/new-parts.ts'
export { assigneeName, assigneeOf, type Teammates } from './thread/teammates.ts'
export { useThreadScroll } from './thread/use-thread-scroll.ts'
export { RequestError, type RequestErrorCode } from '../shared/api-client.ts'
export { messageText } from '../shared/message-html.ts'
export { useLatest } from '../shared/use-latest.ts'
export { useUnsavedWarning } from '../shared/use-unsaved-warning.ts'
export { MAX_FILES, MAX_FILES_BYTES, MAX_MESSAGE } from '../contracts/attachment-limits.ts'

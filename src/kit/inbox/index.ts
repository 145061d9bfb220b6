/**
 * The support inbox without its looks: data hooks, optimistic actions with undo, live updates, drafts and outbox, keyboard
 * commands, and the behaviour of lists, threads and dialogs.
 */
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
export { type Draft, drafts, type MessageMode } from './composer/drafts.ts'
export type { Delivery, OutboxMessage } from './composer/outbox.ts'
export type { SavedReply } from './composer/saved-replies.ts'
export { type ComposerForm, type ComposerFormOptions, useComposerForm } from './composer/use-composer-form.ts'
export { type ComposerData, type ComposerOptions, useComposer, useIsOnline } from './composer/use-composer.ts'
export { useDraft } from './composer/use-draft.ts'
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
export { FocusReturn } from './focus-return.tsx'
export { InboxCommandsContext, useInboxCommands, useProvideCommands } from './keyboard/inbox-commands.ts'
export { toKeyCaps } from './keyboard/key-caps.ts'
export {
  type CommandId, type KeyBinding, keymap, type KeymapOverrides, toAriaKeyShortcuts,
} from './keyboard/keymap.ts'
export { type Inbox, InboxContext, useInbox, useInboxState } from './keyboard/use-inbox.ts'
export { useIsShown } from './keyboard/use-is-shown.ts'
export { lazyPart, useWanted } from './lazy-part.tsx'
export { type ConversationStatus, conversationStatus } from './list/conversation-status.ts'
export { type FilterField, getFilterFields, withField } from './list/filter-fields.ts'
export { type FilterChoices, filterNames, withoutPart } from './list/inbox-filter-names.ts'
export {
  clearedFilter, countParts, defaultInboxFilter, fromSearchParams, type InboxFilter, isNarrowed, toQuery, toSearchParams,
} from './list/inbox-filter.ts'
export {
  type ConversationListKind, useConversationList, useLoadedAnnouncement,
} from './list/use-conversation-list.ts'
export {
  type ConversationListHandle, type ConversationRowsOptions, RowHandlersContext, useConversationRows, useRowHandlers,
} from './list/use-conversation-rows.ts'
export { useFilterChoices } from './list/use-filter-choices.ts'
export { matchesQuery } from './list/matches-query.ts'
export { useFocusGuard } from './list/use-focus-guard.ts'
export { type RowText, useRowText } from './list/use-row-text.ts'
export { useSearchField } from './list/use-search-field.ts'
export { VirtualRows } from './list/virtual-rows.tsx'
export type { LiveState } from './live/live-connection.ts'
export { useConnectionTrouble } from './live/use-connection-trouble.ts'
export { useConnectionState, useLiveUpdates } from './live/use-live-updates.ts'
export { OptionalImage } from './optional-image.tsx'
export {
  type AttachmentDescription, describeAttachments, describeMessage, measureBody, type MessageDescription,
} from './thread/describe-message.ts'
export type { EventRow, MessageRow, ThreadBlock, ThreadRow } from './thread/group-parts.ts'
export { getAssignee, getStatusTime } from './thread/header-text.ts'
export { assigneeName, type Teammates } from './thread/teammates.ts'
export { useNewMessageAnnouncement, useSentAnnouncement } from './thread/use-announcements.ts'
export { useDelivery } from './thread/use-delivery.ts'
export { type ImageOnDemand, type ImageOnDemandOptions, useImageOnDemand } from './thread/use-image-on-demand.ts'
export { useOverflow } from './thread/use-overflow.ts'
export { type ThreadLogOptions, type ThreadLogState, useThreadLog } from './thread/use-thread-log.ts'
export { type ThreadData, useThread } from './thread/use-thread.ts'
export { RequestError, type RequestErrorCode } from '../shared/api-client.ts'
export { MAX_FILES, MAX_FILES_BYTES, MAX_MESSAGE } from '../contracts/attachment-limits.ts'
export { setBasePath } from '../shared/api-client.ts'

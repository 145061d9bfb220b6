/** The inbox without its look: data, optimistic actions, live updates, drafts, outbox, keyboard, lists, threads and dialogs. */
export {
  type Assignee, type Assignment, type AssignOption, getAssignedOptionIds, getAssignOptions, toAssignment,
} from './actions/assign-options.ts'
export { type Toast, toasts, useToasts } from './actions/toasts.ts'
export { type ConversationDialog, useConversationControls } from './actions/use-conversation-controls.ts'
export { useSnoozeForm } from './actions/use-snooze-form.ts'
export { useTagChoices } from './actions/use-tag-choices.ts'
export { useToaster, useToastExit, useToastTimer } from './actions/use-toaster.ts'
export { useConversationActions } from './actions/use-conversation-actions.ts'
export { type Draft, drafts, type MessageMode, useDraft } from './composer/drafts.ts'
export type { Delivery, OutboxMessage } from './composer/outbox.ts'
export { type ComposerForm, type ComposerFormOptions, type FinderState, type SavedReply, useComposerForm } from './composer/use-composer-form.ts'
export { type ComposerData, type ComposerOptions, useComposer, useIsOnline } from './composer/use-composer.ts'
export {
  type FoundArticle, fillReply, type MissingPart, type PlaceholderValues, type ReplyFinder, useReplyFinder,
} from './composer/reply-finder.ts'
export type { NewConversationState } from './composer/new-conversation-store.ts'
export {
  type NewConversationForm, type NewConversationHookOptions, type NewConversationProblem, type NewMessageOptions, useNewConversation,
  useNewMessage,
} from './composer/use-new-conversation.ts'
export { useSendMessage } from './composer/use-send-message.ts'
export { getAgo, getAttributeRows, getCompanyFacts, splitEmail } from './customer/customer-text.ts'
export { describeValue, getEntryKey, groupByDay, type TimelineDay } from './customer/timeline-text.ts'
export { useCopy } from './customer/use-copy.ts'
export { useCustomerConversations } from './customer/use-customer-conversations.ts'
export { getContactValues, toAttributeField, toContactDetail, useSaveContact, withContactValues } from './customer/use-contact-changes.ts'
export { type ContactNotesData, useContactNotes } from './customer/use-contact-notes.ts'
export { type CustomerTimelineData, useCustomerTimeline } from './customer/use-customer-timeline.ts'
export { type ConversationsFilter, useConversations } from './data/use-conversations.ts'
export { InboxDataProvider, type InboxDataProviderProps } from './data/inbox-data-provider.tsx'
export { type DetailAttribute, getDetailAttributes, parseAttribute } from './details/detail-attributes.ts'
export { type ConversationDetailsData, useConversationDetails } from './details/use-conversation-details.ts'
export { useErrorDetails } from './data/use-error-details.ts'
export {
  useAdmins, useContact, useContacts, useConversation, useConversationCounts, useFilterChoices, useTags,
} from './data/use-resource.ts'
export { FocusReturn } from './focus-return.tsx'
export { InboxCommandsContext, useInboxCommands, useProvideCommands } from './keyboard/inbox-commands.ts'
export {
  type CommandId, type KeyBinding, keymap, type KeymapOverrides, isApple, toAriaKeyShortcuts, toKeyCaps,
} from './keyboard/keymap.ts'
export { type Inbox, InboxContext, useInbox, useInboxState, useIsShown, useSessionKey } from './keyboard/use-inbox.ts'

export { lazyPart, type LazyPartProps, useWanted } from './lazy-part.tsx'
export { type ActiveRow, useActiveRow } from './list/use-active-row.ts'
export { type FilterChoices, type FilterField, getFilterNames, getFilterFields, withField, clearFilterPart } from './list/filter-fields.ts'
export {
  clearFilter, countParts, defaultInboxFilter, fromSearchParams, type InboxFilter, isNarrowed, toQuery, toSearchParams,
} from '../shared/inbox-filter.ts'
export {
  type ConversationListKind, useConversationList, useLoadedAnnouncement,
} from './list/use-conversation-list.ts'
export {
  type ConversationListHandle, type ConversationRowsOptions, RowHandlersContext, useConversationRows, useRowHandlers,
} from './list/use-conversation-rows.ts'

export { matchesQuery } from '../shared/matches-query.ts'
export { useFocusGuard } from './list/use-focus-guard.ts'
export { type RowText, useRowText } from './list/use-row-text.ts'
export { needsReply, useGroups } from './list/queue.ts'
export { type DaySummary, getPulse, type Pulse, summarizeDay } from './list/queue-figures.ts'
export { useSeenConversations } from './list/use-seen-conversations.ts'
export { useSearchField } from './list/use-search-field.ts'
export { useTouchGestures } from './list/use-touch-gestures.ts'
export { VirtualRows } from './list/virtual-rows.tsx'
export {
  type ConversationStatus, defaultReplyTargets, formatWaiting, getConversationStatus, getReplyTarget, getWaiting, type ReplyTargets,
  type Waiting,
} from './list/waiting.ts'
export type { LiveState } from './live/live-connection.ts'
export { useConnectionTrouble } from './live/use-connection-trouble.ts'
export { useConnectionState, useLiveUpdates } from './live/use-live-updates.ts'
export { OptionalImage } from './optional-image.tsx'
export {
  type AttachmentDescription, describeAttachments, describeMessage, measureBody, type MessageDescription,
} from './thread/describe-message.ts'
export type { EventRow, MessageRow, ThreadBlock, ThreadRow } from './thread/group-parts.ts'
export { describeWaiting, getAssignee, getStatusTime } from './thread/header-text.ts'
export { getAssigneeName, type Teammates } from './thread/teammates.ts'
export { useNewMessageAnnouncement, useSentAnnouncement } from './thread/use-announcements.ts'
export { type ImageOnDemandOptions, useImageOnDemand } from './thread/use-image-on-demand.ts'
export { useOverflow } from './thread/use-overflow.ts'
export { type ThreadLogOptions, type ThreadLogState, useThreadLog } from './thread/use-thread-log.ts'
export { type ThreadData, useDelivery, useThread } from './thread/use-thread.ts'
export { RequestError, type RequestErrorCode } from '../shared/api-client.ts'
export { MAX_FILES, MAX_FILES_BYTES, MAX_MESSAGE, MAX_SUBJECT } from '../contracts/attachment-limits.ts'
export { setBasePath } from '../shared/api-client.ts'
export { useMediaQuery } from '../shared/use-media-query.ts'
export type { InboxData } from '../shared/inbox-data.ts'

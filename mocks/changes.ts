/**
 * What happens to a conversation when somebody writes, closes, snoozes, opens or assigns: the API and the mocked data
 * both go through here, so that states, waiting times and statistics always belong together.
 */
import { authorOf, buildPart, buildSource, buildConversation, contactReference } from './data/build-conversations.ts'
import type {
  Admin, Author, Contact, Conversation, ConversationPart, ConversationSource, ConversationStatistics, Reference,
  Timestamp,
} from './types.ts'
import { type Workspace, nextId } from './workspace.ts'

/** What a part may carry besides its author, its time and its type. */
export type PartContent = Partial<Pick<
  ConversationPart,
  | 'body' | 'attachments' | 'metadata' | 'assigned_to' | 'event_details' | 'redacted' | 'email_message_metadata'
  | 'external_id' | 'app_package_code'
>>

function statisticsOf(conversation: Conversation): ConversationStatistics {
  conversation.statistics ??= {
    type: 'conversation_statistics',
    count_reopens: 0,
    count_assignments: 0,
    count_conversation_parts: 1,
  }
  return conversation.statistics
}

/**
 * Appends a part of any type without any other effect.
 * @param at When, in Unix seconds.
 */
export function appendPart(
  workspace: Workspace, conversation: Conversation, partType: string, author: Author, at: Timestamp,
  content: PartContent = {},
): ConversationPart {
  const part = buildPart({
    body: null,
    ...content,
    id: nextId(workspace, 'part'),
    part_type: partType,
    author,
    created_at: at,
    state: conversation.state,
  })
  const list = conversation.conversation_parts
  list.conversation_parts.push(part)
  list.total_count = list.conversation_parts.length
  statisticsOf(conversation).count_conversation_parts = list.total_count + 1
  conversation.updated_at = Math.max(conversation.updated_at, at)
  return part
}

function setState(conversation: Conversation, state: Conversation['state']): void {
  if (conversation.state === 'closed' && state !== 'closed') statisticsOf(conversation).count_reopens += 1
  conversation.state = state
  conversation.open = state !== 'closed'
  if (state !== 'snoozed') conversation.snoozed_until = null
}

/** What a new conversation starts with. */
export interface Opening {
  /** The customer it is with. */
  contact: Contact
  /** Who writes first, where it is not the customer. */
  author?: Author
  /** HTML. */
  body: string
  /** When, in Unix seconds. */
  at: Timestamp
  title?: string | null
  source?: Partial<Omit<ConversationSource, 'author' | 'body'>>
}

/** Starts a conversation and puts it into the workspace. */
export function startConversation(workspace: Workspace, opening: Opening): Conversation {
  const { contact, at } = opening
  const author = opening.author ?? authorOf(contact)
  const byContact = opening.author === undefined
  const conversation = buildConversation({
    id: nextId(workspace, 'conversation'),
    title: opening.title ?? null,
    created_at: at,
    waiting_since: byContact ? at : null,
    read: !byContact,
    source: buildSource({
      delivered_as: byContact ? 'customer_initiated' : 'admin_initiated',
      url: byContact ? 'https://app.tidewater.example/dashboards' : null,
      ...opening.source,
      id: nextId(workspace, 'source'),
      body: opening.body,
      author,
    }),
    contacts: { type: 'contact.list', contacts: [contactReference(contact)] },
  })
  const statistics = statisticsOf(conversation)
  if (byContact) {
    conversation.first_contact_reply = {
      created_at: at, type: conversation.source.type, url: conversation.source.url,
    }
    statistics.first_contact_reply_at = at
    statistics.last_contact_reply_at = at
    contact.last_replied_at = at
  } else {
    statistics.last_admin_reply_at = at
    contact.last_contacted_at = at
  }
  workspace.conversations.push(conversation)
  return conversation
}

/** The customer writes: whatever was closed or snoozed is open again, and the customer waits. */
export function replyAsContact(
  workspace: Workspace, conversation: Conversation, contact: Contact, at: Timestamp, content: PartContent,
): ConversationPart {
  const reopens = conversation.state !== 'open'
  setState(conversation, 'open')
  conversation.read = false
  conversation.waiting_since ??= at
  conversation.first_contact_reply ??= { created_at: at, type: conversation.source.type, url: null }
  contact.last_replied_at = at
  const statistics = statisticsOf(conversation)
  statistics.first_contact_reply_at ??= at
  statistics.last_contact_reply_at = at
  return appendPart(workspace, conversation, reopens ? 'open' : 'comment', authorOf(contact), at, content)
}

/**
 * A teammate answers: nobody waits any more. A closed conversation stays closed, as in Intercom's own examples.
 * @param partType `comment`, or `quick_reply` for answers to choose from.
 */
export function replyAsAdmin(
  workspace: Workspace, conversation: Conversation, admin: Admin, at: Timestamp, content: PartContent,
  partType: 'comment' | 'quick_reply' = 'comment',
): ConversationPart {
  answered(workspace, conversation, at)
  addTeammate(conversation, admin)
  return appendPart(workspace, conversation, partType, authorOf(admin), at, content)
}

function answered(workspace: Workspace, conversation: Conversation, at: Timestamp): void {
  const statistics = statisticsOf(conversation)
  const waited = at - (conversation.waiting_since ?? at)
  statistics.first_admin_reply_at ??= at
  statistics.time_to_admin_reply ??= at - conversation.created_at
  statistics.median_time_to_reply ??= waited
  statistics.last_admin_reply_at = at
  conversation.waiting_since = null
  conversation.read = true
  const contact = workspace.contacts.find(({ id }) => id === conversation.contacts.contacts[0]?.id)
  if (contact) contact.last_contacted_at = at
}

function addTeammate(conversation: Conversation, admin: Admin): void {
  conversation.teammates ??= { type: 'admin.list', teammates: [] }
  const { teammates } = conversation.teammates
  if (!teammates.some(({ id }) => id === admin.id)) teammates.push({ type: 'admin', id: admin.id })
}

/** Intercom's bot answers. For Intercom the customer still waits for a teammate. */
export function replyAsBot(
  workspace: Workspace, conversation: Conversation, at: Timestamp, content: PartContent,
): ConversationPart {
  conversation.ai_agent_participated = true
  conversation.ai_agent ??= {
    source_type: 'workflow',
    source_title: 'Answer with Fin',
    last_answer_type: 'ai_answer',
    resolution_state: 'abandoned',
    rating: null,
    rating_remark: null,
    created_at: at,
    updated_at: at,
    content_sources: { type: 'content_source.list', total_count: 0, content_sources: [] },
  }
  conversation.ai_agent.updated_at = at
  return appendPart(workspace, conversation, 'comment', workspace.bot, at, content)
}

/** A teammate leaves a note that the customer never sees. Nothing else changes. */
export function addNote(
  workspace: Workspace, conversation: Conversation, admin: Admin, at: Timestamp, content: PartContent,
): ConversationPart {
  return appendPart(workspace, conversation, 'note', authorOf(admin), at, content)
}

/** Closes a conversation, with a last message or without. */
export function closeConversation(
  workspace: Workspace, conversation: Conversation, by: Author, at: Timestamp, content: PartContent = {},
): ConversationPart {
  if (content.body) answered(workspace, conversation, at)
  setState(conversation, 'closed')
  conversation.waiting_since = null
  conversation.read = true
  const statistics = statisticsOf(conversation)
  statistics.first_close_at ??= at
  statistics.time_to_first_close ??= at - conversation.created_at
  statistics.last_close_at = at
  statistics.time_to_last_close = at - conversation.created_at
  statistics.last_closed_by_id = by.id
  return appendPart(workspace, conversation, 'close', by, at, content)
}

/** Puts a conversation aside until a moment in Unix seconds. It counts as open meanwhile. */
export function snoozeConversation(
  workspace: Workspace, conversation: Conversation, by: Author, at: Timestamp, until: Timestamp,
): ConversationPart {
  setState(conversation, 'snoozed')
  conversation.snoozed_until = until
  conversation.read = true
  return appendPart(workspace, conversation, 'snoozed', by, at)
}

/** Opens what was closed or snoozed. */
export function openConversation(
  workspace: Workspace, conversation: Conversation, by: Author, at: Timestamp,
): ConversationPart {
  setState(conversation, 'open')
  conversation.read = true
  return appendPart(workspace, conversation, 'open', by, at)
}

/**
 * Gives a conversation to an admin or a team; what was closed or snoozed is open again. Text may ride along.
 * @param to The new assignee; an id of null takes the conversation from whoever of that type had it, and is sent as
 * 0, as Intercom does after an unassignment.
 */
export function assignConversation(
  workspace: Workspace, conversation: Conversation, by: Author, at: Timestamp, to: Reference, content: PartContent = {},
): ConversationPart {
  const partType = { open: 'assignment', closed: 'assign_and_reopen', snoozed: 'assign_and_unsnooze' }[conversation.state]
  if (content.body) answered(workspace, conversation, at)
  setState(conversation, 'open')
  conversation[to.type === 'team' ? 'team_assignee_id' : 'admin_assignee_id'] = Number(to.id ?? 0)
  if (to.id !== null) {
    const statistics = statisticsOf(conversation)
    statistics.first_assignment_at ??= at
    statistics.time_to_assignment ??= at - conversation.created_at
    statistics.last_assignment_at = at
    statistics.count_assignments += 1
  }
  return appendPart(workspace, conversation, partType, by, at, { ...content, assigned_to: to.id === null ? null : to })
}

/**
 * Opens every conversation whose snooze is over.
 * @param now The present moment in Unix seconds.
 * @returns The conversations that woke.
 */
export function wakeSnoozed(workspace: Workspace, now: Timestamp): Conversation[] {
  const due = workspace.conversations.filter(
    ({ state, snoozed_until }) => state === 'snoozed' && snoozed_until !== null && snoozed_until <= now,
  )
  for (const conversation of due) {
    const at = conversation.snoozed_until ?? now
    setState(conversation, 'open')
    appendPart(workspace, conversation, 'timer_unsnooze', workspace.bot, at)
  }
  return due
}

import { toAuthor } from '../data/build-conversations.ts'
import type { Admin, Contact, Conversation, ConversationPart, Timestamp } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { type PartContent, appendPart, setState, getStatistics } from './parts.ts'

/** Adds a customer's reply. Opens a closed or snoozed conversation and starts the customer's wait. */
export function replyAsContact(
  workspace: Workspace, conversation: Conversation, contact: Contact, at: Timestamp, content: PartContent,
): ConversationPart {
  const reopens = conversation.state !== 'open'
  setState(conversation, 'open')
  conversation.read = false
  conversation.waiting_since ??= at
  conversation.first_contact_reply ??= { created_at: at, type: conversation.source.type, url: null }
  contact.last_replied_at = at
  const statistics = getStatistics(conversation)
  statistics.first_contact_reply_at ??= at
  statistics.last_contact_reply_at = at
  return appendPart(workspace, conversation, reopens ? 'open' : 'comment', toAuthor(contact), at, content)
}

/**
 * Adds an admin's reply and ends the customer's wait. Closed conversations stay closed.
 * @param partType `quick_reply` offers options to choose from.
 */
export function replyAsAdmin(
  workspace: Workspace, conversation: Conversation, admin: Admin, at: Timestamp, content: PartContent,
  partType: 'comment' | 'quick_reply' = 'comment',
): ConversationPart {
  markReplied(workspace, conversation, at)
  addTeammate(conversation, admin)
  return appendPart(workspace, conversation, partType, toAuthor(admin), at, content)
}

/** Ends the customer's wait and updates the reply statistics. */
export function markReplied(workspace: Workspace, conversation: Conversation, at: Timestamp): void {
  const statistics = getStatistics(conversation)
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

/** Adds a reply of Intercom's bot. The customer still waits for an admin. */
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

/** Adds an internal note. The conversation's state stays the same. */
export function addNote(
  workspace: Workspace, conversation: Conversation, admin: Admin, at: Timestamp, content: PartContent,
): ConversationPart {
  return appendPart(workspace, conversation, 'note', toAuthor(admin), at, content)
}

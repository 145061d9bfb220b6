import { authorOf, buildConversation, buildSource, contactReference } from '../data/build-conversations.ts'
import type { Author, Contact, Conversation, ConversationSource, Timestamp } from '../types.ts'
import { type Workspace, nextId } from '../workspace.ts'
import { statisticsOf } from './parts.ts'

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

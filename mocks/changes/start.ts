import { toAuthor, buildConversation, buildSource, toContactReference } from '../data/build-conversations.ts'
import type { Author, Contact, Conversation, ConversationSource, Timestamp } from '../types.ts'
import { type Workspace, nextId } from '../workspace.ts'
import { getStatistics } from './parts.ts'

/** Options of {@link startConversation}. */
export interface Opening {
  contact: Contact
  /** Author of the first message. @default The contact */
  author?: Author
  body: string
  /** Time of the first message in Unix seconds. */
  at: Timestamp
  title?: string | null
  source?: Partial<Omit<ConversationSource, 'author' | 'body'>>
}

/** Starts a conversation and adds it to the workspace. */
export function startConversation(workspace: Workspace, opening: Opening): Conversation {
  const { contact, at } = opening
  const author = opening.author ?? toAuthor(contact)
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
    contacts: { type: 'contact.list', contacts: [toContactReference(contact)] },
  })
  const statistics = getStatistics(conversation)
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

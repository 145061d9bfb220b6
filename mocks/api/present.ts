/** How an object of the workspace leaves it: copied, cut to the API's limits, and in the words of the asked version. */
import type { AddressableList, Admin, Contact, ContactNote, Conversation, ConversationListItem } from '../types.ts'
import { plainText } from './html.ts'

/** The versions of the API that the mock speaks. */
export const apiVersions = ['2.11', '2.12', '2.13', '2.14', '2.15', '2.16', 'Preview'] as const

/** One of {@link apiVersions}. */
export type ApiVersion = (typeof apiVersions)[number]

/** A version by the name that a request gives it, or null where it is none: `Unstable` was the name of the preview. */
export function findVersion(name: string): ApiVersion | null {
  return apiVersions.find((version) => version === (name === 'Unstable' ? 'Preview' : name)) ?? null
}

/** Whether `version` is `since` or newer. */
export function isSince(version: ApiVersion, since: ApiVersion): boolean {
  return apiVersions.indexOf(version) >= apiVersions.indexOf(since)
}

/**
 * The most parts that a conversation is sent with.
 * https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/retrieveconversation
 */
export const PARTS_LIMIT = 500

/** The most members that a contact's list of tags, notes or companies is sent with. */
const REFERENCES_LIMIT = 10

/** An admin; the picture is an object in 2.11. */
export function presentAdmin(admin: Admin, version: ApiVersion): object {
  if (isSince(version, '2.12')) return structuredClone(admin)
  return { ...structuredClone(admin), avatar: admin.avatar === null ? null : { type: 'avatar', image_url: admin.avatar } }
}

/** A note; its author is an admin. */
export function presentNote(note: ContactNote, version: ApiVersion): object {
  return { ...structuredClone(note), author: presentAdmin(note.author, version) }
}

function shortened(list: AddressableList): AddressableList {
  return { ...list, data: list.data.slice(0, REFERENCES_LIMIT), has_more: list.data.length > REFERENCES_LIMIT }
}

/** A contact; from 2.16 on `owner_id` is a string. */
export function presentContact(contact: Contact, version: ApiVersion): object {
  const owner = contact.owner_id
  return {
    ...structuredClone(contact),
    tags: shortened(contact.tags),
    notes: shortened(contact.notes),
    companies: shortened(contact.companies),
    utm_campaign: null,
    utm_content: null,
    utm_medium: null,
    utm_source: null,
    utm_term: null,
    referrer: null,
    enabled_push_messaging: null,
    owner_id: isSince(version, '2.16') && owner !== null ? String(owner) : owner,
  }
}

/** How a conversation is asked for. */
export interface ConversationView {
  version: ApiVersion
  /** Bodies as text instead of HTML. */
  plaintext?: boolean
}

/** A conversation without its parts, as lists and searches send it. */
export function presentListItem(conversation: Conversation, view: ConversationView): object {
  const { conversation_parts: _parts, ...item } = conversation
  return inWordsOf(structuredClone(item), view)
}

/** A conversation with its newest 500 parts and the number of all of them. */
export function presentConversation(conversation: Conversation, view: ConversationView): object {
  const all = conversation.conversation_parts.conversation_parts
  const parts = structuredClone(all.slice(-PARTS_LIMIT))
  if (view.plaintext) {
    for (const part of parts) if (part.body !== null) part.body = plainText(part.body)
  }
  return {
    ...presentListItem(conversation, view),
    conversation_parts: { type: 'conversation_part.list', conversation_parts: parts, total_count: all.length },
  }
}

/** How the AI agent's part ended, in the words of 2.15. It has none for a customer who left: nothing is said of that. */
const newResolutions = new Map([['routed_to_team', 'escalated'], ['abandoned', null]])

function inWordsOf(item: ConversationListItem, view: ConversationView): object {
  if (view.plaintext) item.source.body = plainText(item.source.body)
  const { ai_agent } = item
  if (ai_agent?.resolution_state && isSince(view.version, '2.15')) {
    const resolution = newResolutions.get(ai_agent.resolution_state)
    if (resolution !== undefined) ai_agent.resolution_state = resolution
  }
  if (!isSince(view.version, '2.16')) return item
  const { priority, admin_assignee_id, team_assignee_id } = item
  return {
    ...item,
    priority: priority === 'priority' ? 'high' : 'none',
    admin_assignee_id: admin_assignee_id ?? 0,
    team_assignee_id: team_assignee_id ?? 0,
  }
}

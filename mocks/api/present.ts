/** Converts objects of the workspace to responses of each API version. */
import type { AddressableList, Admin, Contact, ContactNote, Conversation, ConversationListItem } from '../types.ts'
import { toPlainText } from './html.ts'

/** Supported API versions, oldest first. */
export const apiVersions = ['2.11', '2.12', '2.13', '2.14', '2.15', '2.16', 'Preview'] as const

/** One of {@link apiVersions}. */
export type ApiVersion = (typeof apiVersions)[number]

/** Finds a version by its name in a request. `Unstable` is the old name of `Preview`. */
export function findVersion(name: string): ApiVersion | null {
  return apiVersions.find((version) => version === (name === 'Unstable' ? 'Preview' : name)) ?? null
}

/** Whether `version` is `since` or newer. */
export function isSince(version: ApiVersion, since: ApiVersion): boolean {
  return apiVersions.indexOf(version) >= apiVersions.indexOf(since)
}

/**
 * Most parts in a response.
 * https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/retrieveconversation
 */
export const PARTS_LIMIT = 500

/** Most members of a contact's list of tags, notes or companies in a response. */
const REFERENCES_LIMIT = 10

/** Converts an admin. In 2.11, the avatar is an object. */
export function presentAdmin(admin: Admin, version: ApiVersion): object {
  if (isSince(version, '2.12')) return structuredClone(admin)
  return { ...structuredClone(admin), avatar: admin.avatar === null ? null : { type: 'avatar', image_url: admin.avatar } }
}

/** Converts a note on a contact. */
export function presentNote(note: ContactNote, version: ApiVersion): object {
  return { ...structuredClone(note), author: presentAdmin(note.author, version) }
}

function truncateList(list: AddressableList): AddressableList {
  return { ...list, data: list.data.slice(0, REFERENCES_LIMIT), has_more: list.data.length > REFERENCES_LIMIT }
}

/** Converts a contact. Since 2.16, `owner_id` is a string. */
export function toContactResponse(contact: Contact, version: ApiVersion): object {
  const owner = contact.owner_id
  return {
    ...structuredClone(contact),
    tags: truncateList(contact.tags),
    notes: truncateList(contact.notes),
    companies: truncateList(contact.companies),
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

/** Format of a conversation in a response. */
export interface ConversationView {
  version: ApiVersion
  /** Whether bodies are plain text instead of HTML. */
  plaintext?: boolean
}

/** Converts a conversation for lists and searches, without its parts. */
export function presentListItem(conversation: Conversation, view: ConversationView): object {
  const { conversation_parts: _parts, ...item } = conversation
  return applyView(structuredClone(item), view)
}

/** Converts a conversation with its newest 500 parts. */
export function presentConversation(conversation: Conversation, view: ConversationView): object {
  const all = conversation.conversation_parts.conversation_parts
  const parts = structuredClone(all.slice(-PARTS_LIMIT))
  if (view.plaintext) {
    for (const part of parts) if (part.body !== null) part.body = toPlainText(part.body)
  }
  return {
    ...presentListItem(conversation, view),
    conversation_parts: { type: 'conversation_part.list', conversation_parts: parts, total_count: all.length },
  }
}

/** States of the AI agent since 2.15. No new state corresponds to `abandoned`. */
export const newResolutions: ReadonlyMap<string, string | null> = new Map([['routed_to_team', 'escalated'], ['abandoned', null]])

function applyView(item: ConversationListItem, view: ConversationView): object {
  if (view.plaintext) item.source.body = toPlainText(item.source.body)
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

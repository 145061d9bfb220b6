import { readDetails } from './read-details.ts'
import {
  readCount, readFlag, readId, readList, readObject, readText, readTime, type JsonObject,
} from './intercom-readers.ts'

export function readAuthor(value: unknown) {
  const author = readObject(value)
  const isAgent = readFlag(author?.from_ai_agent)
  return author && { type: isAgent ? 'bot' : readText(author.type), id: readId(author.id), name: readText(author.name), email: readText(author.email) }
}

function readAttachment(attachment: JsonObject) {
  return {
    name: readText(attachment.name),
    url: readText(attachment.url),
    content_type: readText(attachment.content_type),
    filesize: readCount(attachment.filesize),
    width: readCount(attachment.width),
    height: readCount(attachment.height),
  }
}

export function readTag(tag: JsonObject) {
  const id = readId(tag.id)
  return id === null ? null : { id, name: readText(tag.name) }
}

function readReference(value: JsonObject) {
  const id = readId(value.id)
  return id === null ? null : { id }
}

/** Reads `{ contacts }`, or the `{ data }` or bare list of some webhooks. */
function readContacts(value: unknown) {
  const object = readObject(value)
  if (!object && !Array.isArray(value)) return null
  return { contacts: readList(object ? (object.contacts ?? object.data) : value, readReference) }
}

function readAssignee(value: unknown) {
  const assignee = readObject(value)
  return assignee && { type: readText(assignee.type), id: readId(assignee.id) }
}

function readPart(part: JsonObject) {
  return {
    id: readId(part.id),
    part_type: readText(part.part_type),
    body: readText(part.body),
    created_at: readTime(part.created_at),
    author: readAuthor(part.author),
    assigned_to: readAssignee(part.assigned_to),
    attachments: readList(part.attachments, readAttachment),
    redacted: readFlag(part.redacted),
  }
}

function readSource(value: unknown) {
  const source = readObject(value)
  return source && {
    subject: readText(source.subject),
    body: readText(source.body),
    author: readAuthor(source.author),
    attachments: readList(source.attachments, readAttachment),
    redacted: readFlag(source.redacted),
  }
}

function readStatistics(value: unknown) {
  const statistics = readObject(value)
  return statistics && {
    time_to_admin_reply: readCount(statistics.time_to_admin_reply),
    first_admin_reply_at: readTime(statistics.first_admin_reply_at),
    last_contact_reply_at: readTime(statistics.last_contact_reply_at),
    last_admin_reply_at: readTime(statistics.last_admin_reply_at),
    last_close_at: readTime(statistics.last_close_at),
  }
}

function readParts(value: unknown) {
  const parts = readObject(value)
  return parts && {
    conversation_parts: readList(parts.conversation_parts, readPart),
    total_count: readCount(parts.total_count),
  }
}

export function readConversation(value: unknown) {
  const conversation = readObject(value)
  const id = conversation && readId(conversation.id)
  if (!conversation || id === null) return null
  const tags = readObject(conversation.tags)
  return {
    id,
    title: readText(conversation.title),
    state: readText(conversation.state),
    open: readFlag(conversation.open),
    read: readFlag(conversation.read),
    priority: readText(conversation.priority),
    created_at: readTime(conversation.created_at),
    updated_at: readTime(conversation.updated_at),
    waiting_since: readTime(conversation.waiting_since),
    snoozed_until: readTime(conversation.snoozed_until),
    admin_assignee_id: readId(conversation.admin_assignee_id),
    team_assignee_id: readId(conversation.team_assignee_id),
    tags: tags && { tags: readList(tags.tags, readTag) },
    source: readSource(conversation.source),
    contacts: readContacts(conversation.contacts),
    statistics: readStatistics(conversation.statistics),
    conversation_parts: readParts(conversation.conversation_parts),
    // Lists come without parts, and don't need the details.
    details: conversation.conversation_parts === undefined ? null : readDetails(conversation),
  }
}

export type IntercomAuthor = NonNullable<ReturnType<typeof readAuthor>>
export type IntercomAttachment = ReturnType<typeof readAttachment>
export type IntercomPart = ReturnType<typeof readPart>
export type IntercomConversation = NonNullable<ReturnType<typeof readConversation>>

/** The parts of a thread: from Intercom's answers to the contract. */
import type { Attachment, Author, Part } from '../../contracts/index.ts'
import type { IntercomAttachment, IntercomConversation, IntercomPart } from './intercom-schemas.ts'
import { normalizeAuthor } from './normalize-people.ts'
import { normalizeLine } from './normalize-text.ts'
import { parseRichText, safeLink } from '../../rich-text/index.ts'

/** Parts that are a text and nothing else. */
const written = new Map<string, 'message' | 'note'>([
  ['comment', 'message'],
  ['quick_reply', 'message'],
  ['note', 'note'],
])

/**
 * Events whose text everybody in the conversation was sent: a customer's message that re-opens it, a reply that closes
 * it. The text of every other event counts as a note, because what was meant for teammates alone must not reach a
 * customer: that of an assignment is "for additional context to other teammates", as is that of `note_and_reopen`, and
 * nobody knows about types yet to come.
 *
 * https://developers.intercom.com/docs/references/2.3/rest-api/conversations/assign-a-conversation
 */
const publicEvents = new Set(['open', 'close'])

interface WrittenFields {
  id: string
  part_type: string
  created_at: number
  author: Author
}

/** What a source and a part have in common. */
interface Content {
  body: string | null
  attachments: IntercomAttachment[]
  redacted: boolean
}

const positive = (value: number | null) => (value !== null && value >= 1 ? Math.floor(value) : null)

function normalizeAttachment(attachment: IntercomAttachment): Attachment[] {
  const url = safeLink(attachment.url)
  if (!url) return []
  return [{
    name: normalizeLine(attachment.name) ?? new URL(url).hostname,
    url,
    content_type: attachment.content_type || null,
    filesize: attachment.filesize !== null && attachment.filesize >= 0 ? Math.floor(attachment.filesize) : null,
    width: positive(attachment.width),
    height: positive(attachment.height),
  }]
}

function writtenPart(kind: 'message' | 'note', fields: WrittenFields, content: Content): Part {
  return {
    kind,
    ...fields,
    // In place of a text that was deleted Intercom sends a sentence of its own, in English.
    body: content.redacted ? [] : parseRichText(content.body),
    attachments: content.redacted ? [] : content.attachments.flatMap(normalizeAttachment),
    redacted: content.redacted,
  }
}

function assignee(part: IntercomPart): Extract<Part, { kind: 'event' }>['assigned_to'] {
  const { type = null, id = null } = part.assigned_to ?? {}
  return id && (type === 'admin' || type === 'team') ? { type, id } : null
}

function normalizePart(part: IntercomPart, fields: WrittenFields): Part[] {
  const kind = written.get(fields.part_type)
  if (kind) return [writtenPart(kind, fields, part)]
  const event: Part = { kind: 'event', ...fields, assigned_to: assignee(part) }
  if (!part.body?.trim() && part.attachments.length === 0) return [event]
  const textKind = publicEvents.has(fields.part_type) ? 'message' : 'note'
  return [event, writtenPart(textKind, { ...fields, id: `${fields.id}-body` }, part)]
}

/** The message that a conversation began with: Intercom keeps it apart from the parts. None where nothing was said. */
function openingPart(conversation: IntercomConversation, createdAt: number): Part[] {
  const { source } = conversation
  if (!source || (!source.body?.trim() && source.attachments.length === 0 && !source.redacted)) return []
  return [writtenPart(
    'message',
    {
      id: `source-${conversation.id}`,
      part_type: 'source',
      created_at: createdAt,
      author: normalizeAuthor(source.author),
    },
    source,
  )]
}

/**
 * The thread of a conversation, oldest first. An event that came with a text is two parts: the event, and a message or
 * a note with the id of the event and `-body`.
 *
 * @param conversation as Intercom has it, with its parts
 * @param createdAt when it began, in Unix seconds: a part without a time has that of the one before
 */
export function normalizeParts(conversation: IntercomConversation, createdAt: number): Part[] {
  const parts = conversation.conversation_parts?.conversation_parts ?? []
  let time = createdAt
  const thread = parts.flatMap((part, index) => {
    time = part.created_at ?? time
    return normalizePart(part, {
      id: part.id ?? `part-${index}`,
      part_type: part.part_type ?? 'unknown',
      created_at: time,
      author: normalizeAuthor(part.author),
    })
  })
  return [...openingPart(conversation, createdAt), ...thread.sort((a, b) => a.created_at - b.created_at)]
}

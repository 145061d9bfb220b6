/** The parts of a thread: from Intercom's answers to the contract. */
import type { Attachment, Author, Part } from '../../contracts/index.ts'
import type { IntercomAttachment, IntercomConversation, IntercomPart } from './intercom-schemas.ts'
import { CUT } from './limited-json.ts'
import { normalizeAuthor } from './normalize-people.ts'
import { normalizeLine } from './normalize-text.ts'
import { toSafeLink } from '../../rich-text/index.ts'
import { type PartDraft, readWithinBudget } from './thread-budget.ts'

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

const positive = (value: number | null) => value || null

function normalizeAttachment(attachment: IntercomAttachment): Attachment[] {
  const url = toSafeLink(attachment.url)
  if (!url || attachment.url?.endsWith(CUT)) return []
  return [{
    name: normalizeLine(attachment.name) ?? new URL(url).hostname,
    url,
    content_type: attachment.content_type || null,
    filesize: attachment.filesize,
    width: positive(attachment.width),
    height: positive(attachment.height),
  }]
}

function draftWritten(kind: 'message' | 'note', fields: WrittenFields, { body, attachments, redacted }: Content): PartDraft {
  return {
    part: { kind, ...fields, body: [], attachments: [], redacted },
    // Intercom replaces a deleted text with an English sentence.
    body: redacted ? null : body,
    attachments: redacted ? [] : attachments.flatMap(normalizeAttachment),
  }
}

function toAssignee(part: IntercomPart): Extract<Part, { kind: 'event' }>['assigned_to'] {
  const { type = null, id = null } = part.assigned_to ?? {}
  if (type === null || type.startsWith('nobody')) return null
  if (type === 'admin' || type === 'team') return id ? { type, id } : null
  // Whatever else it is, the conversation was not unassigned.
  return { type: 'bot', id: id ?? 'bot' }
}

function draftPart(part: IntercomPart, fields: WrittenFields): PartDraft[] {
  const kind = written.get(fields.part_type)
  if (kind) return [draftWritten(kind, fields, part)]
  const event: Part = { kind: 'event', ...fields, assigned_to: toAssignee(part) }
  const draft: PartDraft = { part: event, body: null, attachments: [] }
  if (!part.body?.trim() && part.attachments.length === 0) return [draft]
  const textKind = publicEvents.has(fields.part_type) ? 'message' : 'note'
  return [draft, draftWritten(textKind, { ...fields, id: `${fields.id}-body` }, part)]
}

/** Intercom keeps the opening message apart from the parts. */
function draftOpening(conversation: IntercomConversation, createdAt: number): PartDraft | null {
  const { source } = conversation
  if (!source || (!source.body?.trim() && source.attachments.length === 0 && !source.redacted)) return null
  const fields = {
    id: `source-${conversation.id}`,
    part_type: 'source',
    created_at: createdAt,
    author: normalizeAuthor(source.author),
  }
  return draftWritten('message', fields, source)
}

/** Kind and type of a part, which decide who may see it. */
export type PartKind = Pick<Part, 'kind' | 'part_type'>

/**
 * Reads the thread of a conversation, oldest first. An event with a text becomes two parts: the event, and a message or a
 * note with the event's id and `-body`.
 *
 * @param createdAt Unix seconds; a part without a time has that of the part before
 * @param isShown whether the caller may see a part; other parts don't count against the limits
 */
export function normalizeParts(
  conversation: IntercomConversation,
  createdAt: number,
  isShown: (part: PartKind) => boolean,
): { parts: Part[]; omitted: number } {
  const parts = conversation.conversation_parts?.conversation_parts ?? []
  let time = createdAt
  const drafts = parts.flatMap((part, index) => {
    time = part.created_at ?? time
    return draftPart(part, {
      id: part.id ?? `part-${index}`,
      part_type: part.part_type ?? 'unknown',
      created_at: time,
      author: normalizeAuthor(part.author),
    })
  })
  const thread = drafts.filter(({ part }) => isShown(part)).sort((a, b) => a.part.created_at - b.part.created_at)
  return readWithinBudget(draftOpening(conversation, createdAt), thread)
}

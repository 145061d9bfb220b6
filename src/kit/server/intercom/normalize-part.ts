import type { Attachment, Author, Part } from '../../contracts/index.ts'
import type { IntercomAttachment, IntercomConversation, IntercomPart } from './intercom-schemas.ts'
import { CUT } from './limited-json.ts'
import { normalizeAuthor } from './normalize-people.ts'
import { normalizeLine } from './normalize-text.ts'
import { toSafeLink } from '../../rich-text/index.ts'
import { type PartDraft, readWithinBudget } from './thread-budget.ts'

const written = new Map<string, 'message' | 'note'>([
  ['comment', 'message'],
  ['quick_reply', 'message'],
  ['note', 'note'],
])

/**
 * Only the texts of these events were sent to the customer. All others count as notes, because assignments and
 * `note_and_reopen` address teammates, and new types may too.
 */
const publicEvents = new Set(['open', 'close'])

interface WrittenFields {
  id: string
  part_type: string
  created_at: number
  author: Author
}

interface Content {
  body: string | null
  attachments: IntercomAttachment[]
  redacted: boolean
}

const toPositive = (value: number | null) => value || null

function normalizeAttachment(attachment: IntercomAttachment): Attachment[] {
  const url = toSafeLink(attachment.url)
  if (!url || attachment.url?.endsWith(CUT)) return []
  return [{
    name: normalizeLine(attachment.name) ?? new URL(url).hostname,
    url,
    content_type: attachment.content_type || null,
    filesize: attachment.filesize,
    width: toPositive(attachment.width),
    height: toPositive(attachment.height),
  }]
}

function draftWritten(kind: 'message' | 'note', fields: WrittenFields, { body, attachments, redacted }: Content): PartDraft {
  return {
    part: { kind, ...fields, body: [], attachments: [], redacted },
    // Intercom replaces deleted texts with an English sentence.
    body: redacted ? null : body,
    attachments: redacted ? [] : attachments.flatMap(normalizeAttachment),
  }
}

function toAssignee(part: IntercomPart): Extract<Part, { kind: 'event' }>['assigned_to'] {
  const { type = null, id = null } = part.assigned_to ?? {}
  if (type === null || type.startsWith('nobody')) return null
  if (type === 'admin' || type === 'team') return id ? { type, id } : null
  // An unknown assignee must not look unassigned.
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

export type PartKind = Pick<Part, 'kind' | 'part_type'>

/** Parts are sorted by time. Parts that `isShown` hides don't count against the limits. */
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

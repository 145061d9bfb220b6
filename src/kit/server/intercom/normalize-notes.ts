import type { ContactNote } from '../../contracts/index.ts'
import type { IntercomNote } from './intercom-schemas.ts'
import { normalizeAuthor } from './normalize-people.ts'
import { type PartDraft, readWithinBudget } from './thread-budget.ts'

function toDraft({ id, created_at, author, body }: IntercomNote): PartDraft {
  const fields = { id, part_type: 'note', created_at, author: normalizeAuthor(author) }
  return { part: { kind: 'note', ...fields, body: [], attachments: [], redacted: false }, body, attachments: [] }
}

/** Converts notes on a contact, newest first, within the limits of a thread. */
export function normalizeNotes(notes: readonly IntercomNote[]): ContactNote[] {
  const drafts = notes.map(toDraft).sort((a, b) => a.part.created_at - b.part.created_at)
  return readWithinBudget(null, drafts).parts.toReversed().flatMap((part) => {
    if (part.kind !== 'note') return []
    const { id, created_at, author, body, truncated } = part
    return [{ id, created_at, author, body, ...(truncated && { truncated }) }]
  })
}

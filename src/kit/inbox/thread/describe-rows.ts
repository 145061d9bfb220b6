import type { Author, Conversation } from '../../contracts/index.ts'
import type { ThreadTranslator } from '../../strings/index.ts'
import type { OutboxMessage } from '../composer/outbox.ts'
import type { EventRow, ThreadBlock, ThreadRow } from './group-parts.ts'
import { getAssigneeName, type Teammates } from './teammates.ts'

export interface ThreadPeople {
  contact: Conversation['contact']
  teammates: Teammates | null | undefined
  /** Id of the customer who reads the thread; `undefined` for teammates. */
  ownId: string | null | undefined
  pending: readonly OutboxMessage[]
}

export function describeRows(
  blocks: readonly ThreadBlock[],
  { contact, teammates, ownId, pending }: ThreadPeople,
  t: ThreadTranslator,
): ThreadBlock[] {
  const pictures = new Map(teammates?.admins.map(({ id, avatar_url }) => [id, avatar_url]))
  const deliveries = new Map(pending.map((message) => [message.id, message]))

  function getPicture({ type, id, avatar_url }: Author): string | null {
    if (avatar_url) return avatar_url
    if (type === 'contact') return contact && contact.id === id ? contact.avatar_url : null
    return type === 'admin' && id !== null ? (pictures.get(id) ?? null) : null
  }

  function describeEvent(row: EventRow): EventRow {
    const { assigned_to: assignee } = row.part
    return assignee ? { ...row, assignee: getAssigneeName(assignee, teammates, t) } : row
  }

  function describe(row: ThreadRow): ThreadRow {
    if (row.type === 'event') return describeEvent(row)
    if (row.type === 'events') return { ...row, events: row.events.map(describeEvent) }
    if (row.type !== 'message') return row
    const { id, author } = row.part
    return {
      ...row,
      isOwn: ownId === undefined ? undefined : author.type === 'contact' && author.id === ownId,
      avatarUrl: getPicture(author),
      showsRole: author.type === 'contact' ? contact !== null && author.id !== contact.id : author.type !== 'admin',
      delivery: deliveries.get(id),
    }
  }

  return blocks.map((block) => ({ ...block, rows: block.rows.map(describe) }))
}

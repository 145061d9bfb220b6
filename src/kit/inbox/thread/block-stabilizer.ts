import type { ThreadBlock, ThreadRow } from './group-parts.ts'

/** Creates a function that reuses unchanged rows and blocks, so that a refetched conversation doesn't render again. */
export function createBlockStabilizer(): (blocks: readonly ThreadBlock[]) => readonly ThreadBlock[] {
  let before: readonly ThreadBlock[] = []
  return (blocks) => {
    const known = new Map(before.map((block) => [block.key, block]))
    before = blocks.map((block) => keepRows(known.get(block.key), block))
    return before
  }
}

function keepRows(before: ThreadBlock | undefined, block: ThreadBlock): ThreadBlock {
  if (!before) return block
  const known = new Map(before.rows.map((row) => [row.key, row]))
  const rows = block.rows.map((row) => {
    const old = known.get(row.key)
    return old && isSame(old, row) ? old : row
  })
  const isKept = rows.length === before.rows.length && rows.every((row, index) => row === before.rows[index])
  return isKept ? before : { ...block, rows }
}

function isSame(before: ThreadRow, after: ThreadRow): boolean {
  if (before.type === 'message' && after.type === 'message') {
    return (
      before.continues === after.continues &&
      before.ordinal === after.ordinal &&
      before.isOwn === after.isOwn &&
      before.avatarUrl === after.avatarUrl &&
      before.showsRole === after.showsRole &&
      before.delivery === after.delivery &&
      isEqual(before.part, after.part)
    )
  }
  if (before.type === 'event' && after.type === 'event') {
    return before.assignee === after.assignee && isEqual(before.part, after.part)
  }
  return isEqual(before, after)
}

function isEqual(before: unknown, after: unknown): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after)
}

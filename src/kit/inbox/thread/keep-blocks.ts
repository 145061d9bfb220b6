import type { ThreadBlock, ThreadRow } from './group-parts.ts'

/**
 * Makes a function to pass each new state of a thread's blocks through. It gives the objects of before for the rows and
 * blocks that show nothing new, although a conversation that is fetched again is made of new objects: what is given the
 * same object has nothing to render.
 */
export function keepBlocks(): (blocks: readonly ThreadBlock[]) => readonly ThreadBlock[] {
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
  if (!('part' in before && 'part' in after)) return JSON.stringify(before) === JSON.stringify(after)
  if (before.type === 'message' && after.type === 'message' && before.continues !== after.continues) return false
  return before.part === after.part || JSON.stringify(before.part) === JSON.stringify(after.part)
}

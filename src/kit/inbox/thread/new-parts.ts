/** What is new in a thread, and whose it is. */
import type { Author, MessagePart, NotePart, Part } from '../../contracts/index.ts'
import { findLastIndex } from '../../shared/find-last-index.ts'

/** Whether two authors are one person. */
export function isBy(author: Author, viewer: Author): boolean {
  return viewer.id !== null && author.id === viewer.id && author.type === viewer.type
}

/** The messages and notes after a part; none where that part is not there. */
export function writtenAfter(parts: readonly Part[], id: string | undefined): (MessagePart | NotePart)[] {
  const index = findLastIndex(parts, (part) => part.id === id)
  return index === -1 ? [] : parts.slice(index + 1).filter((part) => part.kind !== 'event')
}

import type { DoneWord } from '../../strings/index.ts'

// What puts a conversation away, or back, is one thing: what was said of an earlier try does not hold any more.
const topics: Partial<Record<DoneWord, string>> = { opened: 'closed', snoozed: 'closed', markedUnread: 'markedRead' }

/** What a toast is about that says that something failed: the next try takes its place, whatever comes of it. */
export function failureKey(conversationId: string, word: DoneWord): string {
  return `${conversationId} ${topics[word] ?? word}`
}

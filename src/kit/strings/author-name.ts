/** Who wrote something, in the words of a thread. */
import type { Author } from '../contracts/index.ts'
import type { conversationThreadMessages } from './tables/thread.ts'
import { cleanText } from '../shared/clean-text.ts'

/** How a thread tells people apart: a team speaks as a teammate does. */
export type AuthorRole = 'customer' | 'teammate' | 'bot'

type Words = keyof typeof conversationThreadMessages

const roles: Record<Author['type'], AuthorRole> = {
  contact: 'customer',
  admin: 'teammate',
  team: 'teammate',
  bot: 'bot',
}
const roleWords: Record<Author['type'], Words> = { contact: 'customer', admin: 'teammate', team: 'team', bot: 'bot' }
const fallbackWords: Record<Author['type'], Words> = {
  contact: 'unknownCustomer',
  admin: 'unknownTeammate',
  team: 'unknownTeam',
  bot: 'unknownBot',
}

/** The most characters of a name in running text, as a reader counts them. */
const MAX_NAME = 60

/** Which side of the conversation an author is on. An author type that is not known counts as the bot. */
export function authorRole(author: Author): AuthorRole {
  return Object.hasOwn(roles, author.type) ? roles[author.type] : 'bot'
}

/** The word for an author's role: Customer, Teammate, Team, AI agent. */
export function authorRoleWords(author: Author): Words {
  return Object.hasOwn(roleWords, author.type) ? roleWords[author.type] : 'bot'
}

/**
 * An author's name, or a word in its place.
 *
 * @param author who it is
 * @param t the thread's words
 * @returns the name, cleaned; never empty
 */
export function authorName(author: Author, t: (words: Words) => string): string {
  return cleanText(author.name) || t(fallbackWords[author.type] ?? 'unknownBot')
}

/**
 * A name to put into a sentence: shortened, and between Unicode isolates, which do for text what `<bdi>` does for
 * elements. An Arabic name does not turn the sentence around it.
 *
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function isolate(name: string): string {
  return `\u2068${cleanText(name, MAX_NAME)}\u2069`
}

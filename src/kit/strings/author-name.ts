import type { Author } from '../contracts/index.ts'
import type { conversationThreadStrings } from './tables/thread.ts'
import { cleanText } from '../shared/clean-text.ts'

/** Role of an author. A team counts as a teammate. */
export type AuthorRole = 'customer' | 'teammate' | 'bot'

type StringKey = keyof typeof conversationThreadStrings

const roles: Record<Author['type'], AuthorRole> = {
  contact: 'customer',
  admin: 'teammate',
  team: 'teammate',
  bot: 'bot',
}
const roleWords: Record<Author['type'], StringKey> = { contact: 'customer', admin: 'teammate', team: 'team', bot: 'bot' }
const fallbackWords: Record<Author['type'], StringKey> = {
  contact: 'unknownCustomer',
  admin: 'unknownTeammate',
  team: 'unknownTeam',
  bot: 'unknownBot',
}

/** Characters of a name in running text at most. */
const MAX_NAME = 60

/** Returns the role of an author. Unknown types count as the bot. */
export function getAuthorRole(author: Author): AuthorRole {
  return Object.hasOwn(roles, author.type) ? roles[author.type] : 'bot'
}

/** Returns the key of the string for an author's role. */
export function getAuthorRoleKey(author: Author): StringKey {
  return Object.hasOwn(roleWords, author.type) ? roleWords[author.type] : 'bot'
}

/** Returns an author's name, cleaned, or a string in its place. */
export function getAuthorName(author: Author, t: (words: StringKey) => string): string {
  return cleanText(author.name) || t(fallbackWords[author.type] ?? 'unknownBot')
}

/**
 * Prepares a name for a sentence: shortens it, and puts it between Unicode isolates, so that an Arabic name doesn't turn the
 * sentence around it.
 *
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function isolateDirection(name: string): string {
  return `\u2068${cleanText(name, MAX_NAME)}\u2069`
}

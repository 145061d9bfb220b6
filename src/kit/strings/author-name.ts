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

const MAX_CHARACTERS = 60

/** Returns the role of an author. Unknown types count as bots. */
export function getAuthorRole(author: Author): AuthorRole {
  return Object.hasOwn(roles, author.type) ? roles[author.type] : 'bot'
}

/** Returns the key of the string for an author's role. */
export function getAuthorRoleKey(author: Author): StringKey {
  return Object.hasOwn(roleWords, author.type) ? roleWords[author.type] : 'bot'
}

/** Returns the cleaned name of an author, or a fallback string. */
export function getAuthorName(author: Author, t: (words: StringKey) => string): string {
  return cleanText(author.name) || t(fallbackWords[author.type] ?? 'unknownBot')
}

/** Shortens a name, and isolates its direction, so that an Arabic name doesn't reorder the sentence around it. */
export function isolateDirection(name: string): string {
  return `\u2068${cleanText(name, MAX_CHARACTERS)}\u2069`
}

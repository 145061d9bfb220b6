/** Ties data that the kit keeps in the browser to its user. Storage and other tabs are in `session-tabs.ts`, which loads later. */
import { forgetUser } from './session.ts'

/** User with an id, an email address, or both. Both are empty for a visitor. */
export interface Principal {
  id: string
  email: string
}

/** The Messenger and the inbox use different ids for the same user. */
export type PrincipalScope = 'messenger' | 'inbox'

export function isVisitor({ id, email }: Principal): boolean {
  return !id && !email
}

/** Compares ids if both users have one, else email addresses. */
export function isSamePrincipal(a: Principal, b: Principal): boolean {
  return a.id && b.id ? a.id === b.id : a.email === b.email && (a.email !== '' || a.id === b.id)
}

// If the chunk of `session-tabs.ts` doesn't load, this page has still dropped the data.
function ignore(): void {}

/** Drops all data that the kit keeps for the user, here and in the user's other tabs. */
export async function endSession(): Promise<void> {
  forgetUser(false)
  await import('./session-tabs.ts').then((tabs) => tabs.announceEnd(), ignore)
}

/** Declares the signed-in user. Another user ends the session of `previous`, also after a reload and in other tabs. */
export function setPrincipal(scope: PrincipalScope, next: Principal, previous: Principal): Promise<void> {
  const isOther = !isVisitor(previous) && !isSamePrincipal(previous, next)
  if (isOther) forgetUser(false)
  return import('./session-tabs.ts').then((tabs) => tabs.rememberPrincipal(scope, next, isOther), ignore)
}

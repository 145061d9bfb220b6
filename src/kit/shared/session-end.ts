/** Ties data that the kit keeps in the browser to its user, in all tabs. */

/** Prefix of the kit's keys in `sessionStorage`. */
export const STORAGE_PREFIX = 'intercom-kit:'

/** User with an id, an email address, or both. Both are empty for a visitor. */
export interface Principal {
  id: string
  email: string
}

/** The Messenger and the inbox use different ids for the same user. */
export type PrincipalScope = 'messenger' | 'inbox'

interface Notice extends Principal {
  scope: PrincipalScope
  type: 'ended' | 'present'
}

const listeners = new Set<(isOtherTab: boolean) => void>()
const principals = new Map<PrincipalScope, Principal>()
let session = 0
let channel: BroadcastChannel | undefined

export function isVisitor({ id, email }: Principal): boolean {
  return !id && !email
}

/** Compares ids if both users have one, else email addresses. */
export function isSamePrincipal(a: Principal, b: Principal): boolean {
  return a.id && b.id ? a.id === b.id : a.email === b.email && (a.email !== '' || a.id === b.id)
}

/** Returns a number that changes when a session ends. Compare it after each `await`, before using the result. */
export function getSession(): number {
  return session
}

/** Adds a listener that drops the user's data, and returns a function that removes the listener. */
export function onSessionEnd(listener: (isOtherTab: boolean) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function forget(isOtherTab: boolean): void {
  session++
  attempt(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(STORAGE_PREFIX)) sessionStorage.removeItem(key)
  })
  for (const listener of listeners) listener(isOtherTab)
}

/** Drops all data that the kit keeps for the user, here and in the user's other tabs. */
export function endSession(): void {
  forget(false)
  for (const [scope, principal] of principals) post({ type: 'ended', scope, ...principal })
}

/** Declares the signed-in user. Another user ends the previous session, also after a reload and in other tabs. */
export function setPrincipal(scope: PrincipalScope, { id, email }: Principal): void {
  const key = `intercom-kit-principal:${scope}`
  const next = { id: hash(id), email: hash(email) }
  const known = principals.get(scope)
  const before = known ?? attempt(() => JSON.parse(sessionStorage.getItem(key) ?? 'null') as Principal | null)
  // After a reload, an app may not know its user yet: a visitor then ends no session.
  if (before && !isSamePrincipal(before, next) && (known || !isVisitor(next))) {
    principals.set(scope, before)
    endSession()
    principals.delete(scope)
    attempt(() => sessionStorage.removeItem(key))
  }
  if (isVisitor(next) || (known?.id === next.id && known.email === next.email)) return
  principals.set(scope, next)
  attempt(() => sessionStorage.setItem(key, JSON.stringify(next)))
  if (!channel && typeof BroadcastChannel === 'function') {
    channel = new BroadcastChannel('intercom-kit')
    channel.onmessage = ({ data }: MessageEvent<Notice>) => {
      const mine = principals.get(data.scope)
      if (mine && isSamePrincipal(mine, data) === (data.type === 'ended')) forget(true)
    }
  }
  post({ type: 'present', scope, ...next })
}

function post(notice: Notice): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A channel has no target: it reaches its own origin.
  channel?.postMessage(notice)
}

/** FNV-1a, so that ids and email addresses don't stay readable in the browser. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return text && value.toString(36)
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    // The browser blocks storage.
    return undefined
  }
}

/** Remembers the user across reloads, and tells the user's other tabs when the session ends. */
import { forgetUser, STORAGE_PREFIX } from './session.ts'
import { isSamePrincipal, isVisitor, type Principal, type PrincipalScope } from './session-end.ts'

interface Notice extends Principal {
  scope: PrincipalScope
  type: 'ended' | 'present'
}

/** Ids and email addresses are hashed. */
const principals = new Map<PrincipalScope, Principal>()
let channel: BroadcastChannel | undefined

function toKey(scope: PrincipalScope): string {
  return `intercom-kit-principal:${scope}`
}

/** Clears the user's storage and ends the session in the user's other tabs. */
export function announceEnd(): void {
  clearStorage()
  for (const [scope, principal] of principals) post({ type: 'ended', scope, ...principal })
}

/** Declares the signed-in user. `hasEnded`: this page has dropped the data of the user before. */
export function rememberPrincipal(scope: PrincipalScope, { id, email }: Principal, hasEnded: boolean): void {
  const key = toKey(scope)
  const next = { id: hash(id), email: hash(email) }
  const known = principals.get(scope)
  const before = known ?? attempt(() => JSON.parse(sessionStorage.getItem(key) ?? 'null') as Principal | null)
  // After a reload, an app may not know its user yet: a visitor then ends no session.
  if (before && !isSamePrincipal(before, next) && (known || !isVisitor(next))) {
    principals.set(scope, before)
    if (!hasEnded) forgetUser(false)
    announceEnd()
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
      if (!mine || isSamePrincipal(mine, data) !== (data.type === 'ended')) return
      forgetUser(true)
      clearStorage()
    }
  }
  post({ type: 'present', scope, ...next })
}

function clearStorage(): void {
  attempt(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(STORAGE_PREFIX)) sessionStorage.removeItem(key)
  })
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

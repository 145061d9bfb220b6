/** How often one person may ask one route, so that a loop in a page does not use up the whole app's share of Intercom. */
import type { Principal } from './principal.ts'
import { digestOf } from '../sha256.ts'
import { ApiError } from './errors.ts'
import { principalId } from './principals.ts'
import { getMemoryStore, getStore, type Store } from '../stores/kv-store.ts'

/** So many requests in so many seconds. */
export interface RateLimit {
  requests: number
  seconds: number
}

/** What a route that says nothing else allows for reading: ten a second, for an inbox that is open in several tabs. */
export const READ_LIMIT: RateLimit = { requests: 600, seconds: 60 }

/** What a route that says nothing else allows for changing something: two a second, for somebody who types fast. */
export const WRITE_LIMIT: RateLimit = { requests: 120, seconds: 60 }

/** How many names are remembered: a name costs more to make than all else that counting takes. */
const MAX_NAMES = 1000

const names = new Map<string, string>()

async function nameOf(principal: string, route: string): Promise<string> {
  const subject = JSON.stringify([principal, route])
  const known = names.get(subject)
  if (known !== undefined) return known
  const name = await digestOf([principal, route])
  const [oldest] = names.keys()
  if (oldest !== undefined && names.size >= MAX_NAMES) names.delete(oldest)
  names.set(subject, name)
  return name
}

/**
 * Counts a request of somebody to a route, in windows that begin anew after so many seconds. Where the shared store
 * cannot be reached, this instance counts by itself.
 *
 * @param route its method and path
 * @throws ApiError `rate_limited`, with the seconds until the window ends
 */
export async function countRequest(principal: Principal, route: string, limit: RateLimit): Promise<void> {
  const now = Date.now() / 1000
  const window = Math.floor(now / limit.seconds)
  const key = `rate:${await nameOf(principalId(principal), route)}:${window}`
  const count = (store: Store) => store.increment(key, limit.seconds)
  const asked = await Promise.resolve().then(() => count(getStore())).catch(() => count(getMemoryStore()))
  if (asked <= limit.requests) return
  throw new ApiError('rate_limited', { retryAfter: Math.max(1, Math.ceil((window + 1) * limit.seconds - now)) })
}

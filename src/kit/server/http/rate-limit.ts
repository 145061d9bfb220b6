import { sha256Hex } from '../sha256.ts'
import { callStore, getMemoryStore, type Store } from '../stores/kv-store.ts'
import { ApiError } from './errors.ts'
import { getPrincipalId, type Principal } from './principals.ts'

export interface RateLimit {
  requests: number
  seconds: number
}

/** Default limit for reads: ten per second, for an inbox in several tabs. */
export const READ_LIMIT: RateLimit = { requests: 600, seconds: 60 }

/** Default limit for writes: two per second. */
export const WRITE_LIMIT: RateLimit = { requests: 120, seconds: 60 }

/** Most hashes to cache. Hashing is the slowest step here. */
const MAX_NAMES = 1000

const names = new Map<string, string>()

async function hashName(principal: string, route: string): Promise<string> {
  const subject = JSON.stringify([principal, route])
  const known = names.get(subject)
  if (known !== undefined) return known
  const name = await sha256Hex([principal, route])
  const [oldest] = names.keys()
  if (oldest !== undefined && names.size >= MAX_NAMES) names.delete(oldest)
  names.set(subject, name)
  return name
}

/** Counts a request. If the shared store fails, this instance counts alone. `route` has a method: `GET /api/intercom/tags`. */
export async function countRequest(principal: Principal, route: string, limit: RateLimit): Promise<void> {
  const now = Date.now() / 1000
  const window = Math.floor(now / limit.seconds)
  const key = `rate:${await hashName(getPrincipalId(principal), route.replace(/^HEAD /, 'GET '))}:${window}`
  const count = (store: Store) => store.increment(key, limit.seconds)
  const requests = await callStore(count).catch(() => count(getMemoryStore()))
  if (requests <= limit.requests) return
  throw new ApiError('rate_limited', { retryAfter: Math.max(1, Math.ceil((window + 1) * limit.seconds - now)) })
}

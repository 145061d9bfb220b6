import { sha256HexKept } from '../sha256.ts'
import { callStore, getMemoryStore, type Store } from '../stores/kv-store.ts'
import { ApiError } from './errors.ts'
import { type Caller, getPrincipalId } from './principals.ts'

export interface RateLimit {
  requests: number
  seconds: number
}

/** Default limit for reads: ten per second, for an inbox in several tabs. */
export const READ_LIMIT: RateLimit = { requests: 600, seconds: 60 }

/** Default limit for writes: two per second. */
export const WRITE_LIMIT: RateLimit = { requests: 120, seconds: 60 }

/** Counts a request. If the shared store fails, this instance counts alone. `route` has a method: `GET /api/intercom/tags`. */
export async function countRequest(principal: Caller, route: string, limit: RateLimit): Promise<void> {
  const now = Date.now() / 1000
  const window = Math.floor(now / limit.seconds)
  const key = `rate:${await sha256HexKept([getPrincipalId(principal), route.replace(/^HEAD /, 'GET ')])}:${window}`
  const count = (store: Store) => store.increment(key, limit.seconds)
  const requests = await callStore(count).catch(() => count(getMemoryStore()))
  if (requests <= limit.requests) return
  throw new ApiError('rate_limited', { retryAfter: Math.max(1, Math.ceil((window + 1) * limit.seconds - now)) })
}

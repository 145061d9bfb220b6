import type { Principal } from './principal.ts'
import { sha256Hex } from '../sha256.ts'
import { ApiError } from './errors.ts'
import { getPrincipalId } from './principals.ts'
import { getMemoryStore, getStore, type Store } from '../stores/kv-store.ts'

/** Seconds of a window. Intercom counts in windows of this length, too. */
const WINDOW = 10

/** Requests to Intercom in a window for one customer: a batch of 50 events and what else their page does. */
export const CUSTOMER_CALLS = 100

/**
 * Requests to Intercom in a window for all customers together. Intercom allows a private app 10,000 a minute, which is
 * 1,666 in a window: the rest is for agents, even if a window of ours overlaps two of Intercom's.
 */
export const ALL_CUSTOMERS_CALLS = 800

/** Seconds to wait at least, so that the Intercom client reports the limit instead of waiting for it. */
const MIN_WAIT = 4

async function increment(key: string): Promise<number> {
  const count = (store: Store) => store.increment(key, 2 * WINDOW)
  return Promise.resolve().then(() => count(getStore())).catch(() => count(getMemoryStore()))
}

/**
 * Counts a request to Intercom that a customer causes. Agents are not counted: customers leave them a reserve.
 *
 * @throws ApiError `rate_limited`, with the seconds until the window ends
 */
export async function spendCall(principal: Principal): Promise<void> {
  if (principal.kind === 'agent') return
  const now = Date.now() / 1000
  const window = Math.floor(now / WINDOW)
  const own = await increment(`calls:${await sha256Hex(getPrincipalId(principal))}:${window}`)
  // What one customer is refused must not count against the others.
  const isOver = own > CUSTOMER_CALLS || (await increment(`calls:customers:${window}`)) > ALL_CUSTOMERS_CALLS
  if (!isOver) return
  throw new ApiError('rate_limited', {
    retryAfter: Math.max(MIN_WAIT, Math.ceil((window + 1) * WINDOW - now)),
    reason: 'The budget of requests to Intercom for customers is spent',
  })
}

import { sha256HexKept } from '../sha256.ts'
import { ApiError } from './errors.ts'
import { type Caller, getPrincipalId } from './principals.ts'
import { getMemoryStore, getStore, type Store } from '../stores/kv-store.ts'

/** Seconds per window, as in Intercom's rate limit. */
export const WINDOW = 10

/** Requests to Intercom per window and customer: a batch of 50 events, and the rest of the page. */
export const CUSTOMER_CALLS = 100

/** For all customers together. Intercom allows a private app 1,666; the rest is for agents, even if the windows overlap. */
export const ALL_CUSTOMERS_CALLS = 800

/** Least seconds of `Retry-After`: long enough that the Intercom client throws instead of waiting. */
const MIN_WAIT = 4

async function increment(key: string): Promise<number> {
  const count = (store: Store) => store.increment(key, 2 * WINDOW)
  return Promise.resolve().then(() => count(getStore())).catch(() => count(getMemoryStore()))
}

/** Counts a request to Intercom caused by a customer. Agents are not counted. */
export async function spendCall(principal: Caller): Promise<void> {
  if (principal.kind === 'agent') return
  const now = Date.now() / 1000
  const window = Math.floor(now / WINDOW)
  const own = await increment(`calls:${await sha256HexKept(getPrincipalId(principal))}:${window}`)
  // A refused request must not count against other customers.
  const isOver = own > CUSTOMER_CALLS || (await increment(`calls:customers:${window}`)) > ALL_CUSTOMERS_CALLS
  if (!isOver) return
  throw new ApiError('rate_limited', {
    retryAfter: Math.max(MIN_WAIT, Math.ceil((window + 1) * WINDOW - now)),
    reason: 'The budget of requests to Intercom for customers is spent',
  })
}

import { sha256Hex } from '../sha256.ts'
import { ApiError } from './errors.ts'
import { getMemoryStore, getStore, type Store } from '../stores/kv-store.ts'

/** Requests per window and IP address. Pages of signed-out visitors make a few. */
const LIMIT = 300
const WINDOW = 60

/** Returns the client's IP address as the platform's proxy reports it. Without a proxy, all clients share one count. */
function getAddress({ headers }: Request): string {
  return headers.get('x-real-ip') ?? headers.get('x-forwarded-for')?.split(',', 1)[0]?.trim() ?? ''
}

export async function countAnonymous(request: Request): Promise<void> {
  const now = Date.now() / 1000
  const window = Math.floor(now / WINDOW)
  const key = `anonymous:${await sha256Hex(getAddress(request).slice(0, 100))}:${window}`
  const count = (store: Store) => store.increment(key, WINDOW)
  const asked = await Promise.resolve().then(() => count(getStore())).catch(() => count(getMemoryStore()))
  if (asked > LIMIT) throw new ApiError('rate_limited', { retryAfter: Math.max(1, Math.ceil((window + 1) * WINDOW - now)) })
}

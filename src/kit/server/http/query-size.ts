import { ApiError } from './errors.ts'

/** Most characters of a URL. The contract's longest query has fewer than 6,000. */
const MAX_ADDRESS = 8192
const MAX_KEYS = 30

/** Refuses oversized URLs before anything parses them, because the caller is still unknown. */
export function refuseLongQuery({ url }: Request): void {
  if (url.length <= MAX_ADDRESS && url.split('&', MAX_KEYS + 1).length <= MAX_KEYS) return
  throw new ApiError('invalid_request', { message: `The query is too long: at most ${MAX_KEYS} keys and ${MAX_ADDRESS} characters.` })
}

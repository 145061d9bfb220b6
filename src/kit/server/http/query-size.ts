import { ApiError } from './errors.ts'

/** Characters of an address. The longest query of the contract has less than 6,000. */
const MAX_ADDRESS = 8192

/** Keys of a query string. */
const MAX_KEYS = 30

/**
 * Refuses an address that no route asks for, before anything else reads it: whoever sends it is not known yet.
 *
 * @throws ApiError `invalid_request`
 */
export function refuseLongQuery({ url }: Request): void {
  if (url.length <= MAX_ADDRESS && url.split('&', MAX_KEYS + 1).length <= MAX_KEYS) return
  throw new ApiError('invalid_request', { message: `The query is too long: at most ${MAX_KEYS} keys and ${MAX_ADDRESS} characters.` })
}

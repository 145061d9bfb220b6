/**
 * A browser that repeats a request, because the response was lost or a button was pressed twice, sends the same
 * `Idempotency-Key`, and gets the first response again. A key belongs to a caller and a route, and is kept for a day:
 *
 * | First attempt         | Request with the same key                                                          |
 * |-----------------------|------------------------------------------------------------------------------------|
 * | runs                  | `conflict`, with `retry_after`                                                     |
 * | succeeded             | its response                                                                       |
 * | failed, wrote nothing | runs                                                                               |
 * | failed, may have been | `conflict` without `retry_after`: a person has to look; with `repeatable`, it runs |
 *
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
import { sha256Hex } from '../sha256.ts'
import { runOnce } from '../stores/once.ts'
import { ApiError } from './errors.ts'
import type { Principal } from './principal.ts'
import { getPrincipalId } from './principals.ts'

/** How a route treats `Idempotency-Key`. */
export interface Idempotency {
  /** Whether a request without a key is refused. */
  key: 'required' | 'optional'
  /** Whether another attempt does no harm, because Intercom counts the same thing once. */
  repeatable?: boolean
}

/** A request, and its caller. */
export interface Attempt<Data> {
  request: Request
  principal: Principal
  /** Method and path of the route, with the values of its parameters. */
  target: unknown
  /** The parsed body. */
  body: unknown
  /** Whether a failed attempt may have been done. */
  mayHaveWritten: () => boolean
  /** Whether a response is final. If not, the next attempt runs again. */
  isFinal?: (data: Data) => boolean
}

/** Seconds that a response is kept. */
const KEPT = 24 * 60 * 60

/** Seconds after which an attempt that has not ended is taken to be dead: more than any request may take. */
const LEASE = 60

function readKey(request: Request, { key: need }: Idempotency): string | null {
  const key = request.headers.get('idempotency-key')
  if (key === null && need === 'optional') return null
  if (key !== null && /^[\w.:-]{1,128}$/.test(key)) return key
  const problem = key === null ? 'is needed' : 'must be 1 to 128 letters, digits, "-", "_", "." or ":"'
  throw new ApiError('invalid_request', {
    message: `The header Idempotency-Key ${problem}. Give each request a key of its own, such as a UUID.`,
    fields: { 'Idempotency-Key': problem },
  })
}

/** Key in the store. Agents and customers are two kinds, with limits of their own: see `createMemoryStore()`. */
async function getStoreKey(principal: Principal, target: unknown, given: string): Promise<string> {
  const [owner, request] = await Promise.all([sha256Hex(getPrincipalId(principal)), sha256Hex([target, given])])
  return `idempotency-${principal.kind}:${owner}:${request}`
}

/**
 * Does something once for each `Idempotency-Key`.
 *
 * @param options how the route treats keys
 * @param attempt the request
 * @param run does it; called with the Unix seconds of the first attempt, which stay the same in every later one
 * @throws ApiError `invalid_request` for a key that is missing or not valid, `conflict` as in the table above,
 *   `unavailable` if the store fails, and whatever `run` throws
 */
export async function once<Data>(
  options: Idempotency,
  attempt: Attempt<Data>,
  run: (firstTriedAt: number) => Promise<Data>,
): Promise<Data> {
  const given = readKey(attempt.request, options)
  if (given === null) return run(Math.floor(Date.now() / 1000))
  const [key, fingerprint] = await Promise.all([
    getStoreKey(attempt.principal, attempt.target, given), sha256Hex(attempt.body),
  ])
  const { mayHaveWritten, isFinal } = attempt
  const work = { key, fingerprint, kept: KEPT, lease: LEASE, repeatable: options.repeatable ?? false, mayHaveWritten, isFinal }
  return (await runOnce(work, run)).data
}

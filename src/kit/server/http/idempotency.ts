/**
 * Handles `Idempotency-Key`: a retry gets the first response again. Keys belong to a caller and a route, and last for a day.
 *
 * | First attempt         | Retry                                                                  |
 * |-----------------------|------------------------------------------------------------------------|
 * | runs                  | `conflict`, with `retry_after`                                         |
 * | succeeded             | its response                                                           |
 * | failed, wrote nothing | runs                                                                   |
 * | failed, may have been | `conflict` without `retry_after`; runs if the route is `repeatable`    |
 *
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
import { sha256Hex } from '../sha256.ts'
import { runOnce } from '../stores/once.ts'
import { ApiError } from './errors.ts'
import { type Caller, getPrincipalId } from './principals.ts'

export interface Idempotency {
  /** Whether requests without a key are refused. */
  key: 'required' | 'optional'
  /** Whether a second run does no harm, because Intercom merges the two. */
  repeatable?: boolean
}

interface Attempt<Data> {
  request: Pick<Request, 'headers'>
  principal: Caller
  target: unknown
  body: unknown
  mayHaveWritten: () => boolean
  isFinal?: (data: Data) => boolean
}

const KEPT = 24 * 60 * 60

/** Seconds after which an unfinished attempt counts as dead: longer than any request. */
const LEASE = 60

function readKey(request: Pick<Request, 'headers'>, { key: need }: Idempotency): string | null {
  const key = request.headers.get('idempotency-key')
  if (key === null && need === 'optional') return null
  if (key !== null && /^[\w.:-]{1,128}$/.test(key)) return key
  const problem = key === null ? 'is needed' : 'must be 1 to 128 letters, digits, "-", "_", "." or ":"'
  throw new ApiError('invalid_request', {
    message: `The header Idempotency-Key ${problem}. Give each request a key of its own, such as a UUID.`,
    fields: { 'Idempotency-Key': problem },
  })
}

/** Builds the store key. Agents, customers and visitors are kinds that the memory store limits separately. */
async function getStoreKey(principal: Caller, target: unknown, given: string): Promise<string> {
  const [owner, request] = await Promise.all([sha256Hex(getPrincipalId(principal)), sha256Hex([target, given])])
  return `idempotency-${principal.kind}:${owner}:${request}`
}

/** `run` is called with the Unix seconds of the first attempt, which stay the same in retries. */
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

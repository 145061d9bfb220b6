/**
 * The same request twice is one request: a browser that sends something again, because the answer was lost or a button
 * was pressed twice, says so with an `Idempotency-Key`, and the first answer is given again.
 *
 * A key belongs to who asks and to the route, and is remembered for a day:
 *
 * | The first try      | a request with the same key                                                                  |
 * |--------------------|----------------------------------------------------------------------------------------------|
 * | is under way       | is answered `conflict`, with a second to wait                                                |
 * | succeeded          | is given its answer; nothing is done                                                         |
 * | failed, certainly  | is a first try                                                                               |
 * | failed, perhaps    | is answered `conflict` without a time to wait: whether it was done is for a person to look up |
 *
 * The last row is for what would be there twice, such as a reply. What Intercom takes twice and counts once, such as an
 * event, is tried again instead (`repeatable`).
 *
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
import { z } from 'zod'
import type { Principal } from './principal.ts'
import { digestOf } from '../sha256.ts'
import { ApiError } from './errors.ts'
import { principalId } from './principals.ts'
import { getStore, type Store } from '../stores/kv-store.ts'

/** How a route treats `Idempotency-Key`. */
export interface Idempotency {
  /** Whether a request without a key is refused. */
  key: 'required' | 'optional'
  /** Whether another try does no harm, because Intercom takes the same thing twice for one. */
  repeatable?: boolean
}

/** What is asked, and by whom. */
export interface Attempt<Data> {
  request: Request
  principal: Principal
  /** The route's method and path, with what its parameters are. */
  target: unknown
  /** The body as it was parsed: the same key with another body is a mistake. */
  body: unknown
  /** Whether something may have been done, although it failed. */
  mayHaveWritten: () => boolean
  /** Whether an answer is final. One that is not is not remembered, and the next try runs again. */
  isFinal?: (data: Data) => boolean
}

/** Seconds that a key is remembered. */
const REMEMBERED = 24 * 60 * 60

/** Seconds after which a try that has not ended never will: its process is gone. Longer than any request may take. */
const LOST = 60

const recordSchema = z.object({
  state: z.enum(['running', 'done', 'unknown']),
  /** When it was first tried, in Unix seconds. */
  at: z.number(),
  /** Of the body. */
  fingerprint: z.string(),
  answer: z.unknown().optional(),
})

type KeyRecord = z.infer<typeof recordSchema>

function readKey(request: Request, { key: need }: Idempotency): string | null {
  const key = request.headers.get('idempotency-key')
  if (key === null && need === 'optional') return null
  if (key !== null && /^[\w.:-]{1,128}$/.test(key)) return key
  const problem = key === null ? 'is needed' : 'must be 1 to 128 letters, digits, "-", "_", "." or ":"'
  throw new ApiError('invalid_request', {
    message: `The header Idempotency-Key ${problem}. Give each thing that is sent a key of its own, such as a UUID.`,
    fields: { 'Idempotency-Key': problem },
  })
}

async function readRecord(store: Store, key: string): Promise<KeyRecord | null> {
  const text = await store.get(key)
  return text === null ? null : recordSchema.parse(JSON.parse(text))
}

/**
 * Claims a key. A first try that did nothing forgets its key, perhaps between the two questions here: then it is claimed
 * once more, so that of many who come at that moment one alone goes on.
 *
 * @returns what stands under the key already; null where it was claimed
 */
async function claim(store: Store, key: string, record: string): Promise<KeyRecord | null> {
  for (let round = 0; round < 3; round += 1) {
    if (await store.setIfAbsent(key, record, REMEMBERED)) return null
    const earlier = await readRecord(store, key)
    if (earlier) return earlier
  }
  throw underWay()
}

function underWay(): ApiError {
  return new ApiError('conflict', { message: 'The same request is under way already.', retryAfter: 1 })
}

function isOver(record: KeyRecord): boolean {
  return record.state !== 'running' || Date.now() / 1000 - record.at > LOST
}

/** Says what is to be done about an earlier try; gives its answer, or null for another try. */
function settle(record: KeyRecord, fingerprint: string, { repeatable }: Idempotency): { answer: unknown } | null {
  if (record.fingerprint !== fingerprint) {
    throw new ApiError('invalid_request', {
      message: 'This Idempotency-Key was used for another request. Give each thing that is sent a key of its own.',
      fields: { 'Idempotency-Key': 'was used for another request' },
    })
  }
  if (record.state === 'done') return { answer: record.answer }
  if (!isOver(record)) throw underWay()
  if (repeatable) return null
  throw new ApiError('conflict', {
    message:
      'It is not known whether the first try arrived. Look whether it is there; if it is not, send it again as a new ' +
      'request, with a new Idempotency-Key.',
  })
}

/**
 * Does something once for each `Idempotency-Key`.
 *
 * @param options how the route treats keys
 * @param attempt what is asked
 * @param run does it; it is given the Unix seconds of the first try, which stay the same in every later one
 * @throws ApiError `invalid_request` for a key that is missing or not valid, `conflict` as the table above says, and
 *   whatever `run` throws
 */
export async function once<Data>(
  options: Idempotency,
  attempt: Attempt<Data>,
  run: (firstTriedAt: number) => Promise<Data>,
): Promise<Data> {
  const now = Math.floor(Date.now() / 1000)
  const given = readKey(attempt.request, options)
  if (given === null) return run(now)

  const store = getStore()
  const key = `idempotency:${await digestOf([principalId(attempt.principal), attempt.target, given])}`
  const fingerprint = await digestOf(attempt.body)
  let at = now
  const text = (rest: Pick<KeyRecord, 'state' | 'answer'>) => JSON.stringify({ ...rest, at, fingerprint })

  const earlier = await claim(store, key, text({ state: 'running' }))
  if (earlier) {
    const settled = settle(earlier, fingerprint, options)
    if (settled) return settled.answer as Data
    at = earlier.at
    await store.set(key, text({ state: 'running' }), REMEMBERED)
  }

  let data: Data
  try {
    data = await run(at)
  } catch (thrown) {
    // What failed before anything was done may be begun anew, even with another body.
    const forget = !attempt.mayHaveWritten()
    await afterwards(forget ? store.delete(key) : store.set(key, text({ state: 'unknown' }), REMEMBERED))
    throw thrown
  }
  const isFinal = attempt.isFinal?.(data) ?? true
  await afterwards(store.set(key, text(isFinal ? { state: 'done', answer: data } : { state: 'unknown' }), REMEMBERED))
  return data
}

/** A store that fails now changes nothing of what was done: the key stays `running`, and is never run again by itself. */
async function afterwards(work: Promise<void>): Promise<void> {
  await work.catch(() => {})
}

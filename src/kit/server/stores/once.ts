import { z } from 'zod'
import { ApiError } from '../http/errors.ts'
import { askStore } from './kv-store.ts'

const recordSchema = z.object({
  state: z.enum(['running', 'done', 'unknown']),
  /** Id of the attempt. */
  attempt: z.string(),
  /** Unix seconds of the first attempt. */
  at: z.number(),
  /** Unix seconds until which the process that runs it is taken to be alive. */
  until: z.number(),
  /** Digest of the input. */
  fingerprint: z.string(),
  answer: z.unknown().optional(),
})

type OnceRecord = z.infer<typeof recordSchema>

/** Work that is done once for each key. */
export interface OnceOptions<Data> {
  /** Key in the store. */
  key: string
  /** Digest of the input. The same key with another one is an error. */
  fingerprint: string
  /** Seconds that the result is kept. */
  kept: number
  /** Seconds after which an attempt that has not ended is taken to be dead. */
  lease: number
  /** Whether the lease is renewed while the work runs. Without it, the work must end within the lease. @default false */
  renews?: boolean
  /** Whether another attempt does no harm after one that may have been done. */
  repeatable: boolean
  /** Whether a failed attempt may have been done. */
  mayHaveWritten: () => boolean
  /** Whether a result is final. If not, the next attempt runs again. */
  isFinal?: ((data: Data) => boolean) | undefined
}

/** Result of {@link runOnce}. */
export interface OnceResult<Data> {
  data: Data
  /** Whether an earlier attempt made the result, and nothing was done now. */
  isReplay: boolean
}

const nowSeconds = () => Math.floor(Date.now() / 1000)

/** Error for a key that another attempt holds. */
function inProgressError(): ApiError {
  return new ApiError('conflict', { message: 'The same request is under way already.', retryAfter: 1 })
}

async function readRecord(key: string): Promise<OnceRecord | null> {
  const text = await askStore((store) => store.get(key))
  return text === null ? null : recordSchema.parse(JSON.parse(text))
}

/**
 * Claims a key. An attempt that did nothing removes its key, perhaps between the two calls here, so the claim is repeated:
 * of many callers at that moment, one runs.
 *
 * @returns the record of an earlier attempt, or null if the key was claimed
 */
async function claim(key: string, record: string, kept: number): Promise<OnceRecord | null> {
  for (let round = 0; round < 3; round += 1) {
    if (await askStore((store) => store.setIfAbsent(key, record, kept))) return null
    const earlier = await readRecord(key)
    if (earlier) return earlier
  }
  throw inProgressError()
}

/** Returns the result of an earlier attempt, or null if the work runs again. */
async function settle(earlier: OnceRecord, options: OnceOptions<never>): Promise<{ answer: unknown } | null> {
  if (earlier.fingerprint !== options.fingerprint) {
    throw new ApiError('invalid_request', {
      message: 'This Idempotency-Key was used for another request. Give each request a key of its own.',
      fields: { 'Idempotency-Key': 'was used for another request' },
    })
  }
  if (earlier.state === 'done') return { answer: earlier.answer }
  if (earlier.state === 'running' && Date.now() / 1000 <= earlier.until) throw inProgressError()
  if (!options.repeatable) {
    throw new ApiError('conflict', {
      message:
        'It is not known whether the first try arrived. Look whether it is there; if it is not, send it again as a ' +
        'new request, with a new Idempotency-Key.',
    })
  }
  // Of several callers that find the same dead attempt, one replaces it.
  const replaces = `${options.key}:after:${earlier.attempt}`
  if (!(await askStore((store) => store.setIfAbsent(replaces, '1', options.lease)))) throw inProgressError()
  return null
}

/**
 * Runs work once for each key, across all instances that share a store.
 *
 * @param run the work, called with the Unix seconds of the first attempt
 * @throws ApiError `unavailable` if the store fails before the work, `conflict` if another attempt runs or may have been
 *   done, `invalid_request` for a key of other input, and whatever `run` throws
 */
export async function runOnce<Data>(
  options: OnceOptions<Data>,
  run: (firstTriedAt: number) => Promise<Data>,
): Promise<OnceResult<Data>> {
  const { key, fingerprint, kept, lease } = options
  const attempt = crypto.randomUUID()
  let at = nowSeconds()
  const toText = (rest: Pick<OnceRecord, 'state' | 'answer'>) =>
    JSON.stringify({ ...rest, attempt, at, until: nowSeconds() + lease, fingerprint })
  const write = (text: string) => askStore((store) => store.set(key, text, kept))
  // A store that fails after the work changes nothing about it: the record stays `running`, and its lease ends.
  const writeLater = (rest: Pick<OnceRecord, 'state' | 'answer'>) => write(toText(rest)).catch(() => {})

  const earlier = await claim(key, toText({ state: 'running' }), kept)
  if (earlier) {
    const settled = await settle(earlier, options as OnceOptions<never>)
    if (settled) return { data: settled.answer as Data, isReplay: true }
    at = earlier.at
    await write(toText({ state: 'running' }))
  }

  let renewal: Promise<unknown> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined
  function renew(): void {
    timer = setTimeout(() => {
      renewal = writeLater({ state: 'running' })
      renew()
    }, (lease * 1000) / 3)
  }
  if (options.renews) renew()
  try {
    const data = await run(at)
    clearTimeout(timer)
    await renewal
    await writeLater((options.isFinal?.(data) ?? true) ? { state: 'done', answer: data } : { state: 'unknown' })
    return { data, isReplay: false }
  } catch (thrown) {
    clearTimeout(timer)
    await renewal
    // An attempt that did nothing may be repeated, even with other input.
    if (options.mayHaveWritten()) await writeLater({ state: 'unknown' })
    else await askStore((store) => store.delete(key)).catch(() => {})
    throw thrown
  }
}

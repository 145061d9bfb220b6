import { z } from 'zod'
import { ApiError } from '../http/errors.ts'
import { callStore } from './kv-store.ts'

const recordSchema = z.object({
  state: z.enum(['running', 'done', 'unknown']),
  attempt: z.string(),
  at: z.number(),
  /** Unix seconds until which the running process counts as alive. */
  until: z.number(),
  fingerprint: z.string(),
  answer: z.unknown().optional(),
})

type OnceRecord = z.infer<typeof recordSchema>

interface OnceOptions<Data> {
  key: string
  /** Digest of the input. Reusing a key with another input is an error. */
  fingerprint: string
  kept: number
  /** Seconds after which an unfinished attempt is dead. */
  lease: number
  /** Whether to renew the lease during the work. Otherwise the work must end within the lease. @default false */
  renews?: boolean
  /** Whether a second run does no harm after an attempt with unknown result. */
  repeatable: boolean
  /** Whether a failed run may have had an effect. */
  mayHaveWritten: () => boolean
  /** Whether to keep a result. If not, the next attempt runs again. */
  isFinal?: ((data: Data) => boolean) | undefined
}

interface OnceResult<Data> {
  data: Data
  /** Whether the result is from an earlier attempt. */
  isReplay: boolean
}

const nowSeconds = () => Math.floor(Date.now() / 1000)

function createInProgressError(): ApiError {
  return new ApiError('conflict', { message: 'The same request is already in progress.', retryAfter: 1 })
}

async function readRecord(key: string): Promise<OnceRecord | null> {
  const text = await callStore((store) => store.get(key))
  return text === null ? null : recordSchema.parse(JSON.parse(text))
}

/** Returns the record of an earlier attempt, if any. A failed attempt may remove its key between the two calls, so repeat. */
async function claim(key: string, record: string, kept: number): Promise<OnceRecord | null> {
  for (let round = 0; round < 3; round += 1) {
    if (await callStore((store) => store.setIfAbsent(key, record, kept))) return null
    const earlier = await readRecord(key)
    if (earlier) return earlier
  }
  throw createInProgressError()
}

async function settle(earlier: OnceRecord, options: OnceOptions<never>): Promise<{ answer: unknown } | null> {
  if (earlier.fingerprint !== options.fingerprint) {
    throw new ApiError('invalid_request', {
      message: 'This Idempotency-Key was used for another request. Give each request a key of its own.',
      fields: { 'Idempotency-Key': 'was used for another request' },
    })
  }
  if (earlier.state === 'done') return { answer: earlier.answer }
  if (earlier.state === 'running' && Date.now() / 1000 <= earlier.until) throw createInProgressError()
  if (!options.repeatable) {
    throw new ApiError('conflict', {
      message:
        'The first attempt may have succeeded. Check its result, and retry with a new Idempotency-Key only if it failed.',
    })
  }
  // If several callers find the same dead attempt, one replaces it.
  const replaces = `${options.key}:after:${earlier.attempt}`
  if (!(await callStore((store) => store.setIfAbsent(replaces, '1', options.lease)))) throw createInProgressError()
  return null
}

/**
 * Runs work once per key, across all instances that share a store. `run` gets the Unix seconds of the first attempt. Throws
 * `unavailable` if the store fails, `conflict` if another attempt runs or may have had an effect.
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
  const write = (text: string) => callStore((store) => store.set(key, text, kept))
  // If the store fails after the work, the record stays `running` until its lease ends.
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
    // An attempt without effect may be repeated, even with other input.
    if (options.mayHaveWritten()) await writeLater({ state: 'unknown' })
    else await callStore((store) => store.delete(key)).catch(() => {})
    throw thrown
  }
}

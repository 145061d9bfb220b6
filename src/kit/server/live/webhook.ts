import { type WebhookResponse, webhookResponseSchema } from '../../contracts/index.ts'
import { ApiError } from '../http/errors.ts'
import { toJsonResponse } from '../http/json-response.ts'
import { readRequest } from '../http/read-body.ts'
import { isJson } from '../http/request-input.ts'
import type { RouteHandler } from '../http/route-handler.ts'
import { withRequestLog } from '../http/with-request-log.ts'
import { intercomNotificationSchema } from '../intercom/intercom-schemas.ts'
import { describe, log } from '../log.ts'
import { readWebhookSecrets } from '../settings.ts'
import { sha256Hex } from '../sha256.ts'
import { runOnce } from '../stores/once.ts'
import { waitUntil } from '../async-work.ts'
import type { WebhookEvent } from './webhook-events.ts'
import { limitJson } from '../intercom/limited-json.ts'
import { THREAD_LIMITS } from '../intercom/intercom-response.ts'
import { hasSignature, isSignedByIntercom } from './webhook-signature.ts'

/** Bytes of a delivery: a conversation with several long emails. Hosts such as Vercel allow only 4.5 MB. */
const MAX_DELIVERY = 16 * 1024 * 1024

/** Seconds after which a delivery is refused as a replay. Intercom retries once, after a minute. */
const MAX_AGE = 24 * 60 * 60

/** Seconds to remember a delivery: longer than it is accepted, allowing for clock skew. */
const KEPT = 2 * MAX_AGE

/** Milliseconds until the response, even if handlers still run. Intercom delays webhooks of slow apps. */
const RESPONSE_DEADLINE = 400

/** Milliseconds between checks of a delivery that another request handles. */
const POLL_INTERVAL = 50

/** Seconds after which a silent handler counts as dead. Intercom delivers again after a minute. */
const LEASE = 15

/** Options of {@link createWebhookRoute}. */
interface WebhookOptions {
  path: string
  /** Handles a delivery. If it throws, Intercom delivers again. */
  work: (event: WebhookEvent) => Promise<void>
}

interface Delivery {
  event: WebhookEvent
  key: string
}

function createSignatureError(): ApiError {
  return new ApiError('unauthorized', { message: 'The signature is missing or invalid. Check INTERCOM_CLIENT_SECRET.' })
}

async function readSigned(request: Request): Promise<string> {
  if (!isJson(request)) throw new ApiError('unsupported_media_type')
  const secrets = readWebhookSecrets()
  // Don't read large bodies of callers without a signature.
  if (!hasSignature(request.headers)) throw createSignatureError()
  const bytes = await readRequest(request, MAX_DELIVERY)
  if (!bytes) throw new ApiError('payload_too_large', { message: `The body is larger than ${MAX_DELIVERY} bytes.` })
  if (!(await isSignedByIntercom(request.headers, bytes, secrets))) {
    throw createSignatureError()
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return limitJson(bytes, THREAD_LIMITS) ?? ''
  } catch {
    throw new ApiError('invalid_request', { message: 'The body is not UTF-8. Only notifications of Intercom belong here.' })
  }
}

/** Parses a delivery; `null` for calls such as pings, which only need a response. */
async function readDelivery(text: string): Promise<Delivery | null> {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw new ApiError('invalid_request', { message: 'The body is not JSON. Only notifications of Intercom belong here.' })
  }
  const result = intercomNotificationSchema.safeParse(data)
  if (!result.success) throw new ApiError('invalid_request', { message: 'The body is not a notification of Intercom. Only those belong here.' })
  const { id, topic, app_id, created_at, first_sent_at, data: content } = result.data
  if (topic === null || topic === 'ping') return null
  const now = Date.now() / 1000
  if (Math.abs(now - (first_sent_at ?? created_at ?? now)) > MAX_AGE) {
    throw new ApiError('invalid_request', { message: 'The notification is older than a day, so it may be a replay. Check the clock of the server.' })
  }
  const item = content?.item ?? null
  // Some topics, such as conversation.read, have no id.
  const name = id ?? (await sha256Hex([topic, item, created_at]))
  const event = { id, topic, app_id, created_at: created_at ?? first_sent_at ?? Math.floor(now), item }
  return { event, key: `webhook:${app_id}:${name}` }
}

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Handles a delivery once. Waits for another request that handles it, so that Intercom retries if its process dies. */
async function handle({ event, key }: Delivery, work: WebhookOptions['work'], onStart: () => void): Promise<WebhookResponse> {
  const end = performance.now() + RESPONSE_DEADLINE
  let hasStarted = false
  const run = async () => {
    hasStarted = true
    onStart()
    await work(event)
  }
  for (;;) {
    try {
      const { isReplay } = await runOnce(
        { key, fingerprint: '', kept: KEPT, lease: LEASE, renews: true, repeatable: true, mayHaveWritten: () => false }, run,
      )
      return { received: true, duplicate: isReplay }
    } catch (thrown) {
      if (hasStarted || !(thrown instanceof ApiError) || thrown.code !== 'conflict') throw thrown
      if (performance.now() > end) throw new ApiError('unavailable', { message: 'Another request handles this delivery. Send it again later.', retryAfter: LEASE })
      await sleep(POLL_INTERVAL)
    }
  }
}

async function receive(delivery: Delivery, { path, work }: WebhookOptions): Promise<WebhookResponse> {
  const start = performance.now()
  let hasResponded = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let onStart = () => {}
  const patience = new Promise<WebhookResponse>((resolve) => {
    onStart = () => (timer = setTimeout(() => resolve({ received: true, duplicate: false }), RESPONSE_DEADLINE))
  })
  const handled = handle(delivery, work, onStart)
  waitUntil(handled.then(() => {}, (thrown: unknown) => {
    if (!hasResponded) return
    const entry = { request_id: crypto.randomUUID(), method: 'POST', route: path, status: 500, code: 'internal' }
    log({ ...entry, duration: Math.round(performance.now() - start), reason: `After the response: ${describe(thrown)}` })
  }))
  try {
    return await Promise.race([handled, patience])
  } finally {
    hasResponded = true
    clearTimeout(timer)
  }
}

/**
 * Creates the route for Intercom's webhooks. Verifies the signature instead of calling `authorize`. Every delivery is handled
 * at least once: if a handler throws or its process dies, Intercom delivers again.
 *
 * ```ts
 * export const { HEAD, POST } = createRoute(authorize, createWebhookRoute({ path, work }))
 * ```
 */
export function createWebhookRoute(options: WebhookOptions): { HEAD: RouteHandler; POST: RouteHandler } {
  const { path } = options
  const POST = withRequestLog(path, async (request) => {
    const delivery = await readDelivery(await readSigned(request))
    return toJsonResponse(200, delivery ? await receive(delivery, options) : { received: true, duplicate: false })
  })
  const about = {
    path,
    summary: 'Receives webhooks: conversations and contacts that were created or changed.',
    allow: 'signature' as const,
    response: webhookResponseSchema,
    maxBody: MAX_DELIVERY,
  }
  return { HEAD: withRequestLog(path, async () => toJsonResponse(200, undefined)), POST: Object.assign(POST, { about }) }
}

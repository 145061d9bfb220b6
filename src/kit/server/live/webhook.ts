/**
 * Receives what Intercom tells: once each, signed, not older than a day, and answered before half a second is over,
 * because slower answers make Intercom deliver later.
 *
 * https://developers.intercom.com/docs/webhooks/webhook-notifications
 */
import { answered } from '../http/with-request-log.ts'
import { type WebhookResponse, webhookResponseSchema } from '../../contracts/index.ts'
import { ApiError } from '../http/errors.ts'
import type { RouteHandler } from '../http/route-handler.ts'
import { intercomNotificationSchema } from '../intercom/intercom-schemas.ts'
import { jsonResponse } from '../http/json-response.ts'
import { describe, log } from '../log.ts'
import { readBytes } from '../http/read-body.ts'
import { isJson } from '../http/request-input.ts'
import { readWebhookSecrets } from '../settings.ts'
import { getStore } from '../stores/kv-store.ts'
import { waitUntil } from '../wait-until.ts'
import type { WebhookEvent } from './webhook-events.ts'
import { limitJson } from '../intercom/limited-json.ts'
import { THREAD_LIMITS } from '../intercom/intercom-response.ts'
import { hasSignature, isSignedByIntercom } from './webhook-signature.ts'

/** Bytes of a delivery: a conversation with several long e-mails. Hosts such as Vercel refuse more than 4.5 MB themselves. */
const MAX_DELIVERY = 16 * 1024 * 1024

/** Seconds after which a delivery is too old: somebody has kept it. Intercom tries twice, a minute apart. */
const MAX_AGE = 24 * 60 * 60

/** Seconds that an id is remembered: longer than a delivery is believed, with clocks that differ. */
const REMEMBERED = 2 * MAX_AGE

/** Milliseconds until Intercom is answered, whether the work is done or not. */
const PATIENCE = 400

/** What receives deliveries, and where. */
export interface WebhookOptions {
  /** Where it is mounted. */
  path: string
  /** What is done about a delivery; what it throws makes Intercom deliver again. */
  work: (event: WebhookEvent) => Promise<void>
}

function unsigned(): ApiError {
  return new ApiError('unauthorized', { message: 'The signature is missing, or it is not that of this app in Intercom.' })
}

async function readSigned(request: Request): Promise<string> {
  if (!isJson(request)) throw new ApiError('unsupported_media_type')
  const secrets = readWebhookSecrets()
  // Nothing of this size is read for a caller who doesn't even claim to be Intercom.
  if (!hasSignature(request.headers)) throw unsigned()
  const bytes = await readBytes(request.body, MAX_DELIVERY)
  if (!bytes) throw new ApiError('payload_too_large', { message: `The body is larger than ${MAX_DELIVERY} bytes.` })
  if (!(await isSignedByIntercom(request.headers, bytes, secrets))) {
    throw unsigned()
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return limitJson(bytes, THREAD_LIMITS) ?? ''
  } catch {
    throw new ApiError('invalid_request', { message: 'The body is not UTF-8.' })
  }
}

/** Reads a delivery. Null is a call that asks for nothing but an answer. */
function readEvent(text: string): WebhookEvent | null {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw new ApiError('invalid_request', { message: 'The body is not JSON.' })
  }
  const result = intercomNotificationSchema.safeParse(data)
  if (!result.success) throw new ApiError('invalid_request', { message: 'The body is not a notification.' })
  const { id, topic, app_id, created_at, first_sent_at, data: content } = result.data
  if (topic === null || topic === 'ping') return null
  const sentAt = first_sent_at ?? created_at
  if (id === null || sentAt === null) {
    throw new ApiError('invalid_request', { message: 'The notification has no id or no time, so it cannot be told from others.' })
  }
  if (Math.abs(Date.now() / 1000 - sentAt) > MAX_AGE) {
    throw new ApiError('invalid_request', { message: 'The notification is older than a day.' })
  }
  return { id, topic, app_id, created_at: created_at ?? sentAt, item: content?.item ?? null }
}

/** Lets nobody else take the delivery; gives what lets it be taken again, or null where somebody has it. */
async function claim({ app_id, id }: WebhookEvent): Promise<(() => Promise<void>) | null> {
  const store = getStore()
  const key = `webhook:${app_id}:${id}`
  return (await store.setIfAbsent(key, 'claimed', REMEMBERED)) ? () => store.delete(key) : null
}

async function receive(event: WebhookEvent, { path, work }: WebhookOptions): Promise<WebhookResponse> {
  const release = await claim(event)
  if (!release) return { received: true, duplicate: true }
  const start = performance.now()
  let isAnswered = false
  const done = Promise.resolve().then(() => work(event)).catch(async (thrown: unknown) => {
    await release().catch(() => {})
    if (!isAnswered) throw thrown
    const entry = { request_id: crypto.randomUUID(), method: 'POST', route: path, status: 500, code: 'internal' }
    log({ ...entry, duration: Math.round(performance.now() - start), reason: `After the answer: ${describe(thrown)}` })
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE)))
  try {
    await Promise.race([done, patience])
  } finally {
    isAnswered = true
    clearTimeout(timer)
  }
  waitUntil(done)
  return { received: true, duplicate: false }
}

/**
 * Makes the route that Intercom delivers to: `createRoute(authorize, createWebhookRoute({ path, work }))`. It is signed instead of signed in, so
 * that `authorize` is not asked, and comes from a server, so that it has no origin.
 *
 * HEAD is answered with 200, which is how Intercom checks the address.
 *
 * @param options what receives deliveries
 */
export function createWebhookRoute(options: WebhookOptions): { HEAD: RouteHandler; POST: RouteHandler } {
  const { path } = options
  const POST = answered(path, async (request) => {
    const event = readEvent(await readSigned(request))
    const answer: WebhookResponse = event ? await receive(event, options) : { received: true, duplicate: false }
    return jsonResponse(200, answer)
  })
  const about = {
    path,
    summary: 'Receives what Intercom tells of: conversations and contacts that were made or changed.',
    allow: 'signature' as const,
    response: webhookResponseSchema,
    maxBody: MAX_DELIVERY,
  }
  return { HEAD: answered(path, async () => jsonResponse(200, undefined)), POST: Object.assign(POST, { about }) }
}

import { z } from 'zod'
import type { Principal } from '../http/principals.ts'
import {
  type AcceptedEvent, eventSchema, type EventsResponse, type IntercomEvent, MAX_EVENTS, type RefusedEvent,
} from '../../contracts/index.ts'
import { ApiError } from '../http/errors.ts'
import { mapLimited } from '../../shared/map-limited.ts'
import { parse } from '../http/request-input.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'
import { checkEvent, type EventCatalogue } from './event-catalogue.ts'

const AT_ONCE = 5

/** Request body. Events of a batch are validated one by one, so that an invalid one doesn't fail the others. */
export const eventsRequestSchema = z.union([eventSchema, z.array(z.unknown()).min(1).max(MAX_EVENTS)])

function getEventSubject(principal: Principal, event: IntercomEvent): string {
  if (principal.kind === 'customer') {
    if (event.user_id === undefined || event.user_id === principal.userId) return principal.userId
    throw new ApiError('forbidden', {
      message: 'The event has the id of another user. Omit user_id to use the signed-in user.',
      fields: { user_id: 'must be the signed-in user' },
    })
  }
  if (event.user_id !== undefined) return event.user_id
  const fields = { user_id: 'is required from agents' }
  throw new ApiError('invalid_request', { message: `The event is not valid. "user_id": ${fields.user_id}.`, fields })
}

/** Sends an event to Intercom, which counts events of one name with the same `createdAt` once. */
export async function sendEvent(
  intercom: IntercomClient,
  principal: Principal,
  event: IntercomEvent,
  createdAt: number,
  catalogue: EventCatalogue | undefined,
): Promise<AcceptedEvent> {
  const { event_name } = event
  const metadata = catalogue ? await checkEvent(catalogue, event_name, event.metadata) : event.metadata
  const fields = { event_name, user_id: getEventSubject(principal, event), created_at: createdAt }
  try {
    await intercom.send('POST', ['events'], { ...fields, ...(metadata && { metadata }) }, null)
  } catch (thrown) {
    if (!(thrown instanceof ApiError) || thrown.code !== 'not_found') throw thrown
    throw new ApiError('not_found', {
      message: 'Intercom does not know this user yet. Create the contact first: POST /api/intercom/contacts.',
      reason: thrown.reason,
    })
  }
  return { accepted: true, ...fields }
}

function toRefusedEvent(thrown: unknown): RefusedEvent {
  if (!(thrown instanceof ApiError)) throw thrown
  const { code, message, retryAfter, fields } = thrown
  return { accepted: false, error: { code, message, ...(retryAfter && { retry_after: retryAfter }), ...(fields && { fields }) } }
}

function getEventName(event: unknown): unknown {
  return typeof event === 'object' && event !== null && 'event_name' in event ? event.event_name : undefined
}

/** Counts later events of the same name. Intercom merges those of one user and second, so earlier ones get earlier times. */
function countLaterEvents(events: unknown[], index: number): number {
  const name = getEventName(events[index])
  return events.slice(index + 1).filter((later) => getEventName(later) === name).length
}

/** `at` is the Unix time of the first attempt. Retries reuse it, so that Intercom counts an event once. */
export async function trackEvents(
  intercom: IntercomClient,
  principal: Principal,
  body: z.output<typeof eventsRequestSchema>,
  at: number,
  catalogue?: EventCatalogue,
): Promise<EventsResponse> {
  if (!Array.isArray(body)) return sendEvent(intercom, principal, body, at, catalogue)
  const results = await mapLimited(body, AT_ONCE, async (event, index) => {
    try {
      return await sendEvent(intercom, principal, parse(eventSchema, event, 'event'), at - countLaterEvents(body, index), catalogue)
    } catch (thrown) {
      return toRefusedEvent(thrown)
    }
  })
  return { results }
}

/** Errors that a retry may avoid. */
const retryable = new Set(['rate_limited', 'upstream_unavailable', 'upstream_timeout', 'upstream_invalid'])

export function isFinalResponse(response: EventsResponse): boolean {
  return !('results' in response) || response.results.every((result) => result.accepted || !retryable.has(result.error.code))
}

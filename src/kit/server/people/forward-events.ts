/** Tells Intercom of what customers did. */
import { z } from 'zod'
import type { Principal } from '../http/principal.ts'
import {
  type AcceptedEvent, eventSchema, type EventsResponse, type IntercomEvent, MAX_EVENTS, type RefusedEvent,
} from '../../contracts/index.ts'
import { ApiError } from '../http/errors.ts'
import { mapLimited } from '../../shared/map-limited.ts'
import { parse } from '../http/request-input.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'

/** How many events of one request are under way at once. */
const AT_ONCE = 5

/** The body as the route reads it: of several events, each is looked at by itself, so that one is no trouble for others. */
export const eventsRequestSchema = z.union([eventSchema, z.array(z.unknown()).min(1).max(MAX_EVENTS)])

/** Whose event it is. */
function getEventSubject(principal: Principal, event: IntercomEvent): string {
  if (principal.kind === 'customer') {
    if (event.user_id === undefined || event.user_id === principal.userId) return principal.userId
    throw new ApiError('forbidden', {
      message: 'This event is about another user. Leave user_id out: it is who is signed in.',
      fields: { user_id: 'is not who is signed in' },
    })
  }
  if (event.user_id !== undefined) return event.user_id
  const fields = { user_id: 'is needed: an agent is no customer' }
  throw new ApiError('invalid_request', { message: `The event is not valid. "user_id": ${fields.user_id}.`, fields })
}

async function track(
  intercom: IntercomClient,
  principal: Principal,
  event: IntercomEvent,
  createdAt: number,
): Promise<AcceptedEvent> {
  const { event_name, metadata } = event
  const told = { event_name, user_id: getEventSubject(principal, event), created_at: createdAt }
  try {
    await intercom.send('POST', ['events'], { ...told, ...(metadata && { metadata }) }, null)
  } catch (thrown) {
    if (!(thrown instanceof ApiError) || thrown.code !== 'not_found') throw thrown
    throw new ApiError('not_found', {
      message: 'Intercom does not know this user yet. Create the contact first: POST /api/intercom/contacts.',
      reason: thrown.reason,
    })
  }
  return { accepted: true, ...told }
}

function toRefusedEvent(thrown: unknown): RefusedEvent {
  if (!(thrown instanceof ApiError)) throw thrown
  const { code, message, retryAfter, fields } = thrown
  return { accepted: false, error: { code, message, ...(retryAfter && { retry_after: retryAfter }), ...(fields && { fields }) } }
}

function getEventName(event: unknown): unknown {
  return typeof event === 'object' && event !== null && 'event_name' in event ? event.event_name : undefined
}

/**
 * Intercom takes two events of one user with one name in one second for one. Of several in a request, those that
 * happened before count as a second earlier each.
 */
function secondsBefore(events: unknown[], index: number): number {
  const name = getEventName(events[index])
  return events.slice(index + 1).filter((later) => getEventName(later) === name).length
}

/**
 * Tells Intercom of an event, or of several, each of which is answered for itself.
 *
 * @param body as {@link eventsRequestSchema} has read it
 * @param at Unix seconds: when it happened, the same in each try, so that Intercom counts another try of it once
 * @throws ApiError where a single event is not taken
 */
export async function trackEvents(
  intercom: IntercomClient,
  principal: Principal,
  body: z.output<typeof eventsRequestSchema>,
  at: number,
): Promise<EventsResponse> {
  if (!Array.isArray(body)) return track(intercom, principal, body, at)
  const results = await mapLimited(body, AT_ONCE, async (event, index) => {
    try {
      return await track(intercom, principal, parse(eventSchema, event, 'event'), at - secondsBefore(body, index))
    } catch (thrown) {
      return toRefusedEvent(thrown)
    }
  })
  return { results }
}

/** Refusals that another try of the same request can turn. */
const passing = new Set(['rate_limited', 'upstream_unavailable', 'upstream_timeout', 'upstream_invalid'])

/** Whether another try of the request would be answered the same. */
export function isFinalAnswer(answer: EventsResponse): boolean {
  return !('results' in answer) || answer.results.every((result) => result.accepted || !passing.has(result.error.code))
}

import type { AcceptedEvent } from '../../contracts/index.ts'
import { eventSchema } from '../../contracts/index.ts'
import { spendCall } from '../http/call-budget.ts'
import { once } from '../http/idempotency.ts'
import type { Principal } from '../http/principals.ts'
import { parse } from '../http/request-input.ts'
import { createIntercomClient } from '../intercom/intercom-client.ts'
import { readSettings } from '../settings.ts'
import type { EventCatalogue, InferEvents } from './event-catalogue.ts'
import { sendEvent } from './forward-events.ts'

/** Options of {@link trackServerEvent}. */
export interface ServerEventOptions<Catalogue extends EventCatalogue> {
  /** The app's events, from `defineEvents`. Others are refused. */
  events?: Catalogue | undefined
  /** Key of the cause, such as the id of an order. For a day, calls with the same customer, name and key count one event. */
  idempotencyKey?: string | undefined
}

/**
 * Tracks an event of a customer from a server action, `after()` or a webhook. Doesn't need a browser, or the Messenger.
 *
 * ```ts
 * after(() => trackServerEvent(principal, 'plan_upgraded', { plan: 'team' }, { events, idempotencyKey: invoice.id }))
 * ```
 *
 * @param principal the customer, from your session
 * @throws ApiError as `POST /api/intercom/events` responds, such as `not_found` for a user that Intercom doesn't know
 */
export async function trackServerEvent<Catalogue extends EventCatalogue, Name extends keyof Catalogue & string>(
  principal: Extract<Principal, { kind: 'customer' }>,
  name: Name,
  metadata?: InferEvents<Catalogue>[Name],
  { events, idempotencyKey }: ServerEventOptions<Catalogue> = {},
): Promise<AcceptedEvent> {
  const event = parse(eventSchema, { event_name: name, ...(metadata !== undefined && { metadata }) }, 'event')
  // No signal of a request: the event is sent after the response.
  const client = createIntercomClient({ settings: readSettings(), signal: new AbortController().signal, beforeCall: () => spendCall(principal) })
  const attempt = {
    request: { headers: new Headers(idempotencyKey === undefined ? [] : [['idempotency-key', idempotencyKey]]) },
    principal,
    target: ['trackServerEvent', name],
    body: event,
    mayHaveWritten: () => client.mayHaveWritten,
  }
  return once({ key: 'optional', repeatable: true }, attempt, (firstTriedAt) => sendEvent(client, principal, event, firstTriedAt, events))
}

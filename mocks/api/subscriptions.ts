import { buildAddressableList } from '../data/build-people.ts'
import type { Contact, SubscriptionType } from '../types.ts'
import { type Call, type Endpoint, ok, requireString } from './endpoint.ts'
import { invalid, notFound } from './errors.ts'
import { findContact } from './find.ts'
import { toContactResponse } from './present.ts'

const lists = { opt_in: 'opted_in_subscription_types', opt_out: 'opted_out_subscription_types' } as const
type Consent = keyof typeof lists

function findType({ workspace }: Call, id: string | undefined): SubscriptionType {
  const type = workspace.subscription_types.find((one) => one.id === id)
  if (!type) throw notFound()
  return type
}

const getSubscriptionIds = (contact: Contact, consent: Consent): string[] => contact[lists[consent]].data.map(({ id }) => id)

/** Without `consent`, removes the contact's choice. */
function setConsent(call: Call, contact: Contact, { id }: SubscriptionType, consent?: Consent): void {
  for (const name of ['opt_in', 'opt_out'] as const) {
    const others = getSubscriptionIds(contact, name).filter((one) => one !== id)
    contact[lists[name]] = buildAddressableList(contact.id, 'subscriptions', name === consent ? [...others, id] : others)
  }
  contact.updated_at = call.now
  const topic = consent === 'opt_in' ? 'contact.subscribed' : 'contact.unsubscribed'
  if (consent) call.emit(topic, toContactResponse(contact, call.version))
}

/** Endpoints for subscription types and the choices of contacts. */
export const subscriptionEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/subscription_types',
    respond: ({ workspace }) => ok({ type: 'list', data: workspace.subscription_types }),
  },
  {
    method: 'GET',
    path: '/contacts/{contact_id}/subscriptions',
    respond({ workspace, params }) {
      const contact = findContact(workspace, params.contact_id)
      const ids = [...getSubscriptionIds(contact, 'opt_in'), ...getSubscriptionIds(contact, 'opt_out')]
      return ok({ type: 'list', data: workspace.subscription_types.filter(({ id }) => ids.includes(id)) })
    },
  },
  {
    method: 'POST',
    path: '/contacts/{contact_id}/subscriptions',
    respond(call) {
      const contact = findContact(call.workspace, call.params.contact_id)
      const type = findType(call, requireString(call.body, 'id'))
      const consent = requireString(call.body, 'consent_type')
      if (consent !== 'opt_in' && consent !== 'opt_out') throw invalid('consent_type must be opt_in or opt_out', 'consent_type')
      setConsent(call, contact, type, consent)
      return ok(type)
    },
  },
  {
    method: 'DELETE',
    path: '/contacts/{contact_id}/subscriptions/{subscription_id}',
    respond(call) {
      const contact = findContact(call.workspace, call.params.contact_id)
      const type = findType(call, call.params.subscription_id)
      setConsent(call, contact, type)
      return ok(type)
    },
  },
]

import type { Principal } from '../http/principals.ts'
import { type Customer, findByExternalId, findOwnContact, toContactResponse } from './contacts.ts'
import type { Contact, ContactBody } from '../../contracts/index.ts'
import { ApiError } from '../http/errors.ts'
import {
  intercomContactListSchema, intercomContactSchema, type IntercomContact,
} from '../intercom/intercom-schemas.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'

/** Fields that customers can't set. For customers, `authorize()` provides them. */
const forAgents = [
  'external_id', 'email', 'avatar_url', 'signed_up_at', 'unsubscribed_from_emails', 'custom_attributes',
] as const

function mergePrincipal(principal: Principal, body: ContactBody): ContactBody {
  if (principal.kind === 'agent') {
    if (body.external_id !== undefined || body.email !== undefined) return body
    const fields = { external_id: 'or email is needed' }
    throw new ApiError('invalid_request', { message: 'Pass external_id or email to identify the contact.', fields })
  }
  const refused = forAgents.filter((name) => body[name] !== undefined)
  if (refused.length > 0) {
    throw new ApiError('forbidden', {
      message: `Customers can't set ${refused.join(', ')}. Return these fields from authorize() instead.`,
      fields: Object.fromEntries(refused.map((name) => [name, 'is for agents'])),
    })
  }
  const { userId, email, name, attributes } = principal
  return { ...(name && { name }), ...body, external_id: userId, ...(email && { email }), ...(attributes && { custom_attributes: attributes }) }
}

async function findByEmail(intercom: IntercomClient, email: string): Promise<IntercomContact[]> {
  const query = { field: 'email', operator: '=', value: email.toLowerCase() } as const
  const { data } = await intercom.search('contacts', { query, pagination: { per_page: 50 } }, intercomContactListSchema)
  return data.filter((contact) => contact.email?.toLowerCase() === email.toLowerCase())
}

/** Ignores ids of leads, which Intercom generates. */
function belongsToAnother(contact: IntercomContact, externalId: string | undefined): boolean {
  return contact.role !== 'lead' && Boolean(contact.external_id) && externalId !== undefined && contact.external_id !== externalId
}

async function find(intercom: IntercomClient, { external_id, email }: ContactBody): Promise<IntercomContact | null> {
  const known = external_id === undefined ? null : await findByExternalId(intercom, external_id)
  if (known || email === undefined) return known
  const candidates = (await findByEmail(intercom, email)).filter((one) => !belongsToAnother(one, external_id))
  return candidates.find(({ role }) => role === 'user') ?? candidates[0] ?? null
}

/** Reads the contact that caused a conflict: another request created it, or the search doesn't find it yet. */
async function readExisting(intercom: IntercomClient, conflict: ApiError, body: ContactBody): Promise<IntercomContact> {
  const contact = conflict.existingId && (await intercom.get(['contacts', conflict.existingId], intercomContactSchema))
  if (!contact || belongsToAnother(contact, body.external_id)) {
    throw new ApiError('conflict', {
      message: 'Another contact has this email address. Merge the two in Intercom, or use another address.',
      reason: conflict.reason,
    })
  }
  return contact
}

async function write(intercom: IntercomClient, body: ContactBody): Promise<IntercomContact> {
  const { avatar_url, ...rest } = body
  const fields = { role: 'user', ...rest, ...(avatar_url && { avatar: avatar_url }) }
  const update = ({ id }: IntercomContact) => intercom.send('PUT', ['contacts', id], fields, intercomContactSchema)
  const found = await find(intercom, body)
  if (found) return update(found)
  try {
    return await intercom.send('POST', ['contacts'], fields, intercomContactSchema)
  } catch (thrown) {
    if (!(thrown instanceof ApiError) || thrown.code !== 'conflict') throw thrown
    return update(await readExisting(intercom, thrown, body))
  }
}

/** Finds a contact by external id or email, else creates it. Concurrent requests result in one contact. */
export async function upsertContact(intercom: IntercomClient, principal: Principal, body: ContactBody): Promise<Contact> {
  return toContactResponse(intercom, principal, await write(intercom, mergePrincipal(principal, body)))
}

/** Returns the customer's contact. Customers who never opened the Messenger have none yet, so it creates one. */
export async function findOrCreateOwnContact(intercom: IntercomClient, customer: Customer): Promise<IntercomContact> {
  return (await findOwnContact(intercom, customer)) ?? write(intercom, mergePrincipal(customer, {}))
}

/** Creates a contact, or updates the one that is there: at sign-up, and whenever what the app knows of somebody changes. */
import type { Principal } from '../http/principal.ts'
import { toContactResponse } from './contacts.ts'
import type { Contact, ContactBody } from '../../contracts/index.ts'
import { ApiError } from '../http/errors.ts'
import {
  intercomContactListSchema, intercomContactSchema, type IntercomContact,
} from '../intercom/intercom-schemas.ts'
import { findByExternalId } from './find-own-contact.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'

/** What only agents say of a contact: of customers, the app says it in `authorize()`, or nobody. */
const forAgents = [
  'external_id', 'email', 'avatar_url', 'signed_up_at', 'unsubscribed_from_emails', 'custom_attributes',
] as const

/** What is to be written. */
function mergePrincipal(principal: Principal, body: ContactBody): ContactBody {
  if (principal.kind === 'agent') {
    if (body.external_id !== undefined || body.email !== undefined) return body
    const fields = { external_id: 'or email is needed' }
    throw new ApiError('invalid_request', { message: 'Say which contact it is, by external_id or email.', fields })
  }
  const refused = forAgents.filter((name) => body[name] !== undefined)
  if (refused.length > 0) {
    throw new ApiError('forbidden', {
      message: `A customer does not say this of themselves: ${refused.join(', ')}. The app says it, in authorize().`,
      fields: Object.fromEntries(refused.map((name) => [name, 'is for agents'])),
    })
  }
  const { userId, email, attributes } = principal
  return { ...body, external_id: userId, ...(email && { email }), ...(attributes && { custom_attributes: attributes }) }
}

async function findByEmail(intercom: IntercomClient, email: string): Promise<IntercomContact[]> {
  const query = { field: 'email', operator: '=', value: email.toLowerCase() } as const
  const { data } = await intercom.search('contacts', { query, pagination: { per_page: 50 } }, intercomContactListSchema)
  return data.filter((contact) => contact.email?.toLowerCase() === email.toLowerCase())
}

/** Intercom gives leads an external id of its own making: the app's ids are on users alone. */
function belongsToAnother(contact: IntercomContact, externalId: string | undefined): boolean {
  return contact.role !== 'lead' && Boolean(contact.external_id) && externalId !== undefined && contact.external_id !== externalId
}

/** By the app's id, else by e-mail address: there, those who have an id of the app already are somebody else. */
async function find(intercom: IntercomClient, { external_id, email }: ContactBody): Promise<IntercomContact | null> {
  const known = external_id === undefined ? null : await findByExternalId(intercom, external_id)
  if (known || email === undefined) return known
  const candidates = (await findByEmail(intercom, email)).filter((one) => !belongsToAnother(one, external_id))
  return candidates.find(({ role }) => role === 'user') ?? candidates[0] ?? null
}

/** Somebody made it in the meantime, or the search does not know it yet: Intercom told which one it is. */
async function readExisting(intercom: IntercomClient, conflict: ApiError, body: ContactBody): Promise<IntercomContact> {
  const contact = conflict.existingId && (await intercom.get(['contacts', conflict.existingId], intercomContactSchema))
  if (!contact || belongsToAnother(contact, body.external_id)) {
    throw new ApiError('conflict', {
      message: 'Another contact has this email address. Merge the two in Intercom, or give another address.',
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

/**
 * Creates or updates a contact: it is found by its external id, else by its e-mail address, else it is new. Two such
 * requests at once end with one contact. A contact that belongs to another external id is never touched.
 *
 * @returns the contact, as its reader sees it
 * @throws ApiError `forbidden` where a customer says what only agents may, `conflict` where the e-mail address is
 *   another contact's, and whatever Intercom fails with
 */
export async function upsertContact(intercom: IntercomClient, principal: Principal, body: ContactBody): Promise<Contact> {
  return toContactResponse(intercom, principal, await write(intercom, mergePrincipal(principal, body)))
}

import type { Principal } from '../http/principals.ts'
import type { Contact, ContactsResponse } from '../../contracts/index.ts'
import { redactContact } from '../conversations/redact-for-customer.ts'
import { ApiError } from '../http/errors.ts'
import {
  intercomCompanyListSchema, intercomContactSchema, intercomTagListSchema, type IntercomContact, intercomContactListSchema,
} from '../intercom/intercom-schemas.ts'
import { normalizeContact } from '../intercom/normalize-contact.ts'
import type { IntercomClient, SearchQuery } from '../intercom/intercom-client.ts'

async function withCompaniesAndTags(intercom: IntercomClient, contact: IntercomContact): Promise<Contact> {
  const missing: NonNullable<Contact['missing']> = {}
  const orMissing = <T>(name: keyof typeof missing, reading: Promise<{ data: T[] }>) =>
    reading.catch((thrown: unknown): { data: T[] } => {
      if (!(thrown instanceof ApiError)) throw thrown
      missing[name] = thrown.code === 'upstream_forbidden' ? 'permission' : 'failure'
      return { data: [] }
    })
  const [companies, tags] = await Promise.all([
    contact.companies?.data.length
      ? orMissing('companies', intercom.get(['contacts', contact.id, 'companies'], intercomCompanyListSchema))
      : { data: [] },
    contact.tags?.data.length
      ? orMissing('tags', intercom.get(['contacts', contact.id, 'tags'], intercomTagListSchema))
      : { data: [] },
  ])
  return { ...normalizeContact(contact, companies.data, tags.data), ...(Object.keys(missing).length > 0 && { missing }) }
}

export async function toContactResponse(
  intercom: IntercomClient,
  principal: Principal,
  contact: IntercomContact,
): Promise<Contact> {
  if (principal.kind === 'agent') return withCompaniesAndTags(intercom, contact)
  return redactContact(await withCompaniesAndTags(intercom, { ...contact, tags: null }))
}

export async function getContact(intercom: IntercomClient, principal: Principal, id: string): Promise<Contact> {
  if (principal.kind === 'agent') {
    return toContactResponse(intercom, principal, await intercom.get(['contacts', id], intercomContactSchema))
  }
  const own = await findOwnContact(intercom, principal)
  if (own?.id !== id) throw new ApiError('not_found')
  return toContactResponse(intercom, principal, own)
}

export type Customer = Extract<Principal, { kind: 'customer' }>

/** Finds a contact by your app's id. New contacts take minutes to appear. */
export async function findByExternalId(intercom: IntercomClient, externalId: string): Promise<IntercomContact | null> {
  const query = { field: 'external_id', operator: '=', value: externalId } as const
  const { data } = await intercom.search(
    'contacts',
    { query, pagination: { per_page: 50 } },
    intercomContactListSchema,
  )
  // Intercom's search may ignore case.
  return data.find((contact) => contact.external_id === externalId) ?? null
}

export async function findOwnContact(intercom: IntercomClient, customer: Customer): Promise<IntercomContact | null> {
  return findByExternalId(intercom, customer.userId)
}

const MAX_FOUND = 20

/** Searches names, email addresses and the app's ids. New contacts take minutes to appear. */
export async function findContacts(intercom: IntercomClient, q: string): Promise<ContactsResponse> {
  const query: SearchQuery = {
    operator: 'OR',
    value: [
      { field: 'name', operator: '~', value: q },
      { field: 'email', operator: '~', value: q.toLowerCase() },
      { field: 'external_id', operator: '=', value: q },
    ],
  }
  const { data } = await intercom.search('contacts', { query, pagination: { per_page: MAX_FOUND } }, intercomContactListSchema)
  return { contacts: data.slice(0, MAX_FOUND).map((contact) => normalizeContact(contact, [], [])) }
}

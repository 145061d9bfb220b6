/** Which contact in Intercom a signed-in customer is. */
import type { Principal } from '../http/principal.ts'
import { intercomContactListSchema, type IntercomContact } from '../intercom/intercom-schemas.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'

/** A principal that is a customer. */
export type Customer = Extract<Principal, { kind: 'customer' }>

/**
 * Finds a contact by the id that the app knows it by.
 *
 * @returns the contact, or null where there is none; a new one takes minutes to be found
 * @throws ApiError
 */
export async function findByExternalId(intercom: IntercomClient, externalId: string): Promise<IntercomContact | null> {
  const query = { field: 'external_id', operator: '=', value: externalId } as const
  const { data } = await intercom.search(
    'contacts',
    { query, pagination: { per_page: 50 } },
    intercomContactListSchema,
  )
  // A search may be generous with capitals; an identity is not.
  return data.find((contact) => contact.external_id === externalId) ?? null
}

/**
 * Finds the contact that a customer is.
 *
 * @returns the contact, or null where Intercom does not know the customer
 * @throws ApiError
 */
export async function findOwnContact(intercom: IntercomClient, customer: Customer): Promise<IntercomContact | null> {
  return findByExternalId(intercom, customer.userId)
}

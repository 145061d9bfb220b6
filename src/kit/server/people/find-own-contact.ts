import type { Principal } from '../http/principals.ts'
import { intercomContactListSchema, type IntercomContact } from '../intercom/intercom-schemas.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'

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

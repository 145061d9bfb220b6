'use client'

import { useResource, type Resource } from './use-resource.ts'
import { API_ROOT } from '../../shared/api-client.ts'
import type { Contact } from '../../contracts/index.ts'

/**
 * A customer's profile, from `GET /api/intercom/contacts/[id]`.
 *
 * @param id the contact's id in Intercom; null loads nothing
 */
export function useContact(id: string | null): Resource<Contact> {
  return useResource(id && `${API_ROOT}/contacts/${encodeURIComponent(id)}`, (contact) => typeof contact.id === 'string')
}

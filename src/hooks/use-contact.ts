'use client'

import { useResource, type Resource } from '@/hooks/use-resource'
import { API_ROOT } from '@/lib/intercom/api-client'
import type { Contact } from '@/lib/intercom/contracts'

/**
 * A customer's profile, from `GET /api/intercom/contacts/[id]`.
 *
 * @param id the contact's id in Intercom; null loads nothing
 */
export function useContact(id: string | null): Resource<Contact> {
  return useResource(id && `${API_ROOT}/contacts/${encodeURIComponent(id)}`, (contact) => typeof contact.id === 'string')
}

'use client'

import * as React from 'react'
import useSWR, { type SWRConfiguration, useSWRConfig } from 'swr'
import type {
  AdminsResponse, AttributeDefinitionsResponse, Contact, ContactsResponse, Conversation, ConversationCounts, TagsResponse,
} from '../../contracts/index.ts'
import { API_ROOT, isTemporary, type RequestError, requestJson } from '../../shared/api-client.ts'
import { withChanges } from '../actions/apply-action.ts'
import type { FilterChoices } from '../list/filter-fields.ts'
import { ADMINS_KEY, toConversationUrl } from '../../shared/inbox-data.ts'
import { getChangeStore, useConversationChanges } from '../actions/optimistic-store.ts'

const MAX_RETRIES = 4

/** Retries temporary errors with increasing delays, never before the server allows it. */
export const swrOptions: Pick<SWRConfiguration, 'onErrorRetry'> = {
  onErrorRetry(error, _key, _config, revalidate, { retryCount }) {
    if (!isTemporary(error) || retryCount > MAX_RETRIES) return
    setTimeout(() => void revalidate({ retryCount }), Math.max((error as Partial<RequestError>).retryAfter ?? 0, 5 * 2 ** (retryCount - 1)) * 1000)
  },
}

/** Loaded resource. `data` stays after an error. */
export interface Resource<T> {
  data: T | undefined
  error: RequestError | undefined
  isLoading: boolean
  reload: () => void
}

export function useResource<T>(url: string | null, isExpected: (data: T) => boolean): Resource<T> {
  // Drops the cache when the session ends.
  getChangeStore(useSWRConfig())
  const { data, error, isLoading, mutate } = useSWR<T, RequestError>(
    url,
    (address: string) => requestJson<T>(address, isExpected),
    swrOptions,
  )
  return { data, error, isLoading, reload: React.useCallback(() => void mutate(), [mutate]) }
}

/** Loads the signed-in admin, and the admins and teams to assign. */
export function useAdmins(): Resource<AdminsResponse> {
  return useResource(ADMINS_KEY, ({ admins, teams }) => Array.isArray(admins) && Array.isArray(teams))
}

/** Loads the tags of the workspace. */
export function useTags(isWanted = true): Resource<TagsResponse> {
  return useResource(isWanted ? `${API_ROOT}/tags` : null, ({ tags }) => Array.isArray(tags))
}

/** Loads a customer by Intercom contact id. `null` loads nothing. */
export function useContact(id: string | null): Resource<Contact> {
  return useResource(id && `${API_ROOT}/contacts/${encodeURIComponent(id)}`, (contact) => typeof contact.id === 'string')
}

/** Finds contacts by name, email address or the app's id of a user. An empty query loads nothing. For agents only. */
export function useContacts(query: string): Resource<ContactsResponse> {
  const q = query.trim()
  return useResource(q && `${API_ROOT}/contacts?${new URLSearchParams({ q }).toString()}`, ({ contacts }) => Array.isArray(contacts))
}

/** Loads the number of conversations by kind. For agents only. */
export function useConversationCounts(isWanted = true): Resource<ConversationCounts> {
  return useResource(isWanted ? `${API_ROOT}/conversations/counts` : null, ({ open }) => typeof open === 'number')
}

/** Loads the definitions of conversations' custom attributes. For agents only. */
export function useAttributeDefinitions(isWanted = true): Resource<AttributeDefinitionsResponse> {
  return useResource(
    isWanted ? `${API_ROOT}/conversations/attributes` : null,
    ({ definitions }) => definitions === null || Array.isArray(definitions),
  )
}

/** Loads a conversation with its parts and applies pending actions. `null` loads nothing. */
export function useConversation(id: string | null): Resource<Conversation> {
  const { data, ...resource } = useResource<Conversation>(id && toConversationUrl(id), ({ parts }) => Array.isArray(parts))
  const changes = useConversationChanges()
  return { ...resource, data: React.useMemo(() => data && withChanges(data, changes), [data, changes]) }
}

/** Loads the names and counts of the filter. Customers have neither tags nor counts. */
export function useFilterChoices(isAgent: boolean, needsTags: boolean) {
  const wantsTags = isAgent && needsTags
  const admins = useAdmins()
  const tags = useTags(wantsTags)
  const counts = useConversationCounts(isAgent)
  const choices: FilterChoices = { admins: admins.data, tags: tags.data?.tags }
  const isMissing = (!admins.data && admins.error) || (wantsTags && !tags.data && tags.error)
  return {
    choices,
    counts: counts.data,
    retry: isMissing
      ? () => {
          if (!admins.data) admins.reload()
          if (!tags.data) tags.reload()
        }
      : undefined,
  }
}

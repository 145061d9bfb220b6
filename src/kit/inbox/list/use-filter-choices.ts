'use client'

import { useAdmins, useConversationCounts, useTags } from '../data/use-resource.ts'
import type { FilterChoices } from './filter-fields.ts'

/** Loads what the filter of an inbox can name, and the number of conversations of each kind. Customers have neither. */
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
    /** Loads the choices again; `undefined` unless they failed to load. */
    retry: isMissing
      ? () => {
          if (!admins.data) admins.reload()
          if (!tags.data) tags.reload()
        }
      : undefined,
  }
}

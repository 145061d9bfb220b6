'use client'

import { useAdmins, useConversationCounts, useTags } from '../data/use-resource.ts'
import type { FilterChoices } from './filter-fields.ts'

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

'use client'

import * as React from 'react'
import type { Tag } from '../../contracts/index.ts'
import { useTags } from '../data/use-resource.ts'

/** Returns the options of the tag dialog and the chosen ids. */
export function useTagChoices(tags: readonly Tag[]) {
  const { data, error, reload } = useTags()
  const [before] = React.useState(() => tags.map(({ id }) => id))
  const [chosenIds, setChosenIds] = React.useState(before)
  // Deleted tags can still be removed from the conversation.
  const all = data && [...data.tags, ...tags.filter((tag) => !data.tags.some(({ id }) => id === tag.id))]
  return {
    options: all?.map(({ id, name }) => ({ id, label: name })),
    error,
    reload,
    chosenIds,
    toggle(id: string) {
      setChosenIds(chosenIds.includes(id) ? chosenIds.filter((one) => one !== id) : [...chosenIds, id])
    },
    /** Returns the ids to add and remove; `null` if nothing changes. */
    getChanges() {
      const added = chosenIds.filter((id) => !before.includes(id))
      const removed = before.filter((id) => !chosenIds.includes(id))
      return added.length + removed.length > 0 ? { added, removed } : null
    },
  }
}

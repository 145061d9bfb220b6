'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import { changeStoreOf } from './optimistic-store.ts'
import type { Changes } from './apply-action.ts'

const none: Changes = { pending: new Map(), answered: new Map() }

/** What is known of conversations beyond what was fetched. The same object until it changes. */
export function useConversationChanges(): Changes {
  const store = changeStoreOf(useSWRConfig().cache)
  return React.useSyncExternalStore(store.subscribe, store.getChanges, () => none)
}

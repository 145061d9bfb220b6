'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import { changeStoreOf } from '@/lib/intercom/change-store'
import type { Changes } from '@/lib/intercom/optimistic'

const none: Changes = { pending: new Map(), answered: new Map() }

/** What is known of conversations beyond what was fetched. The same object until it changes. */
export function useConversationChanges(): Changes {
  const store = changeStoreOf(useSWRConfig().cache)
  return React.useSyncExternalStore(store.subscribe, store.getChanges, () => none)
}

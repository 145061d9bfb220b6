'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import { changesOf } from '@/lib/intercom/conversation-changes'
import type { Changes } from '@/lib/intercom/optimistic'

const none: Changes = { pending: new Map(), answered: new Map() }

/** What is known of conversations beyond what was fetched. The same object until it changes. */
export function useConversationChanges(): Changes {
  const store = changesOf(useSWRConfig())
  return React.useSyncExternalStore(store.subscribe, store.getChanges, () => none)
}

'use client'

import * as React from 'react'
import { useConversationChanges } from '@/hooks/use-conversation-changes'
import { useResource, type Resource } from '@/hooks/use-resource'
import type { Conversation } from '@/lib/intercom/contracts'
import { conversationUrl } from '@/lib/intercom/change-store'
import { withChanges } from '@/lib/intercom/optimistic'

/**
 * One conversation with its thread, from `GET /api/intercom/conversations/[id]`, and with what is being changed in it.
 *
 * @param id the conversation's id; null loads nothing
 */
export function useConversation(id: string | null): Resource<Conversation> {
  const { data, ...resource } = useResource<Conversation>(id && conversationUrl(id), ({ parts }) => Array.isArray(parts))
  const changes = useConversationChanges()
  return { ...resource, data: React.useMemo(() => data && withChanges(data, changes), [data, changes]) }
}

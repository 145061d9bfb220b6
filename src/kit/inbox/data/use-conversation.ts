'use client'

import * as React from 'react'
import { useConversationChanges } from '../actions/use-conversation-changes.ts'
import { useResource, type Resource } from './use-resource.ts'
import type { Conversation } from '../../contracts/index.ts'
import { conversationUrl } from '../actions/optimistic-store.ts'
import { withChanges } from '../actions/apply-action.ts'

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

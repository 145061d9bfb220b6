'use client'

import { useResource, type Resource } from '@/hooks/use-resource'
import { API_ROOT } from '@/lib/intercom/api-client'
import type { Conversation } from '@/lib/intercom/contracts'

/**
 * One conversation with its thread, from `GET /api/intercom/conversations/[id]`.
 *
 * @param id the conversation's id; null loads nothing
 */
export function useConversation(id: string | null): Resource<Conversation> {
  return useResource(id && `${API_ROOT}/conversations/${encodeURIComponent(id)}`, (conversation) => Array.isArray(conversation.parts))
}

'use client'

import { useResource, type Resource } from './use-resource.ts'
import { API_ROOT } from '../../shared/api-client.ts'
import type { ConversationCounts } from '../../contracts/index.ts'

/** Where the counts are: the key under which the cache has them. */
export const COUNTS_URL = `${API_ROOT}/conversations/counts`

/**
 * How many conversations there are of each kind, from `GET /api/intercom/conversations/counts`. For agents.
 *
 * @param isWanted false loads nothing
 */
export function useConversationCounts(isWanted = true): Resource<ConversationCounts> {
  return useResource(isWanted ? COUNTS_URL : null, (counts) => typeof counts.open === 'number')
}

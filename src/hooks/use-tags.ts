'use client'

import { useResource, type Resource } from '@/hooks/use-resource'
import { API_ROOT } from '@/lib/intercom/api-client'
import type { TagsResponse } from '@/lib/intercom/contracts'

/**
 * The labels of the workspace, from `GET /api/intercom/tags`.
 *
 * @param isWanted whether they are needed: false loads nothing
 */
export function useTags(isWanted = true): Resource<TagsResponse> {
  return useResource(isWanted ? `${API_ROOT}/tags` : null, (answer) => Array.isArray(answer.tags))
}

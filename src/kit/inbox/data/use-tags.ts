'use client'

import { useResource, type Resource } from './use-resource.ts'
import { API_ROOT } from '../../shared/api-client.ts'
import type { TagsResponse } from '../../contracts/index.ts'

/**
 * The labels of the workspace, from `GET /api/intercom/tags`.
 *
 * @param isWanted whether they are needed: false loads nothing
 */
export function useTags(isWanted = true): Resource<TagsResponse> {
  return useResource(isWanted ? `${API_ROOT}/tags` : null, (answer) => Array.isArray(answer.tags))
}

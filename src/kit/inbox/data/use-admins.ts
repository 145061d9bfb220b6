'use client'

import { useResource, type Resource } from './use-resource.ts'
import { API_ROOT } from '../../shared/api-client.ts'
import type { AdminsResponse } from '../../contracts/index.ts'

/**
 * The admins and teams that a conversation can be assigned to, and who is asking, from `GET /api/intercom/admins`.
 * Fetched once a page, however many components ask.
 */
export function useAdmins(): Resource<AdminsResponse> {
  return useResource(`${API_ROOT}/admins`, (answer) => Array.isArray(answer.admins) && Array.isArray(answer.teams))
}

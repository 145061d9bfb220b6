/** Whom a conversation can be assigned to. */
import type { AdminsResponse } from '@/lib/intercom/contracts'
import { intercomAdminListSchema, intercomTeamListSchema } from '@/lib/intercom/intercom-schemas'
import { normalizeAdmins } from '@/lib/intercom/normalize-people'
import type { IntercomClient } from '@/lib/intercom/rest-client'

/**
 * Lists the admins and teams of the workspace.
 *
 * @param viewerId the admin who asks
 * @throws ApiError
 */
export async function listAdmins(intercom: IntercomClient, viewerId: string): Promise<AdminsResponse> {
  const [admins, teams] = await Promise.all([
    intercom.get(['admins'], intercomAdminListSchema),
    intercom.get(['teams'], intercomTeamListSchema),
  ])
  return normalizeAdmins(admins, teams, viewerId)
}

import type { AdminsResponse } from '../../contracts/index.ts'
import { intercomAdminListSchema, intercomTeamListSchema } from '../intercom/intercom-schemas.ts'
import { normalizeAdmins } from '../intercom/normalize-people.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'

export async function listAdmins(intercom: IntercomClient, viewerId: string): Promise<AdminsResponse> {
  const [admins, teams] = await Promise.all([
    intercom.get(['admins'], intercomAdminListSchema),
    intercom.get(['teams'], intercomTeamListSchema),
  ])
  return normalizeAdmins(admins, teams, viewerId)
}

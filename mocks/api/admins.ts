import { type Endpoint, ok } from './endpoint.ts'
import { notFound } from './errors.ts'
import { presentAdmin } from './present.ts'

/** Endpoints for admins and teams. */
export const adminEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/me',
    respond({ workspace }) {
      const viewer = workspace.admins.find(({ id }) => id === workspace.viewer_id)
      if (!viewer) throw notFound('Admin not found', 'admin_not_found')
      const { away_status_reason_id: _reason, team_priority_level: _levels, ...admin } = viewer
      return ok({
        ...admin,
        avatar: { type: 'avatar', image_url: viewer.avatar },
        email_verified: true,
        app: workspace.app,
      })
    },
  },
  {
    method: 'GET',
    path: '/admins',
    respond: ({ workspace, version }) =>
      ok({ type: 'admin.list', admins: workspace.admins.map((admin) => presentAdmin(admin, version)) }),
  },
  {
    method: 'GET',
    path: '/admins/{admin_id}',
    respond({ workspace, version, params }) {
      const admin = workspace.admins.find(({ id }) => id === params.admin_id)
      if (!admin) throw notFound('Admin not found', 'admin_not_found')
      return ok(presentAdmin(admin, version))
    },
  },
  {
    method: 'GET',
    path: '/teams',
    respond: ({ workspace }) => ok({ type: 'team.list', teams: workspace.teams }),
  },
  {
    method: 'GET',
    path: '/teams/{team_id}',
    respond({ workspace, params }) {
      const team = workspace.teams.find(({ id }) => id === params.team_id)
      if (!team) throw notFound('Team not found', 'team_not_found')
      return ok(team)
    },
  },
]

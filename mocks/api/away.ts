import type { ActivityLog, Admin } from '../types.ts'
import { type Call, type Endpoint, ok, readString, readTimestamp } from './endpoint.ts'
import { invalid, notFound } from './errors.ts'
import { presentAdmin } from './present.ts'

function readFlag(body: Record<string, unknown>, field: string): boolean {
  const value = body[field]
  if (typeof value !== 'boolean') throw invalid(`${field} must be true or false`, field)
  return value
}

function buildActivityLog({ workspace, now }: Call, { id, name, email }: Admin, isAway: boolean): ActivityLog {
  return {
    id: `0000${workspace.activity_logs.length.toString(16).padStart(4, '0')}-0000-4000-8000-0000000000aa`,
    performed_by: { type: 'admin', id, email, ip: '127.0.0.1' },
    metadata: { away_mode: isAway, update_by: Number(workspace.viewer_id) },
    created_at: now,
    activity_type: 'admin_away_mode_change',
    activity_description: `${name} turned away mode ${isAway ? 'on' : 'off'}.`,
  }
}

function setAway(call: Call) {
  const { workspace, params, body, version } = call
  const admin = workspace.admins.find(({ id }) => id === params.admin_id)
  if (!admin) throw notFound('Admin for admin_id not found', 'admin_not_found')
  const isAway = readFlag(body, 'away_mode_enabled')
  const reassigns = readFlag(body, 'away_mode_reassign')
  const reason = readString(body, 'away_status_reason_id')
  const known = workspace.away_reasons.find(({ id }) => id === reason)
  if (reason !== undefined && !known) throw invalid('Away status reason not found', 'away_status_reason_id')
  if (known?.deleted) throw invalid('Away status reason is deleted', 'away_status_reason_id')
  admin.away_mode_enabled = isAway
  admin.away_mode_reassign = reassigns
  admin.away_status_reason_id = isAway && known ? Number(known.id) : null
  workspace.activity_logs.unshift(buildActivityLog(call, admin, isAway))
  call.emit('admin.away_mode_updated', presentAdmin(admin, version))
  return ok(presentAdmin(admin, version))
}

/** Endpoints for away mode and its activity log. */
export const awayEndpoints: Endpoint[] = [
  { method: 'PUT', path: '/admins/{admin_id}/away', respond: setAway },
  {
    method: 'GET',
    path: '/away_status_reasons',
    since: '2.14',
    respond: ({ workspace }) => ok({ type: 'list', data: workspace.away_reasons }),
  },
  {
    method: 'GET',
    path: '/admins/activity_logs',
    respond({ workspace, query }) {
      const asked = Object.fromEntries(query)
      const after = readTimestamp(asked, 'created_at_after')
      if (after === undefined) throw invalid('created_at_after is required', 'created_at_after')
      const before = readTimestamp(asked, 'created_at_before') ?? Number.POSITIVE_INFINITY
      const logs = workspace.activity_logs.filter(({ created_at }) => created_at >= after && created_at <= before)
      const pages = { type: 'pages', next: null, page: 1, per_page: 20, total_pages: 1 }
      return ok({ type: 'activity_log.list', pages, activity_logs: logs })
    },
  },
]

import type { AdminsResponse, Author } from '../../contracts/index.ts'
import type { IntercomAdminList, IntercomAuthor, IntercomTeamList } from './intercom-schemas.ts'
import { normalizeLine } from './normalize-text.ts'
import { toSafeImageUrl } from '../../rich-text/index.ts'

const authorTypes = new Map<string | null, Author['type']>([
  ['user', 'contact'],
  ['lead', 'contact'],
  ['visitor', 'contact'],
  ['contact', 'contact'],
  ['admin', 'admin'],
  ['team', 'team'],
])

export function isContact(author: IntercomAuthor | null): author is IntercomAuthor {
  return author !== null && authorTypes.get(author.type) === 'contact'
}

/** Converts an author. Missing and unknown authors become the workspace's bot. */
export function normalizeAuthor(author: IntercomAuthor | null): Author {
  return {
    type: authorTypes.get(author?.type ?? null) ?? 'bot',
    id: author?.id ?? null,
    name: normalizeLine(author?.name ?? null),
    avatar_url: null,
  }
}

export function normalizeAdmins(admins: IntercomAdminList, teams: IntercomTeamList, viewerId: string): AdminsResponse {
  return {
    admins: admins.admins
      // Before 2.0, and in some responses still, admins include teams.
      .filter((admin) => admin.type !== 'team')
      .map((admin) => ({
        id: admin.id,
        name: normalizeLine(admin.name) ?? admin.id,
        email: admin.email || null,
        avatar_url: toSafeImageUrl(admin.avatar),
        away: admin.away_mode_enabled,
      })),
    teams: teams.teams.map((team) => ({
      id: team.id,
      name: normalizeLine(team.name) ?? team.id,
      admin_ids: team.admin_ids,
    })),
    viewer_id: viewerId,
  }
}

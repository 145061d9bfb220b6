import type { AdminsResponse } from '../../contracts/index.ts'
import type { assignDialogStrings, Translator } from '../../strings/index.ts'

/** New assignee of a conversation. A missing field is left unchanged; `null` unassigns. */
export interface Assignment {
  admin_id?: string | null | undefined
  team_id?: string | null | undefined
}

/** Current assignee of one or several conversations. */
export interface Assignee {
  admin_id: string | null
  team_id: string | null
}

/** Option in the assign dialog. */
export interface AssignOption {
  /** `admin` or `team`, a space, and an id or `none`. */
  id: string
  kind: 'admin' | 'team' | 'none'
  label: string
  keywords?: string | undefined
  group: string
  hint?: string | undefined
  avatarUrl?: string | null | undefined
}

/** Returns the options: the viewer, other teammates, teams, unassigned. `assignee` is `undefined` if conversations differ. */
export function getAssignOptions(
  { admins, teams, viewer_id: viewerId }: AdminsResponse,
  assignee: Assignee | undefined,
  t: Translator<typeof assignDialogStrings>,
): AssignOption[] {
  const mine = admins.filter(({ id }) => id === viewerId)
  const others = admins.filter(({ id }) => id !== viewerId)
  const people: AssignOption[] = [...mine, ...others].map(({ id, name, email, avatar_url: avatarUrl, away }) => {
    const me = id === viewerId ? t('me') : ''
    return {
      id: `admin ${id}`,
      kind: 'admin',
      label: name,
      keywords: `${email} ${me}`,
      group: t('teammates'),
      hint: [me, away ? t('away') : ''].filter(Boolean).join(' · '),
      avatarUrl,
    }
  })
  const groups: AssignOption[] = teams.map(({ id, name }) => ({ id: `team ${id}`, kind: 'team', label: name, group: t('teams') }))
  if (assignee?.admin_id !== null) people.push({ id: 'admin none', kind: 'none', label: t('nobody'), group: t('teammates') })
  if (assignee?.team_id !== null) groups.push({ id: 'team none', kind: 'none', label: t('noTeam'), group: t('teams') })
  return [...people, ...groups]
}

/** Converts the id of an option to an assignment. */
export function toAssignment(optionId: string): Assignment {
  const [type, id] = optionId.split(' ')
  const to = id === 'none' ? null : (id ?? null)
  return type === 'team' ? { team_id: to } : { admin_id: to }
}

/** Returns the ids of the options that match the current assignee. */
export function getAssignedOptionIds(assignee: Assignee | undefined): string[] {
  return assignee ? [`admin ${assignee.admin_id}`, `team ${assignee.team_id}`] : []
}

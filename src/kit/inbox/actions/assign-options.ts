import type { AdminsResponse } from '../../contracts/index.ts'
import type { assignDialogStrings, Translator } from '../../strings/index.ts'

/** New assignee of a conversation. A missing field stays as it is, `null` removes the assignee. */
export interface Assignment {
  admin_id?: string | null | undefined
  team_id?: string | null | undefined
}

/** Current assignee of one or several conversations. */
export interface Assignee {
  admin_id: string | null
  team_id: string | null
}

/** A choice in the dialog. */
export interface AssignOption {
  /** `admin` or `team` with an id, or with `none`. */
  id: string
  kind: 'admin' | 'team' | 'none'
  label: string
  keywords?: string | undefined
  group: string
  hint?: string | undefined
  avatarUrl?: string | null | undefined
}

/**
 * Returns the choices: the viewer, other teammates, teams, and unassigned.
 *
 * @param assignee `undefined` if several conversations differ, so that each can be unassigned
 */
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

/** Converts the id of a choice to an assignment. */
export function toAssignment(optionId: string): Assignment {
  const [type, id] = optionId.split(' ')
  const to = id === 'none' ? null : (id ?? null)
  return type === 'team' ? { team_id: to } : { admin_id: to }
}

/** Returns the ids of the choices that are current. */
export function getAssignedOptionIds(assignee: Assignee | undefined): string[] {
  return assignee ? [`admin ${assignee.admin_id}`, `team ${assignee.team_id}`] : []
}

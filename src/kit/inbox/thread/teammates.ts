import type { AdminsResponse, Conversation, EventPart } from '../../contracts/index.ts'
import type { ThreadTranslator } from '../../strings/index.ts'

/** Admins and teams that a conversation can be assigned to. */
export type Teammates = Pick<AdminsResponse, 'admins' | 'teams'>

type TeammateReference = NonNullable<EventPart['assigned_to']>

export function getAssigneeReference(
  conversation: Pick<Conversation, 'admin_assignee_id' | 'team_assignee_id'>,
): TeammateReference | null {
  const { admin_assignee_id: admin, team_assignee_id: team } = conversation
  if (admin !== null) return { type: 'admin', id: admin }
  return team === null ? null : { type: 'team', id: team }
}

/** Returns the name of an admin or team, such as "a former teammate" if they left, or "a teammate" while unknown. */
export function getAssigneeName(
  { type, id }: TeammateReference,
  teammates: Teammates | null | undefined,
  t: ThreadTranslator,
): string {
  const isTeam = type === 'team'
  if (!teammates) return t(isTeam ? 'someTeam' : 'someTeammate')
  const found = (isTeam ? teammates.teams : teammates.admins).find((one) => one.id === id)
  return found?.name ?? t(isTeam ? 'formerTeam' : 'formerTeammate')
}

/** Finds people and teams by the ids that conversations carry. */
import type { AdminsResponse, Conversation, EventPart } from '../../contracts/index.ts'
import type { ThreadWords } from '../../strings/index.ts'

/** Everybody a conversation can be assigned to. */
export type Teammates = Pick<AdminsResponse, 'admins' | 'teams'>

/** Points to an admin or a team. */
export type TeammateReference = NonNullable<EventPart['assigned_to']>

/**
 * Who a conversation is assigned to: its admin, else its team.
 *
 * @returns null for nobody
 */
export function assigneeOf(
  conversation: Pick<Conversation, 'admin_assignee_id' | 'team_assignee_id'>,
): TeammateReference | null {
  const { admin_assignee_id: admin, team_assignee_id: team } = conversation
  if (admin !== null) return { type: 'admin', id: admin }
  return team === null ? null : { type: 'team', id: team }
}

/**
 * The name of an admin or a team, for the middle of a sentence.
 *
 * @param reference points to them
 * @param teammates those who are there; nothing where that is not known
 * @param t the thread's words
 * @returns their name; where they left it says so, and where nobody is known only what they are
 */
export function assigneeName(
  { type, id }: TeammateReference,
  teammates: Teammates | null | undefined,
  t: ThreadWords,
): string {
  const isTeam = type === 'team'
  if (!teammates) return t(isTeam ? 'someTeam' : 'someTeammate')
  const found = (isTeam ? teammates.teams : teammates.admins).find((one) => one.id === id)
  return found?.name ?? t(isTeam ? 'formerTeam' : 'formerTeammate')
}

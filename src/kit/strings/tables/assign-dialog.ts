/** The English words of `AssignDialog`. */
export const assignDialogMessages = {
  title: 'Assign to',
  description: 'Choose a teammate, a team, or both.',
  find: 'Teammate or team',
  placeholder: 'Search by name',
  teammates: 'Teammates',
  teams: 'Teams',
  me: 'Me',
  away: 'Away',
  nobody: 'No teammate',
  noTeam: 'No team',
  loading: 'Loading teammates',
  failed: "Teammates couldn't be loaded.",
}

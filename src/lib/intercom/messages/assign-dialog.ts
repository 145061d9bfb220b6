/** The English words of `AssignDialog`. */
export const assignDialogMessages = {
  title: 'Assign to',
  description: 'A conversation can have a teammate and a team.',
  find: 'Teammate or team',
  placeholder: 'Type a name',
  teammates: 'Teammates',
  teams: 'Teams',
  me: 'Me',
  away: 'Away',
  nobody: 'No teammate',
  noTeam: 'No team',
  loading: 'Loading teammates',
  failed: 'Teammates could not be loaded.',
}

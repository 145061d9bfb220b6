/** The English words for how the saving of a field stands. For a failure: what happened, what was lost, what to do. */
export const fieldStatusMessages = {
  saving: 'Saving…',
  saved: 'Saved',
  savedField: '{label}: saved',
  retry: 'Try again',
  retryField: 'Try again: {label}',
  unauthorized: "Not saved: you're signed out. Your change is still here: sign in from another tab, then try again.",
  forbidden: "Not saved: you don't have permission to change this.",
  offline: "Not saved yet: we can't reach the server. Your change will be saved when you're back online.",
  rateLimited: 'Not saved: too many changes at once. Your change is still here: try again in a moment.',
  configuration: "Not saved: this app can't save changes yet. The server log says why.",
  rejected: 'Not saved: {reason}',
  unknown: 'Not saved: something went wrong on our end. Your change is still here.',
}

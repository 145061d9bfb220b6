/** The English words for how the saving of a field stands. For a failure: what happened, what was lost, what to do. */
export const fieldStatusMessages = {
  saving: 'Saving…',
  saved: 'Saved',
  savedField: '{label}: saved',
  retry: 'Try again',
  retryField: 'Try again: {label}',
  unauthorized: 'Not saved: you are signed out. What you entered is still here: sign in in another tab, then try again.',
  forbidden: 'Not saved: your account may not change this.',
  offline: 'Not saved: the server cannot be reached. What you entered is still here, and is saved when you are back online.',
  rateLimited: 'Not saved: too many changes at once. What you entered is still here: try again in a moment.',
  configuration: 'Not saved: the app cannot save this yet. Whoever runs it finds the reason in its log.',
  rejected: 'Not saved: {reason}',
  unknown: 'Not saved: something went wrong on our side. What you entered is still here: try again.',
}

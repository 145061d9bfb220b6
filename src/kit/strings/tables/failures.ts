/** Strings for actions that failed, or whose outcome is unclear. */
export const actionFailureStrings = {
  closedFailed: "Couldn't close the conversation. {reason}",
  openedFailed: "Couldn't reopen the conversation. {reason}",
  snoozedFailed: "Couldn't snooze the conversation. {reason}",
  assignedFailed: "Couldn't assign the conversation. {reason}",
  taggedFailed: "Couldn't update the tags. {reason}",
  markedReadFailed: "Couldn't mark the conversation as read. {reason}",
  markedUnreadFailed: "Couldn't mark the conversation as unread. {reason}",
  attributeSetFailed: "Couldn't change the attribute. {reason}",
  undoneFailed: "Couldn't undo that. {reason}",
  closedUnclear: "We couldn't confirm that the conversation was closed. {reason}",
  openedUnclear: "We couldn't confirm that the conversation was reopened. {reason}",
  snoozedUnclear: "We couldn't confirm that the conversation was snoozed. {reason}",
  assignedUnclear: "We couldn't confirm that the conversation was assigned. {reason}",
  taggedUnclear: "We couldn't confirm that the tags were updated. {reason}",
  markedReadUnclear: "We couldn't confirm that the conversation was marked as read. {reason}",
  markedUnreadUnclear: "We couldn't confirm that the conversation was marked as unread. {reason}",
  attributeSetUnclear: "We couldn't confirm that the attribute was changed. {reason}",
  undoneUnclear: "We couldn't confirm that it was undone. {reason}",
}

/** Reasons for a failure. */
export const failureReasonStrings = {
  offline: "We can't reach the server.",
  unauthorized: "You're signed out.",
  forbidden: "Your account isn't allowed to do this.",
  notFound: 'It no longer exists.',
  conflict: 'It was already requested or changed.',
  tooLarge: "It's too large.",
  rejected: '{reason}',
  rateLimited: 'Too many requests at once. Try again in a moment.',
  configuration: "Intercom isn't set up in this app.",
  upstream: "Intercom isn't responding.",
  timeout: 'Intercom is taking too long to respond.',
  file: 'A file can no longer be read.',
  unknown: 'Something went wrong on our side.',
}

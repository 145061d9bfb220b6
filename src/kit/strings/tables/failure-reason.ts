/** Why something could not be done, in a sentence, in English. */
export const failureReasonMessages = {
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

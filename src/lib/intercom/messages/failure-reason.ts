/** Why something could not be done, in a sentence, in English. */
export const failureReasonMessages = {
  offline: 'The server cannot be reached.',
  unauthorized: 'You are signed out.',
  forbidden: 'Your account may not do this.',
  notFound: 'It is not there any more.',
  conflict: 'It was asked for or changed before.',
  tooLarge: 'It is too large.',
  rejected: 'It was not accepted: {reason}',
  rateLimited: 'Too many requests at once. Wait a moment.',
  configuration: 'Intercom is not set up in this app.',
  upstream: 'Intercom does not answer.',
  timeout: 'Intercom takes too long to answer.',
  file: 'A file cannot be read any more.',
  unknown: 'Something went wrong on our side.',
}

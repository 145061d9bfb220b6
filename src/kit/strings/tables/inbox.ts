/** Strings of `StatusBadge`. */
export const statusBadgeStrings = {
  unread: 'Unread',
  waiting: 'Waiting',
  snoozed: 'Snoozed',
  closed: 'Closed',
}

/** Strings of `WaitingRing`. */
export const waitingRingStrings = {
  waiting: 'Waiting {duration} of {target}.',
  late: 'Waiting {duration}, target {target}.',
}

/** Strings of `ErrorState`. */
export const errorStateStrings = {
  unauthorizedTitle: "You're signed out",
  unauthorized: 'Sign in again to see this.',
  forbiddenTitle: "You don't have access",
  forbidden: "Your account isn't allowed to see this. Ask a workspace admin for access.",
  notFoundTitle: 'Not found',
  notFound: 'It may have been moved or deleted, or you may not have access.',
  rateLimitedTitle: 'Intercom is asking us to slow down',
  rateLimited: "Too many requests at once. We'll try again automatically.",
  rateLimitedWait: {
    one: "Too many requests at once. We'll try again in {count} second.",
    other: "Too many requests at once. We'll try again in {count} seconds.",
  },
  upstreamTitle: "Intercom isn't responding",
  upstream: "Intercom is having trouble. We'll try again automatically.",
  timeoutTitle: 'Intercom is taking too long',
  timeout: "The response didn't arrive in time. We'll try again automatically.",
  offlineTitle: "You're offline",
  offline: "We can't reach the server. Check your connection.",
  malformedTitle: 'We got an unexpected response',
  malformed: "The server sent something we can't show. Try again.",
  configurationTitle: "Intercom isn't set up",
  configuration: "The app can't sign in to Intercom. Your administrator can find the reason in the app's log.",
  rejectedTitle: "The request wasn't accepted",
  rejected: '{reason}',
  unknownTitle: 'Something went wrong on our side',
  unknown: 'Try again.',
  retry: 'Try again',
  reference: 'Reference',
}

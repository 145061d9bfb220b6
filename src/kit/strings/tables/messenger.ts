/**
 * The English words of `HelpButton` and `HelpLauncher`. `{email}` is the address of the fallback, `inText` the words of a
 * link in a sentence; what ends in `Alone` is said where there is no fallback.
 */
export const helpButtonMessages = {
  label: 'Get help',
  launcher: 'Help',
  loading: 'Opening chat',
  unavailable: 'Chat is unavailable',
  script: "Chat couldn't be loaded. A content blocker or your network may be blocking it.",
  timeout: 'Chat is taking too long to load. Try again, or reach us another way.',
  timeoutAlone: 'Chat is taking too long to load. Try again.',
  identity: "We couldn't verify your account, so chat is unavailable. Sign in again, or reach us another way.",
  identityAlone: "We couldn't verify your account, so chat is unavailable. Sign in again.",
  off: "Chat isn't available right now.",
  email: 'Email us',
  inText: 'write to {email}',
  emailAddress: 'Email {email}',
  retry: 'Try again',
}

/** The English words of `ChatBanner`. */
export const chatBannerMessages = {
  region: 'Chat with us',
  question: 'Questions? Chat with us!',
  questionWithoutChat: "Questions? We're happy to help.",
  start: 'Start a chat',
  unread: { one: '{count} new reply', other: '{count} new replies' },
  read: 'Read',
  dismiss: 'Dismiss',
}

/** The English words of `IntercomDoctor`. What it finds is in `messenger-troubles.ts`. */
export const intercomDoctorMessages = {
  region: 'Intercom doctor',
  summary: { one: 'Intercom: {count} problem', other: 'Intercom: {count} problems' },
  hint: 'Only shown in development.',
  cure: 'Fix:',
  clear: 'Clear',
}

/** The English words of `UnreadBadge`. `{max}` is the largest number that is written out. */
export const unreadBadgeMessages = {
  capped: '{max}+',
  unread: { one: '{count} unread message', other: '{count} unread messages' },
}

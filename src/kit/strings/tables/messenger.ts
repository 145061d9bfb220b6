/** Strings of `HelpButton` and `HelpLauncher`. Keys that end in `Alone` are for buttons without a fallback. */
export const helpButtonStrings = {
  label: 'Get help',
  launcher: 'Help',
  loading: 'Opening chat',
  unavailable: 'Chat is unavailable',
  script: 'Chat is blocked on this device.',
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

/** Strings of `ChatBanner`. */
export const chatBannerStrings = {
  region: 'Chat with us',
  question: 'Questions? Chat with us!',
  questionWithoutChat: "Questions? We're happy to help.",
  start: 'Start a chat',
  unread: { one: '{count} new reply', other: '{count} new replies' },
  read: 'Read',
  dismiss: 'Dismiss',
}

/** Strings of `IntercomDoctor`. Its findings are in `kit/messenger/troubles.ts`. */
export const intercomDoctorStrings = {
  region: 'Intercom doctor',
  summary: { one: 'Intercom: {count} problem', other: 'Intercom: {count} problems' },
  hint: 'Only shown in development.',
  cure: 'Fix:',
  clear: 'Clear',
}

/** Strings of `UnreadBadge`. `{max}` is the largest number shown in full. */
export const unreadBadgeStrings = {
  capped: '{max}+',
  unread: { one: '{count} unread message', other: '{count} unread messages' },
}

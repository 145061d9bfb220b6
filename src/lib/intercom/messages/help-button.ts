/** The English words of `HelpButton` and `HelpLauncher`. `{email}` is the address of the fallback. */
export const helpButtonMessages = {
  label: 'Get help',
  launcher: 'Help',
  loading: 'Opening chat',
  unavailable: 'Chat is unavailable',
  script: 'Chat could not be loaded. A content blocker or the network may be in the way.',
  timeout: 'Chat takes too long to answer.',
  identity: 'Chat could not make sure who you are.',
  off: 'There is no chat here at the moment.',
  email: 'E-mail us',
  emailAddress: 'Write to {email}',
  retry: 'Try again',
}

/** The English words of `AppShell` and its parts. */
export const appShellMessages = {
  skip: 'Skip to content',
  top: 'Top',
  main: 'Main',
  menu: 'Open menu',
  menuTitle: 'Menu',
  close: 'Close menu',
  collapse: 'Collapse sidebar',
  expand: 'Expand sidebar',
  support: 'Support',
  account: "{name}'s account",
  signOut: 'Sign out',
  signingOut: 'Signing out…',
  signOutFailed: "You're still signed in. Check your connection.",
  retry: 'Try again',
  dismiss: 'Dismiss',
}

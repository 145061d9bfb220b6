/** Strings of `AccountSettings`. */
export const accountSettingsStrings = {
  title: 'Settings',
  sections: 'Settings sections',
}

/** Strings of `AppShell`. */
export const appShellStrings = {
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

/** Strings for the progress of saving a field. */
export const fieldStatusStrings = {
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

/** Strings of `NotificationPreferences`. */
export const notificationPreferencesStrings = {
  title: 'Notifications',
}

/** Strings of `SubscriptionPanel`. Failures say whether the user was charged. */
export const subscriptionPanelStrings = {
  current: 'Your plan',
  monthly: '{price} a month',
  yearly: '{price} a year',
  free: 'Free',
  usage: 'Usage',
  used: '{used} of {limit}',
  usedUp: 'Limit reached: {limit}',
  upgradeTitle: 'Upgrade to {plan}',
  upgrade: 'Upgrade to {plan}',
  paying: 'Opening checkout…',
  top: "You're on our largest plan.",
  successTitle: "You're now on {plan}",
  success: 'Your payment went through, and everything in the plan is ready to use.',
  failedTitle: "Your upgrade didn't go through",
  refused: "You weren't charged. {reason}",
  unauthorized: "You weren't charged. You're signed out: sign in again to upgrade.",
  forbidden: "You weren't charged. Your account can't change the plan: ask whoever manages billing.",
  rateLimited: "You weren't charged. Too many attempts: try again in a moment.",
  configuration: "You weren't charged. This app can't take payments yet. The server log says why.",
  unsureTitle: "We're not sure your upgrade went through",
  unsure: "We didn't get an answer. Try again: it's the same payment, so you won't be charged twice.",
  unsureOffline: "The connection dropped before we got an answer. Try again when you're back online: you won't be charged twice.",
  retry: 'Try again',
}

// Bundlers split code by file, so tables that load later are in other files.

/** Strings of `ConnectionStatus`. */
export const connectionStatusStrings = {
  connecting: 'Reconnecting…',
  checking: 'Checking for new messages every 30 seconds.',
  polling: 'Live updates are off. New messages may take a minute.',
  offline: "You're offline. What you see may be out of date.",
  live: 'Live updates are back on.',
}

/** Strings of `Toaster`. */
export const toasterStrings = {
  label: 'Notifications (F6)',
  dismiss: 'Dismiss',
}

/** Strings for a part of the page that failed to load. */
export const lazyPartStrings = {
  failed: "This couldn't be loaded. Check your connection, or reload the page.",
  retry: 'Try again',
}

/** The English words of `ConnectionStatus`. */
export const connectionStatusMessages = {
  connecting: 'Reconnecting…',
  polling: 'Live updates are off. New messages may take a minute.',
  offline: "You're offline. What you see may be out of date.",
  live: 'Live updates are back on.',
}

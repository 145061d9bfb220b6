/** The English words of `ConnectionStatus`. */
export const connectionStatusMessages = {
  connecting: 'Connecting again…',
  polling: 'Live updates are off. New messages can take a minute.',
  offline: 'You are offline. What you see may be out of date.',
  live: 'Live updates are on again.',
}

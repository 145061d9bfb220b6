import type { ConversationsQuery } from '../contracts/index.ts'
import { API_ROOT } from './api-client.ts'

/** First data of an inbox, loaded on the server. Pass it to `InboxDataProvider`. */
export interface InboxData {
  /** Responses of the routes, by SWR key. Routes that failed are missing. */
  fallback: Record<string, unknown>
  /** Hashed id of the signed-in user. Empty if nothing has loaded. */
  viewer: string
  /** Unix seconds of the server's clock. */
  now: number
}

export const ADMINS_KEY = `${API_ROOT}/admins`

/** Prefix of SWR's key for all pages of a list. */
export const PAGES = '$inf$'

export const toConversationUrl = (id: string) => `${API_ROOT}/conversations/${encodeURIComponent(id)}`

export function toPageUrl(filter: Partial<Omit<ConversationsQuery, 'cursor'>>, cursor: string | null): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filter)) {
    if (value !== undefined && value !== '') query.set(key, String(value))
  }
  query.sort()
  if (cursor) query.set('cursor', cursor)
  const text = query.toString()
  return `${API_ROOT}/conversations${text && `?${text}`}`
}

'use client'

import * as React from 'react'
import type { AdminsResponse, ArticlesResponse, SavedRepliesResponse, SavedReplyResponse } from '../../contracts/index.ts'
import { API_ROOT, type RequestError, requestJson } from '../../shared/api-client.ts'
import { ADMINS_KEY } from '../../shared/inbox-data.ts'
import { useContact, useConversation, useResource } from '../data/use-resource.ts'
import { matchesQuery } from '../../shared/matches-query.ts'
import type { SavedReply } from './use-composer-form.ts'

/** Milliseconds without typing after which articles are searched. */
const PAUSE = 250

/** Values of placeholders by key. For `null` and empty values, the fallback is used. Other keys stay as they are. */
export type PlaceholderValues = ReadonlyMap<string, string | null>

/**
 * Fills placeholders such as `{{user.first_name|fallback:"there"}}`. Unknown keys, and values that are missing without a
 * fallback, stay as they are, so that the user notices the gap.
 */
export function fillReply(body: string, values: PlaceholderValues): string {
  return body.replace(/\{\{([^{}]*)\}\}/g, (placeholder, inner: string) => {
    const [key = '', ...rest] = inner.split('|')
    const value = values.get(key.trim())
    const fallback = /^fallback\s*:\s*["'](.*)["']$/.exec(rest.join('|').trim())?.[1]
    return value === undefined ? placeholder : value || fallback || placeholder
  })
}

const getFirst = (name: string | null | undefined) => name?.trim().split(/\s+/)[0] || null

/** Returns the values that the conversation, its customer and the signed-in teammate have. Unloaded ones are left out. */
function usePlaceholderValues(conversationId: string | null, customerName: string | null): PlaceholderValues {
  const { data: conversation } = useConversation(conversationId)
  const { data: contact } = useContact(conversation?.contact?.id ?? null)
  const { data: team } = useResource<AdminsResponse>(conversationId && ADMINS_KEY, ({ admins }) => Array.isArray(admins))
  return React.useMemo(() => {
    const name = (conversation ? conversation.contact?.name : customerName)?.trim() || null
    const teammate = team?.admins.find(({ id }) => id === team.viewer_id)?.name?.trim()
    const values = new Map<string, string | null>([['user.name', name], ['user.first_name', getFirst(name)]])
    const add = (key: string, value: unknown) => values.set(key, value === null || value === undefined ? null : String(value))
    if (conversation) add('user.email', conversation.contact?.email)
    if (contact) {
      add('user.phone', contact.phone)
      if (!contact.missing?.companies) add('company.name', contact.companies[0]?.name)
      for (const [key, value] of Object.entries(contact.custom_attributes)) add(`user.custom_attributes.${key}`, value)
    }
    for (const { name: key, value, truncated } of conversation?.details?.attributes ?? []) {
      if (!truncated) add(`conversation.custom_attributes.${key}`, value)
    }
    if (teammate) values.set('teammate.name', teammate).set('teammate.first_name', getFirst(teammate))
    return values
  }, [conversation, contact, team, customerName])
}

/** Placeholders of the prop, `{name}` and `{first_name}`, in Intercom's spelling. */
export const toIntercomPlaceholders = (body: string) => body.replace(/\{{1,2}(name|first_name)\}{1,2}/g, '{{user.$1}}')

/** Article of the finder. */
export type FoundArticle = ArticlesResponse['articles'][number]

/** Part of the finder that is missing, and why: the access token may not read it, or a failed request. */
export interface MissingPart {
  part: 'replies' | 'teamReplies' | 'articles' | 'internalArticles'
  /** `permission`, or the error; `undefined` if the error is not known here. */
  reason: 'permission' | RequestError | undefined
}

/** Result of {@link useReplyFinder}. */
export interface ReplyFinder {
  /** Saved replies that match, with their placeholders filled in. Without a body, read it with `readBody`. */
  replies: readonly (Omit<SavedReply, 'body'> & { body: string | null })[]
  /** Loads the body of one of Intercom's replies. `null` after a failure, which `missing` then names. */
  readBody: (id: string) => Promise<string | null>
  articles: readonly FoundArticle[]
  /** Whether replies are loading or articles are being searched. */
  isLoading: boolean
  /** Whether the workspace has more replies than are loaded. */
  isTruncated: boolean
  missing: readonly MissingPart[]
}

const toReason = (error: RequestError) => (error.code === 'upstream_forbidden' ? 'permission' : error)

/**
 * Finds saved replies and articles, for agents.
 *
 * @param conversationId loads replies and articles of Intercom, and fills placeholders. `null` uses only `own`
 * @param own replies of the app, first in the list
 */
export function useReplyFinder(conversationId: string | null, text: string, own: readonly SavedReply[], customerName: string | null): ReplyFinder {
  const [query, setQuery] = React.useState(text)
  React.useEffect(() => {
    const timer = setTimeout(() => setQuery(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  const isConnected = conversationId !== null
  const values = usePlaceholderValues(conversationId, customerName)
  const saved = useResource<SavedRepliesResponse>(isConnected ? `${API_ROOT}/saved-replies` : null, ({ replies }) => replies === null || Array.isArray(replies))
  const q = isConnected ? query.trim() : ''
  const found = useResource<ArticlesResponse>(
    q && `${API_ROOT}/articles?${new URLSearchParams({ q }).toString()}`,
    ({ articles }) => Array.isArray(articles),
  )
  const replies = React.useMemo(
    () => [...own.map(({ body, ...reply }) => ({ ...reply, body: toIntercomPlaceholders(body) })), ...(saved.data?.replies ?? [])]
      .map(({ body, ...reply }) => ({ ...reply, body: body === null ? null : fillReply(body, values) })),
    [own, saved.data, values],
  )
  const [reading, setReading] = React.useState<'reading' | RequestError | null>(null)
  async function readBody(id: string): Promise<string | null> {
    setReading('reading')
    try {
      const { body } = await requestJson<SavedReplyResponse>(`${API_ROOT}/saved-replies/${encodeURIComponent(id)}`, (reply) => typeof reply.body === 'string')
      setReading(null)
      return fillReply(body, values)
    } catch (error) {
      setReading(error as RequestError)
      return null
    }
  }
  const isSearching = isConnected && text.trim() !== '' && (text !== query || found.isLoading)
  const missing: MissingPart[] = []
  if (saved.error && !saved.data) missing.push({ part: 'replies', reason: toReason(saved.error) })
  if (reading && reading !== 'reading') missing.push({ part: 'replies', reason: toReason(reading) })
  if (saved.data?.missing) missing.push({ part: 'teamReplies', reason: saved.data.missing === 'permission' ? 'permission' : undefined })
  if (found.error && !found.data) missing.push({ part: 'articles', reason: toReason(found.error) })
  const { articles, internal_articles: internal } = found.data?.missing ?? {}
  if (articles) missing.push({ part: 'articles', reason: articles === 'permission' ? 'permission' : undefined })
  if (internal) missing.push({ part: 'internalArticles', reason: internal === 'permission' ? 'permission' : undefined })
  return {
    replies: replies.filter(({ title, body }) => matchesQuery(`${title} ${body ?? ''}`, text)),
    readBody,
    // Results of an earlier query would change under the cursor.
    articles: text.trim() === query.trim() && q ? (found.data?.articles ?? []) : [],
    isLoading: saved.isLoading || isSearching || reading === 'reading',
    isTruncated: saved.data?.truncated ?? false,
    missing,
  }
}

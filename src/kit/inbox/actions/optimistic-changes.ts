import type {
  AdminsResponse, ChangedConversation, Conversation, ConversationAction, ConversationsResponse, MessageBody, TagsResponse,
} from '../../contracts/index.ts'
import { API_ROOT, getViewer, requestJson } from '../../shared/api-client.ts'
import { createCacheStore } from '../../shared/cache-store.ts'
import { getSession } from '../../shared/session.ts'
import { type ChangeableFields, matchesFilter, type PendingAction, withChanges } from './apply-action.ts'
import { invertAction, mergeThread, mergeFields } from './invert-action.ts'
import { ADMINS_KEY, PAGES, toConversationUrl } from '../../shared/inbox-data.ts'
import { getChangeStore, parseListKey } from './optimistic-store.ts'

const COUNTS = `${API_ROOT}/conversations/counts`

// Milliseconds. Each request for the counts costs several Intercom searches.
const COUNTS_DELAY = 1_000

// Milliseconds. Longer than the routes wait for Intercom.
const TIMEOUT = 30_000

/** Throws an abort if the session has ended, so that the next user neither sends nor sees what belongs to it. */
export function assertSession(session: number): void {
  if (session !== getSession()) throw new DOMException('The session has ended.', 'AbortError')
}

/** Posts JSON of the user of `session`. If another user has signed in since, the server refuses it. */
export async function postOnce<T>(
  url: string,
  body: object,
  key: string,
  session: number,
  isExpected: (data: T) => boolean,
): Promise<T> {
  assertSession(session)
  const viewer = getViewer()
  const data = await requestJson<T>(url, isExpected, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, ...(viewer && { 'x-intercom-viewer': viewer }) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT),
  })
  assertSession(session)
  return data
}

/** Posts a change of a conversation. */
export function postChange(
  url: string,
  body: ConversationAction | MessageBody,
  key: string,
  session: number,
): Promise<ChangedConversation> {
  return postOnce<ChangedConversation>(
    url, body, key, session,
    ({ conversation, parts }) => Array.isArray(parts) && (conversation === null || typeof conversation?.id === 'string'),
  )
}

/** Shows changes of conversations at once, sends them one after the other, and merges each response into the cache. */
export const getConversationChanges = createCacheStore((config) => {
  const { cache, mutate } = config
  const { subscribe, getChanges, set } = getChangeStore(config)
  const turns = new Map<string, Promise<unknown>>()
  let countsTimer: ReturnType<typeof setTimeout> | undefined

  const read = <T>(key: string) => cache.get(key)?.data as T | undefined
  // Rejects if the `SWRConfig` of the cache has unmounted.
  const write = (...args: Parameters<typeof mutate>) => void mutate(...args).catch(() => {})

  function setPending(id: string, change: (before: readonly PendingAction[]) => readonly PendingAction[]): void {
    const pending = new Map(getChanges().pending)
    const next = change(pending.get(id) ?? [])
    if (next.length > 0) pending.set(id, next)
    else pending.delete(id)
    set({ pending })
  }

  /** Changes cached data. A request in flight would return old data, so it is sent again. */
  function update<T>(key: string, change: (data: T) => T, isStale = false): void {
    const state = cache.get(key)
    if (!state) return
    const revalidate = isStale || state.isValidating === true
    if (state.data !== undefined) write(key, change(state.data as T), { revalidate })
    else if (revalidate) write(key)
  }

  const hasRow = (pages: ConversationsResponse[] | undefined, id: string) =>
    pages?.some(({ conversations }) => conversations.some((row) => row.id === id)) ?? false

  function refresh(id: string): void {
    for (const key of cache.keys()) {
      const isList = key.startsWith(PAGES) && parseListKey(key) !== null
      if (key === toConversationUrl(id) || (isList && hasRow(read<ConversationsResponse[]>(key), id))) write(key)
    }
  }

  /** Merges a response into the thread and the lists. A response without a conversation refetches it. */
  function mergeResponse({ conversation, parts }: ChangedConversation, id: string): void {
    if (!conversation) return refresh(id)
    const changed = { conversation, parts }
    const merge = (page: ConversationsResponse) => ({
      ...page,
      conversations: page.conversations.map((row) => mergeFields(row, changed)),
    })
    const before = getChanges().responses.get(conversation.id)
    // Rows have no version, so only the newest response is merged into lists.
    const isLate = before !== undefined && before.updated_at > conversation.updated_at
    const viewerId = read<AdminsResponse>(ADMINS_KEY)?.viewer_id
    for (const key of cache.keys()) {
      const filter = parseListKey(key)
      if (!filter || isLate) continue
      if (!key.startsWith(PAGES)) update(key, merge)
      else {
        const { q, contact_id, channel, ai_agent, teammate } = filter
        // Rows don't have what these look for.
        const isSearch = [q, contact_id, channel, ai_agent, teammate].some((part) => part !== undefined)
        const isListed = hasRow(read<ConversationsResponse[]>(key), conversation.id)
        const isMissing = !isListed && !isSearch && matchesFilter(conversation, filter, viewerId)
        update(key, (pages: ConversationsResponse[]) => pages.map(merge), isMissing)
      }
    }
    update(toConversationUrl(conversation.id), (thread: Conversation) => mergeThread(thread, changed))
    if (!isLate) set({ responses: new Map(getChanges().responses).set(conversation.id, conversation) })
    clearTimeout(countsTimer)
    countsTimer = setTimeout(() => write(COUNTS), COUNTS_DELAY)
  }

  function find(id: string): ChangeableFields | undefined {
    const thread = read<Conversation>(toConversationUrl(id))
    if (thread) return withChanges(thread, getChanges())
    for (const key of cache.keys()) {
      if (!parseListKey(key)) continue
      // A page has no data while it is refetched, but the list of all pages does.
      const data = read<ConversationsResponse | ConversationsResponse[]>(key)
      const row = [data ?? []].flat().flatMap(({ conversations }) => conversations).find((one) => one.id === id)
      if (row) return withChanges(row, getChanges())
    }
    return undefined
  }

  function withTag(id: string, action: ConversationAction): PendingAction {
    if (action.action !== 'tag') return { action }
    const known = [...(read<TagsResponse>(`${API_ROOT}/tags`)?.tags ?? []), ...(find(id)?.tags ?? [])]
    return { action, tag: known.find((tag) => tag.id === action.tag_id) }
  }

  async function enqueue<T>(id: string, work: () => Promise<T>): Promise<T> {
    const before = turns.get(id)
    const turn = (async () => {
      await before?.catch(() => {})
      return work()
    })()
    turns.set(id, turn)
    try {
      return await turn
    } finally {
      if (turns.get(id) === turn) turns.delete(id)
    }
  }

  return {
    subscribe,
    getChanges,
    find,
    enqueue,
    mergeResponse,
    withTag,
    getUndo(id: string, action: ConversationAction): PendingAction[] {
      const before = find(id)
      return before ? invertAction(action, before, Date.now() / 1000).map((one) => withTag(id, one)) : []
    },
    /** Shows actions at once and sends them in turn. If one fails, the rest are not sent. */
    async run(
      id: string,
      actions: readonly PendingAction[],
      send: (pending: PendingAction) => Promise<ChangedConversation>,
      session = getSession(),
    ): Promise<void> {
      assertSession(session)
      // Copies: the same action can be pending twice.
      const left = actions.map((one) => ({ ...one }))
      setPending(id, (before) => [...before, ...left])
      try {
        await enqueue(id, async () => {
          for (const one of left) {
            mergeResponse(await send(one), id)
            setPending(id, (before) => before.filter((other) => other !== one))
          }
        })
      } catch (error) {
        assertSession(session)
        // The action may have succeeded or become impossible, so the cached data is stale.
        refresh(id)
        throw error
      } finally {
        setPending(id, (before) => before.filter((other) => !left.includes(other)))
      }
    },
  }
})

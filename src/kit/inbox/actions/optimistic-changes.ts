/** Changes of conversations: shown at once, sent one after the other, and merged into the cache when the response arrives. */
import type {
  AdminsResponse, ChangedConversation, Conversation, ConversationAction, ConversationsResponse, MessageBody, TagsResponse,
} from '../../contracts/index.ts'
import { API_ROOT, requestJson } from '../../shared/api-client.ts'
import { createCacheStore } from '../../shared/cache-store.ts'
import { type ChangeableFields, matchesFilter, type PendingAction, withChanges } from './apply-action.ts'
import { invertAction, mergeAnswer, mergeFields } from './invert-action.ts'
import { getChangeStore, toConversationUrl, parseListKey, PAGES } from './optimistic-store.ts'

const COUNTS = `${API_ROOT}/conversations/counts`

// Milliseconds. Each request for the counts costs Intercom several searches.
const COUNTS_DELAY = 1_000

// Milliseconds. The routes give up on Intercom long before.
const TIMEOUT = 30_000

/** Posts a change of a conversation with an idempotency key. */
export function postChange(url: string, body: ConversationAction | MessageBody, key: string): Promise<ChangedConversation> {
  return requestJson<ChangedConversation>(
    url,
    ({ conversation, parts }) => Array.isArray(parts) && (conversation === null || typeof conversation?.id === 'string'),
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT),
    },
  )
}

/** Returns the changes of a cache, and what makes them. */
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

  /** Changes cached data. A request that is under way would bring old data, so it is sent again. */
  function update<T>(key: string, change: (data: T) => T, isStale = false): void {
    const state = cache.get(key)
    if (!state) return
    const revalidate = isStale || state.isValidating === true
    if (state.data !== undefined) write(key, change(state.data as T), { revalidate })
    else if (revalidate) write(key)
  }

  const holds = (pages: ConversationsResponse[] | undefined, id: string) =>
    pages?.some(({ conversations }) => conversations.some((row) => row.id === id)) ?? false

  /** Fetches the conversation and the lists that hold it again. */
  function refresh(id: string): void {
    for (const key of cache.keys()) {
      const isList = key.startsWith(PAGES) && parseListKey(key) !== null
      if (key === toConversationUrl(id) || (isList && holds(read<ConversationsResponse[]>(key), id))) write(key)
    }
  }

  /** Merges a response into the thread and the lists. If it has no conversation, that is fetched again. */
  function take({ conversation, parts }: ChangedConversation, id: string): void {
    if (!conversation) return refresh(id)
    const changed = { conversation, parts }
    const merge = (page: ConversationsResponse) => ({
      ...page,
      conversations: page.conversations.map((row) => mergeFields(row, changed)),
    })
    const before = getChanges().answered.get(conversation.id)
    // Rows have no version, so only the newest response is merged into lists.
    const isLate = before !== undefined && before.updated_at > conversation.updated_at
    const viewerId = read<AdminsResponse>(`${API_ROOT}/admins`)?.viewer_id
    for (const key of cache.keys()) {
      const filter = parseListKey(key)
      if (!filter || isLate) continue
      if (!key.startsWith(PAGES)) update(key, merge)
      else {
        const isSearch = filter.q !== undefined || filter.contact_id !== undefined
        const isListed = holds(read<ConversationsResponse[]>(key), conversation.id)
        const isMissing = !isListed && !isSearch && matchesFilter(conversation, filter, viewerId)
        update(key, (pages: ConversationsResponse[]) => pages.map(merge), isMissing)
      }
    }
    update(toConversationUrl(conversation.id), (thread: Conversation) => mergeAnswer(thread, changed))
    if (!isLate) set({ answered: new Map(getChanges().answered).set(conversation.id, conversation) })
    clearTimeout(countsTimer)
    countsTimer = setTimeout(() => write(COUNTS), COUNTS_DELAY)
  }

  /** Returns a conversation as components show it, if it has been fetched. */
  function find(id: string): ChangeableFields | undefined {
    const thread = read<Conversation>(toConversationUrl(id))
    if (thread) return withChanges(thread, getChanges())
    for (const key of cache.keys()) {
      if (!parseListKey(key)) continue
      // A page has no data while it is fetched again. All pages together still have.
      const data = read<ConversationsResponse | ConversationsResponse[]>(key)
      const row = [data ?? []].flat().flatMap(({ conversations }) => conversations).find((one) => one.id === id)
      if (row) return withChanges(row, getChanges())
    }
    return undefined
  }

  /** Adds the tag that an action is about, so that its name can be shown. */
  function withTag(id: string, action: ConversationAction): PendingAction {
    if (action.action !== 'tag') return { action }
    const known = [...(read<TagsResponse>(`${API_ROOT}/tags`)?.tags ?? []), ...(find(id)?.tags ?? [])]
    return { action, tag: known.find((tag) => tag.id === action.tag_id) }
  }

  /** Runs work once all other work on the same conversation has ended. */
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
    take,
    withTag,
    /** Returns the actions that undo an action; none if the conversation has not been fetched. */
    getUndo(id: string, action: ConversationAction): PendingAction[] {
      const before = find(id)
      return before ? invertAction(action, before, Date.now() / 1000).map((one) => withTag(id, one)) : []
    },
    /** Shows actions at once and sends them in turn. If one fails, the rest is not sent, and all are reverted. */
    async run(
      id: string,
      actions: readonly PendingAction[],
      send: (pending: PendingAction) => Promise<ChangedConversation>,
    ): Promise<void> {
      // Copies: the same action can be pending twice.
      const left = actions.map((one) => ({ ...one }))
      setPending(id, (before) => [...before, ...left])
      try {
        await enqueue(id, async () => {
          for (const one of left) {
            take(await send(one), id)
            setPending(id, (before) => before.filter((other) => other !== one))
          }
        })
      } catch (error) {
        // The action may have been done, or be no longer possible. Either way, the cached data is stale.
        refresh(id)
        throw error
      } finally {
        setPending(id, (before) => before.filter((other) => !left.includes(other)))
      }
    },
  }
})

/**
 * What is being changed in conversations: shown at once, sent one after the other, and put into everything that shows
 * them once it is answered. It stands beside a cache of SWR, outside React, so that a change goes on when the component
 * that asked for it is gone.
 */
import type { Cache, useSWRConfig } from 'swr'
import { API_ROOT } from '../../shared/api-client.ts'
import { changeStoreOf, conversationUrl, filterOf, PAGES } from './optimistic-store.ts'
import type {
  AdminsResponse, ChangedConversation, Conversation, ConversationAction, ConversationsResponse,
} from '../../contracts/index.ts'
import { matchesFilter, withChanges, type ChangeableFields, type Changes, type PendingAction } from './apply-action.ts'
import { inverseOf, mergeAnswer, mergeFields } from './invert-action.ts'

type Mutate = ReturnType<typeof useSWRConfig>['mutate']

const COUNTS = `${API_ROOT}/conversations/counts`

/** Milliseconds of quiet after which the counts are asked for again: each time is a search for each of them. */
const COUNTS_QUIET = 1_000

/** The changes beside one cache. */
export interface ConversationChanges {
  /** Calls a listener after every change; gives what stops that. */
  subscribe: (listener: () => void) => () => void
  /** What is known beyond what was fetched. The same object until it changes. */
  getChanges: () => Changes
  /** A conversation as it is shown now, from the thread or a list that was fetched; undefined where there is neither. */
  find: (conversationId: string) => ChangeableFields | undefined
  /** What undoes an action, by {@link find}; nothing where the conversation is not known. */
  undoOf: (conversationId: string, action: ConversationAction) => ConversationAction[]
  /**
   * Shows actions at once, and does them when whatever else is under way in this conversation has ended, one after the
   * other. After one that fails the rest are not done, and none of those is shown any more.
   *
   * @param send does one of them
   * @throws whatever `send` throws
   */
  run: (
    conversationId: string,
    actions: readonly PendingAction[],
    send: (pending: PendingAction) => Promise<ChangedConversation>,
  ) => Promise<void>
  /** Does something when whatever else is under way in this conversation has ended. */
  inTurn: <T>(conversationId: string, work: () => Promise<T>) => Promise<T>
  /**
   * Merges a response into the thread and the lists. Requests that began before it run again.
   *
   * @param conversationId of the conversation, to fetch it again if the response has no conversation
   */
  take: (changed: ChangedConversation, conversationId?: string) => void
}

function createChanges(cache: Cache, mutate: Mutate): ConversationChanges {
  const { subscribe, getChanges, set } = changeStoreOf(cache)
  const turns = new Map<string, Promise<unknown>>()
  let countsTimer: ReturnType<typeof setTimeout> | undefined

  // Where the cache's own `SWRConfig` is gone there is nobody left to tell.
  const write = (...args: Parameters<Mutate>) => void mutate(...args).catch(() => {})

  function setPending(id: string, change: (before: readonly PendingAction[]) => readonly PendingAction[]): void {
    const pending = new Map(getChanges().pending)
    const next = change(pending.get(id) ?? [])
    if (next.length > 0) pending.set(id, next)
    else pending.delete(id)
    set({ pending })
  }

  /** Changes what is in the cache under a key. A request for it that is under way would bring what was before. */
  function update<T>(key: string, change: (data: T) => T, isStale = false): void {
    const state = cache.get(key)
    if (!state) return
    const revalidate = isStale || state.isValidating === true
    if (state.data === undefined) {
      if (revalidate) write(key)
    } else write(key, change(state.data as T), { revalidate })
  }

  function refresh(id: string): void {
    for (const key of cache.keys()) if (key === conversationUrl(id) || isListOf(key, id)) write(key)
  }

  function take({ conversation, parts }: ChangedConversation, changedId?: string): void {
    if (!conversation) {
      if (changedId !== undefined) refresh(changedId)
      return
    }
    const changed = { conversation, parts }
    const merge = (page: ConversationsResponse) => ({
      ...page,
      conversations: page.conversations.map((row) => mergeFields(row, changed)),
    })
    const before = getChanges().answered.get(conversation.id)
    const isLate = before !== undefined && before.updated_at > conversation.updated_at
    const viewerId = (cache.get(`${API_ROOT}/admins`)?.data as AdminsResponse | undefined)?.viewer_id
    for (const key of cache.keys()) {
      const filter = filterOf(key)
      // A row has no version of its own.
      if (!filter || isLate) continue
      if (!key.startsWith(PAGES)) update(key, merge)
      else {
        const pages = cache.get(key)?.data as ConversationsResponse[] | undefined
        const isListed = pages?.some((page) => page.conversations.some(({ id }) => id === conversation.id))
        const isSearch = filter.q !== undefined || filter.contact_id !== undefined
        const isMissing = !isListed && !isSearch && matchesFilter(conversation, filter, viewerId)
        update(key, (all: ConversationsResponse[]) => all.map(merge), isMissing)
      }
    }
    update(conversationUrl(conversation.id), (thread: Conversation) => mergeAnswer(thread, changed))
    if (!isLate) {
      set({ answered: new Map(getChanges().answered).set(conversation.id, conversation) })
    }
    clearTimeout(countsTimer)
    countsTimer = setTimeout(() => write(COUNTS), COUNTS_QUIET)
  }

  const isListOf = (key: string, id: string) =>
    key.startsWith(PAGES) &&
    filterOf(key) !== null &&
    (cache.get(key)?.data as ConversationsResponse[] | undefined)?.some(({ conversations }) =>
      conversations.some((row) => row.id === id),
    )

  function find(id: string): ChangeableFields | undefined {
    const thread = cache.get(conversationUrl(id))?.data as Conversation | undefined
    if (thread) return withChanges(thread, getChanges())
    for (const key of cache.keys()) {
      if (!filterOf(key)) continue
      // A page that is fetched again is not there meanwhile: all pages together still are.
      const data = cache.get(key)?.data as ConversationsResponse | ConversationsResponse[] | undefined
      const row = [data ?? []].flat().flatMap(({ conversations }) => conversations).find((one) => one.id === id)
      if (row) return withChanges(row, getChanges())
    }
    return undefined
  }

  function undoOf(id: string, action: ConversationAction): ConversationAction[] {
    const before = find(id)
    return before ? inverseOf(action, before, Date.now() / 1000) : []
  }

  async function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
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

  async function run(
    id: string,
    actions: readonly PendingAction[],
    send: (pending: PendingAction) => Promise<ChangedConversation>,
  ): Promise<void> {
    // Objects of its own: the same action can be under way twice.
    const left = actions.map((one) => ({ ...one }))
    setPending(id, (before) => [...before, ...left])
    try {
      await inTurn(id, async () => {
        for (const one of left) {
          take(await send(one), id)
          setPending(id, (before) => before.filter((other) => other !== one))
        }
      })
    } catch (thrown) {
      // It may have been done, or not be possible any more: either way something is not as it is shown.
      refresh(id)
      throw thrown
    } finally {
      setPending(id, (before) => before.filter((other) => !left.includes(other)))
    }
  }

  return {
    subscribe,
    getChanges,
    find,
    undoOf,
    run,
    inTurn,
    take,
  }
}

const stores = new WeakMap<object, ConversationChanges>()

/**
 * The changes beside a cache of SWR: one store a cache, whoever asks first.
 *
 * @param config what `useSWRConfig()` gives
 */
export function changesOf({ cache, mutate }: { cache: Cache; mutate: Mutate }): ConversationChanges {
  let store = stores.get(cache)
  if (!store) stores.set(cache, (store = createChanges(cache, mutate)))
  return store
}

/**
 * Messages on their way: a store beside a cache of SWR, outside React, so that what was sent is sent, and what failed is
 * kept, whichever conversation is looked at meanwhile.
 */
import type { Cache, useSWRConfig } from 'swr'
import { RequestError, requestJson } from '../../shared/api-client.ts'
import type { ChangedConversation, Conversation, MessageBody } from '../../contracts/index.ts'
import { conversationUrl } from '../actions/optimistic-store.ts'
import { changesOf } from '../actions/optimistic-changes.ts'
import { drafts } from './drafts.ts'
import { mayBeDone } from '../../strings/index.ts'
import { bodyOf, isAmong, pathOf, type OutgoingMessage } from './outbox-message.ts'
import { newKey } from '../../shared/idempotency-key.ts'
import { postChange } from '../actions/post-conversation-change.ts'

/**
 * How a message stands:
 * - `sending`: it is under way;
 * - `waiting`: the server has asked for a pause, after which it goes on by itself;
 * - `failed`: it was not sent, or nobody can tell: another try is the same message still, and is posted once;
 * - `missing`: an earlier try was lost, and the thread does not have it: another try is a new message.
 */
export type Delivery = 'sending' | 'waiting' | 'failed' | 'missing'

/** A message on its way. */
export interface OutboxMessage extends OutgoingMessage {
  /** Unlike every other's, and unlike the id of any part. */
  id: string
  conversationId: string
  delivery: Delivery
  /** Why it failed. */
  error: Error | null
}

/** What is to be sent, and what then. */
export interface SendRequest extends OutgoingMessage {
  conversationId: string
  /** Called once, when it was sent. */
  onSent?: (() => void) | undefined
}

/** The messages on their way, beside one cache. */
export interface Outbox {
  /** Calls a listener after every change; gives what stops that. */
  subscribe: (listener: () => void) => () => void
  /** Those of a conversation, in the order in which they were sent. The same array until one changes. */
  get: (conversationId: string) => readonly OutboxMessage[]
  /** Sends a message. */
  send: (request: SendRequest) => void
  /** Tries again what failed. */
  retry: (id: string) => void
  /** Gives a message up: it becomes the draft again, unless there is another by now. */
  discard: (id: string) => void
}

/** Tries, and the longest pause in seconds, that are made without anybody asking. */
const MAX_TRIES = 3
const MAX_PAUSE = 60

const nothing: readonly OutboxMessage[] = []

/** What is remembered of a message that nobody sees. */
interface Errand {
  /** The same in every try. */
  key: string
  body: MessageBody | null
  /** Parts that were there before the first try. */
  knownIds: ReadonlySet<string> | null
  onSent: (() => void) | undefined
}

/** Seconds that the server asks to wait before the same request; null where that is not what is wrong. */
function pauseOf(error: unknown): number | null {
  if (!(error instanceof RequestError) || !error.retryAfter) return null
  return error.code === 'conflict' || error.code === 'rate_limited' ? Math.min(error.retryAfter, MAX_PAUSE) : null
}

type Mutate = ReturnType<typeof useSWRConfig>['mutate']

function createOutbox(cache: Cache, mutate: Mutate): Outbox {
  const changes = changesOf({ cache, mutate })
  const listeners = new Set<() => void>()
  const errands = new Map<string, Errand>()
  let messages = new Map<string, readonly OutboxMessage[]>()

  const get = (conversationId: string) => messages.get(conversationId) ?? nothing
  const find = (id: string) => [...messages.values()].flat().find((message) => message.id === id)

  function set(conversationId: string, next: readonly OutboxMessage[]): void {
    messages = new Map(messages)
    if (next.length > 0) messages.set(conversationId, next)
    else messages.delete(conversationId)
    for (const listener of listeners) listener()
  }

  function update({ id, conversationId }: OutboxMessage, change: Partial<OutboxMessage>): void {
    set(conversationId, get(conversationId).map((message) => (message.id === id ? { ...message, ...change } : message)))
  }

  function remove({ id, conversationId }: OutboxMessage): void {
    errands.delete(id)
    set(conversationId, get(conversationId).filter((message) => message.id !== id))
  }

  async function post(message: OutboxMessage, errand: Errand): Promise<ChangedConversation> {
    const thread = cache.get(conversationUrl(message.conversationId))?.data as Conversation | undefined
    errand.knownIds ??= new Set(thread?.parts.map(({ id }) => id))
    errand.body ??= await bodyOf(message)
    const url = `${conversationUrl(message.conversationId)}/${pathOf(errand.body)}`
    for (let tries = 1; ; tries++) {
      try {
        return await postChange(url, errand.body, errand.key)
      } catch (thrown) {
        const pause = pauseOf(thrown)
        if (pause === null || tries >= MAX_TRIES) throw thrown
        update(message, { delivery: 'waiting' })
        await new Promise((resolve) => setTimeout(resolve, pause * 1000))
        update(message, { delivery: 'sending' })
      }
    }
  }

  /** Looks into the thread; null where it cannot be seen. */
  async function lookUp(message: OutboxMessage, { knownIds }: Errand): Promise<boolean | null> {
    const url = conversationUrl(message.conversationId)
    try {
      const thread = await requestJson<Conversation>(url, ({ parts }) => Array.isArray(parts))
      await mutate(url, thread, { revalidate: false })
      return isAmong(message, thread.parts, knownIds ?? new Set())
    } catch {
      return null
    }
  }

  async function deliver(message: OutboxMessage): Promise<void> {
    const errand = errands.get(message.id)
    if (!errand) return
    update(message, { delivery: 'sending', error: null })
    try {
      // Within its turn: the next one has to know what is there.
      await changes.inTurn(message.conversationId, async () => changes.take(await post(message, errand), message.conversationId))
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown))
      const isThere = mayBeDone(error) ? await lookUp(message, errand) : false
      if (!isThere) {
        // The server will not take this key any more, and the thread was seen to lack the message.
        const isOver = error instanceof RequestError && error.code === 'conflict' && isThere === false
        if (isOver) errand.key = newKey()
        update(message, { delivery: isOver ? 'missing' : 'failed', error })
        return
      }
    }
    remove(message)
    errand.onSent?.()
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get,
    send({ onSent, ...request }) {
      const id = `outbox-${newKey()}`
      const message: OutboxMessage = { ...request, id, delivery: 'sending', error: null }
      errands.set(id, { key: newKey(), body: null, knownIds: null, onSent })
      set(request.conversationId, [...get(request.conversationId), message])
      void deliver(message)
    },
    retry(id) {
      const message = find(id)
      if (message?.delivery === 'failed' || message?.delivery === 'missing') void deliver(message)
    },
    discard(id) {
      const message = find(id)
      if (message?.delivery !== 'failed' && message?.delivery !== 'missing') return
      const { conversationId, mode, text, files } = message
      const draft = drafts.get(conversationId, mode)
      if (draft.text.trim() === '' && draft.files.length === 0) drafts.set(conversationId, mode, { text, files })
      remove(message)
    },
  }
}

const outboxes = new WeakMap<object, Outbox>()

/**
 * The outbox beside a cache of SWR: one a cache, whoever asks first.
 *
 * @param config what `useSWRConfig()` gives
 */
export function outboxOf({ cache, mutate }: { cache: Cache; mutate: Mutate }): Outbox {
  let outbox = outboxes.get(cache)
  if (!outbox) outboxes.set(cache, (outbox = createOutbox(cache, mutate)))
  return outbox
}

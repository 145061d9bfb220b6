import type { ChangedConversation, Conversation, MessageBody } from '../../contracts/index.ts'
import { API_ROOT, readViewer, RequestError, requestJson, toAppUrl } from '../../shared/api-client.ts'
import { createCacheStore } from '../../shared/cache-store.ts'
import { getSession, onSessionEnd } from '../../shared/session.ts'
import { createIdempotencyKey, retry, sleep } from '../../shared/retry.ts'
import { mayHaveSucceeded } from '../../strings/index.ts'
import { assertSession, getConversationChanges, postChange } from '../actions/optimistic-changes.ts'
import { toConversationUrl } from '../../shared/inbox-data.ts'
import { drafts } from './drafts.ts'
import { toMessageBody, includesMessage, type OutgoingMessage, getMessagePath } from './outbox-message.ts'

/**
 * Delivery of a message. `waiting`: the server asked for a pause. `failed`: not sent, or the response was lost; retries never
 * post twice. `missing`: the response was lost, and the thread lacks the message; a retry posts a new one.
 */
export type Delivery = 'sending' | 'waiting' | 'failed' | 'missing'

/** Message that is being sent or has failed. */
export interface OutboxMessage extends OutgoingMessage {
  id: string
  conversationId: string
  delivery: Delivery
  error: Error | null
}

interface SendRequest extends OutgoingMessage {
  conversationId: string
  onSent?: (() => void) | undefined
}

interface Delivering {
  /** Idempotency key. Retries reuse it, so the message is posted once. */
  key: string
  /** Session of the author. The message is never sent in another one. */
  session: number
  body: MessageBody | null
  knownIds: ReadonlySet<string> | null
  onSent: (() => void) | undefined
}

const nothing: readonly OutboxMessage[] = []

/** Asks the server who is signed in, without sending data of the user. Another user ends the session. */
export async function checkViewer(): Promise<{ isSignedOut: boolean }> {
  const session = getSession()
  const response = await fetch(toAppUrl(`${API_ROOT}/live`), { method: 'HEAD' }).catch(() => null)
  if (response) readViewer(response, session)
  return { isSignedOut: response?.status === 401 }
}

/** Sends messages outside React, and keeps failed ones, whichever conversation is selected. */
export const getOutbox = createCacheStore((config) => {
  const { cache, mutate } = config
  const changes = getConversationChanges(config)
  const listeners = new Set<() => void>()
  const deliveries = new Map<string, Delivering>()
  let messages = new Map<string, readonly OutboxMessage[]>()

  const get = (conversationId: string) => messages.get(conversationId) ?? nothing

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
    deliveries.delete(id)
    set(conversationId, get(conversationId).filter((message) => message.id !== id))
  }

  function findFailed(id: string): OutboxMessage | undefined {
    const message = [...messages.values()].flat().find((one) => one.id === id)
    return message?.delivery === 'failed' || message?.delivery === 'missing' ? message : undefined
  }

  async function post(message: OutboxMessage, delivering: Delivering): Promise<ChangedConversation> {
    const thread = cache.get(toConversationUrl(message.conversationId))?.data as Conversation | undefined
    delivering.knownIds ??= new Set(thread?.parts.map(({ id }) => id))
    const body = (delivering.body ??= await toMessageBody(message))
    const url = `${toConversationUrl(message.conversationId)}/${getMessagePath(body)}`
    return retry(() => postChange(url, body, delivering.key, delivering.session), {
      async pause(milliseconds) {
        update(message, { delivery: 'waiting' })
        await sleep(milliseconds)
        // Another user may have signed in meanwhile, perhaps in another tab.
        await checkViewer()
        update(message, { delivery: 'sending' })
      },
    })
  }

  /** Returns `null` if the thread fails to load. */
  async function findInThread(message: OutboxMessage, { knownIds, session }: Delivering): Promise<boolean | null> {
    const url = toConversationUrl(message.conversationId)
    try {
      const thread = await requestJson<Conversation>(url, ({ parts }) => Array.isArray(parts))
      assertSession(session)
      await mutate(url, thread, { revalidate: false })
      return includesMessage(message, thread.parts, knownIds ?? new Set())
    } catch {
      return null
    }
  }

  async function deliver(message: OutboxMessage): Promise<void> {
    const delivering = deliveries.get(message.id)
    if (!delivering) return
    update(message, { delivery: 'sending', error: null })
    try {
      // Merge within the turn, so that the next message knows these parts.
      await changes.enqueue(message.conversationId, async () => changes.mergeResponse(await post(message, delivering), message.conversationId))
    } catch (thrown) {
      const error = thrown as Error
      const isPosted = mayHaveSucceeded(error) && delivering.session === getSession() ? await findInThread(message, delivering) : false
      if (!isPosted) {
        // The server no longer accepts this key, and the thread lacks the message.
        const isOver = error instanceof RequestError && error.code === 'conflict' && isPosted === false
        if (isOver) delivering.key = createIdempotencyKey()
        update(message, { delivery: isOver ? 'missing' : 'failed', error })
        return
      }
    }
    if (delivering.session !== getSession()) return
    remove(message)
    delivering.onSent?.()
  }

  onSessionEnd(() => {
    deliveries.clear()
    messages = new Map()
    for (const listener of listeners) listener()
  })

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Returns messages, oldest first; the same array until one changes. */
    get,
    send({ onSent, ...request }: SendRequest): void {
      const id = `outbox-${createIdempotencyKey()}`
      const message: OutboxMessage = { ...request, id, delivery: 'sending', error: null }
      deliveries.set(id, { key: createIdempotencyKey(), session: getSession(), body: null, knownIds: null, onSent })
      set(request.conversationId, [...get(request.conversationId), message])
      void deliver(message)
    },
    retry(id: string): void {
      const message = findFailed(id)
      if (message) void deliver(message)
    },
    /** Removes a failed message and restores it as the draft, if that is empty. */
    discard(id: string): void {
      const message = findFailed(id)
      if (!message) return
      const { conversationId, mode, text, files } = message
      const draft = drafts.get(conversationId, mode)
      if (draft.text.trim() === '' && draft.files.length === 0) drafts.set(conversationId, mode, { text, files })
      remove(message)
    },
  }
})

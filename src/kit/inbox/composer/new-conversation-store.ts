import type { Conversation, NewConversation } from '../../contracts/index.ts'
import { RequestError } from '../../shared/api-client.ts'
import { createCacheStore } from '../../shared/cache-store.ts'
import { createIdempotencyKey, retry } from '../../shared/retry.ts'
import { toConversationUrl } from '../../shared/inbox-data.ts'
import { getSession, onSessionEnd } from '../../shared/session.ts'
import { getConversationChanges, postOnce } from '../actions/optimistic-changes.ts'
import { parseListKey } from '../actions/optimistic-store.ts'
import { drafts } from './drafts.ts'

/** Kind of form: a customer's conversation, or an agent's message. Also the id of the draft. */
export type NewConversationKind = 'new-conversation' | 'new-message'

/** `unclear`: an attempt may have succeeded, and the server no longer accepts its key. */
export type NewConversationState = 'editing' | 'sending' | 'failed' | 'unclear' | 'sent'

/** Last attempt to start a conversation. */
export interface NewConversationAttempt {
  state: NewConversationState
  error: Error | null
  /** Id of the conversation; `null` if it is unknown to the user. */
  conversationId: string | null
  incomplete: NewConversation['incomplete']
}

export type StartedHandler = (conversationId: string | null, incomplete: NewConversation['incomplete']) => void

interface StartRequest {
  url: string
  /** Builds the request body. Rejects if a file can no longer be read. */
  toBody: () => Promise<object>
  onSent?: StartedHandler | undefined
}

type Response = Pick<NewConversation, 'conversation_id'> & Partial<NewConversation>

const editing: NewConversationAttempt = { state: 'editing', error: null, conversationId: null, incomplete: [] }

/** Seconds. For longer pauses, the form shows the time and the user decides. */
const MAX_PAUSE = 3

export const getSubjectId = (kind: NewConversationKind) => `${kind}-subject`

/** Drops the text of a sent message. Files that could not be sent wait as a draft in the new conversation. */
function clearDraft(kind: NewConversationKind, { conversation_id: id, incomplete }: Response): void {
  const { files } = drafts.get(kind, 'reply')
  if (id && incomplete?.includes('files')) drafts.set(id, 'reply', { files })
  drafts.set(kind, 'reply', { text: '', files: [] })
  drafts.set(getSubjectId(kind), 'reply', { text: '' })
}

/** Starts conversations outside React, so that a form that closes and opens again neither loses nor repeats a message. */
export const getNewConversations = createCacheStore((config) => {
  const changes = getConversationChanges(config)
  const listeners = new Set<() => void>()
  const attempts = new Map<NewConversationKind, NewConversationAttempt>()
  /** Idempotency keys, with the body that each belongs to. */
  const keys = new Map<NewConversationKind, { key: string; body: string }>()

  // Rejects once the `SWRConfig` of the cache has unmounted.
  const write = (...args: Parameters<typeof config.mutate>) => void config.mutate(...args).catch(() => {})
  const get = (kind: NewConversationKind) => attempts.get(kind) ?? editing

  function set(kind: NewConversationKind, attempt: Partial<NewConversationAttempt>): void {
    attempts.set(kind, { ...editing, ...attempt })
    for (const listener of listeners) listener()
  }

  function getKey(kind: NewConversationKind, body: object): string {
    const text = JSON.stringify(body)
    const known = keys.get(kind)
    if (known?.body === text) return known.key
    const key = createIdempotencyKey()
    keys.set(kind, { key, body: text })
    return key
  }

  function showInLists(id: string, conversation: Conversation | null | undefined): void {
    if (!conversation) {
      for (const key of config.cache.keys()) if (parseListKey(key)) write(key)
      return
    }
    write(toConversationUrl(id), conversation, { revalidate: false })
    changes.mergeResponse({ conversation, parts: conversation.parts }, id)
  }

  onSessionEnd(() => {
    attempts.clear()
    keys.clear()
    for (const listener of listeners) listener()
  })

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    get,
    async send(kind: NewConversationKind, { url, toBody, onSent }: StartRequest): Promise<void> {
      if (get(kind).state === 'sending') return
      // After an unclear attempt, the user has decided to send again.
      if (get(kind).state === 'unclear') keys.delete(kind)
      const session = getSession()
      set(kind, { state: 'sending' })
      try {
        const body = await toBody()
        const isExpected = ({ conversation_id: id }: Response) => id === null || typeof id === 'string'
        const sent = await retry(() => postOnce<Response>(url, body, getKey(kind, body), session, isExpected), { maxPause: MAX_PAUSE })
        keys.delete(kind)
        clearDraft(kind, sent)
        const { conversation_id: conversationId, incomplete = [] } = sent
        if (conversationId) showInLists(conversationId, sent.conversation)
        set(kind, { state: 'sent', conversationId, incomplete })
        onSent?.(conversationId, incomplete)
      } catch (thrown) {
        if (session !== getSession()) return
        const error = thrown as Error
        const isOver = error instanceof RequestError && error.code === 'conflict' && !error.retryAfter
        set(kind, { state: isOver ? 'unclear' : 'failed', error })
      }
    },
    /** Returns to an empty form after a sent message. */
    reset(kind: NewConversationKind): void {
      if (get(kind).state !== 'sending') set(kind, {})
    },
  }
})

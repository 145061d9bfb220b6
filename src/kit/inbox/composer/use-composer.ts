'use client'

import * as React from 'react'
import type { ConversationDetails } from '../../contracts/index.ts'
import { useNow } from '../../strings/index.ts'
import { useUnsavedWarning } from '../../shared/use-latest.ts'
import { useConversationActions } from '../actions/use-conversation-actions.ts'
import { useAdmins, useConversation } from '../data/use-resource.ts'
import { type Draft, drafts, type MessageMode, useDraft } from './drafts.ts'
import { useSendMessage } from './use-send-message.ts'

/** Action on the conversation once its reply is sent. */
export interface SendOptions {
  /** Whether to close the conversation. */
  andClose: boolean
  /** Unix seconds. Snoozes the conversation until then. */
  snoozeUntil?: number | undefined
}

/** Data and actions of a composer. */
export interface ComposerData {
  /** Role of the user. Customers can't write notes or close. @default 'agent' */
  audience?: 'agent' | 'customer' | undefined
  mode: MessageMode
  onModeChange: (mode: MessageMode) => void
  draft: Draft
  onDraftChange: (change: Partial<Draft>) => void
  /** Called when the user sends the draft. The options also close or snooze the conversation. */
  onSend: (options: SendOptions) => void
  customerName?: string | null | undefined
  /** Channel of the reply, which the placeholder names if it isn't the Messenger. Only known to agents. */
  channel?: ConversationDetails['channel'] | undefined
  /** Address that a reply by email goes to. */
  customerEmail?: string | null | undefined
  /** Whether Intercom keeps the reply from the customer: it emails no replies of bots. */
  isUndelivered?: boolean | undefined
  isClosed?: boolean | undefined
  /** Whether the browser is online. @default true */
  isOnline?: boolean | undefined
}

/** Options of {@link useComposer}. */
export interface ComposerOptions {
  /** Role of the user. @default the role of the signed-in user */
  audience?: 'agent' | 'customer' | undefined
  /** Called before a reply also closes the conversation. */
  onClose?: (() => void) | undefined
  /** Called before a conversation that was answered is snoozed. */
  onSnooze?: (() => void) | undefined
}

/** Stores and sends the draft of a conversation. Warns if the user leaves the page while a message is being sent. */
export function useComposer(conversationId: string, { audience: given, onClose, onSnooze }: ComposerOptions = {}): ComposerData {
  const { data: team, error } = useAdmins()
  const audience = given ?? (error?.code === 'forbidden' ? 'customer' : 'agent')
  const { data: conversation } = useConversation(conversationId)
  const { pending, send } = useSendMessage(conversationId)
  const runActions = useConversationActions()
  const now = useNow()
  const isOnline = useIsOnline()
  const [chosen, setMode] = React.useState<MessageMode>()
  // If only a note was begun, start with the note. Drafts are known once a response has named the user.
  const begun = !drafts.get(conversationId, 'reply').text && drafts.get(conversationId, 'note').text ? 'note' : 'reply'
  const mode = audience === 'agent' ? (chosen ?? begun) : 'reply'
  const [draft, change] = useDraft(conversationId, mode)
  useUnsavedWarning(pending.length > 0)

  return {
    audience,
    mode,
    onModeChange: setMode,
    draft,
    onDraftChange(draftChange) {
      setMode(mode)
      change(draftChange)
    },
    onSend({ andClose, snoozeUntil }) {
      setMode(mode)
      const close = () => {
        onClose?.()
        void runActions([conversationId], [{ action: 'close' }])
      }
      const snooze = (until: number) => {
        onSnooze?.()
        void runActions([conversationId], [{ action: 'snooze', snoozed_until: until }])
      }
      send(mode, now ?? 0, snoozeUntil !== undefined ? () => snooze(snoozeUntil) : andClose ? close : undefined)
    },
    customerName: conversation?.contact?.name ?? null,
    channel: conversation?.details?.channel,
    customerEmail: conversation?.contact?.email ?? null,
    // Intercom lists no bots among the teammates.
    isUndelivered: conversation?.details?.channel === 'email' && team !== undefined && !team.admins.some(({ id }) => id === team.viewer_id),
    isClosed: conversation?.state === 'closed',
    isOnline,
  }
}

function subscribeToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether the browser is online. `true` on the server and if unknown. */
export function useIsOnline(): boolean {
  return React.useSyncExternalStore(
    subscribeToNetwork,
    () => navigator.onLine,
    () => true,
  )
}

'use client'

import * as React from 'react'
import type { Author, Conversation } from '../../contracts/index.ts'
import { conversationThreadStrings, useLocale, useStrings } from '../../strings/index.ts'
import { toOptimisticPart } from '../composer/outbox-message.ts'
import type { OutboxMessage } from '../composer/outbox.ts'
import { describeRows } from './describe-rows.ts'
import { findFirstUnread, groupParts, isWrittenBy, type ThreadBlock, getMessagesAfter } from './group-parts.ts'
import { createBlockStabilizer } from './block-stabilizer.ts'
import { useThreadScroll } from './use-thread-scroll.ts'
import type { ThreadData } from './use-thread.ts'

/** Rows at the end that are always laid out, because the thread opens there and needs real heights. */
const TAIL_ROWS = 30

const noMessages: readonly OutboxMessage[] = []
const unknownViewer: Author = { type: 'admin', id: null, name: null, avatar_url: null }

/** Options of {@link useThreadLog}. */
export interface ThreadLogOptions
  extends Pick<ThreadData, 'teammates' | 'pending' | 'viewer' | 'onRetryMessage' | 'onDiscardMessage'> {
  conversation: Conversation
  /** Id of the last read part, followed by a mark; `null` for no mark. @default by the conversation's own state */
  unreadAfter?: string | null | undefined
}

/** Rows, scrolling and actions of a thread. */
export interface ThreadLogState extends Omit<ReturnType<typeof useThreadScroll>, 'seenId'> {
  blocks: readonly ThreadBlock[]
  tailIndex: number
  newCount: number
  pending: readonly OutboxMessage[]
  viewer: Author
  retry: (id: string) => void
  discard: (id: string) => void
}

/** Groups parts and pending messages into rows and keeps the scroll position. Use the conversation's id as `key`. */
export function useThreadLog({
  conversation,
  unreadAfter,
  teammates,
  pending = noMessages,
  viewer = unknownViewer,
  onRetryMessage,
  onDiscardMessage,
}: ThreadLogOptions): ThreadLogState {
  const t = useStrings('conversationThread', conversationThreadStrings)
  const { timeZone } = useLocale()
  const { contact, omitted_parts: omitted } = conversation
  // The viewer may be a new object in every render.
  const { type, id, name, avatar_url } = viewer
  const parts = React.useMemo(() => {
    const author = { type, id, name, avatar_url }
    return [...conversation.parts, ...pending.map((message) => toOptimisticPart(message.id, message, author))]
  }, [conversation.parts, pending, type, id, name, avatar_url])

  // The mark stays while the thread is open: moving it would shift rows.
  const [unreadAtFirst] = React.useState(() => findFirstUnread(conversation))
  const isForCustomer = type === 'contact'
  // The conversation's own state is the team's.
  const ownUnread = isForCustomer ? null : unreadAtFirst
  const unreadId = unreadAfter === undefined ? ownUnread : findFirstUnread(conversation, unreadAfter)
  const ownId = isForCustomer ? id : undefined
  const [stabilize] = React.useState(createBlockStabilizer)
  const blocks = React.useMemo(
    () => stabilize(describeRows(groupParts(parts, { timeZone, unreadId, omitted }), { contact, teammates, ownId, pending }, t)),
    [stabilize, parts, timeZone, unreadId, omitted, contact, teammates, ownId, pending, t],
  )
  const { seenId, ...scroll } = useThreadScroll(parts.at(-1)?.id, blocks)
  const { viewportRef, scrollToEnd } = scroll

  // Scroll to sent messages.
  const lastPendingId = pending.at(-1)?.id
  const sentId = React.useRef(lastPendingId)
  React.useLayoutEffect(() => {
    if (lastPendingId !== undefined && lastPendingId !== sentId.current) scrollToEnd()
    sentId.current = lastPendingId
  }, [lastPendingId, scrollToEnd])

  // The pressed button disappears, so focus the field.
  const focusField = React.useCallback(() => {
    const thread = viewportRef.current?.closest('[data-slot=conversation-thread]')
    const target = thread?.querySelector('textarea') ?? viewportRef.current
    target?.focus({ preventScroll: true })
  }, [viewportRef])
  const retry = React.useCallback((messageId: string) => {
    focusField()
    onRetryMessage?.(messageId)
  }, [focusField, onRetryMessage])
  const discard = React.useCallback((messageId: string) => {
    focusField()
    onDiscardMessage?.(messageId)
  }, [focusField, onDiscardMessage])

  return {
    ...scroll,
    blocks,
    tailIndex: findTailIndex(blocks),
    newCount: getMessagesAfter(parts, seenId).filter(({ author }) => !isWrittenBy(author, viewer)).length,
    pending,
    viewer,
    retry,
    discard,
  }
}

function findTailIndex(blocks: readonly ThreadBlock[]): number {
  let rows = 0
  let index = blocks.length
  while (index > 0 && rows < TAIL_ROWS) {
    index -= 1
    rows += blocks[index]?.rows.length ?? 0
  }
  return index
}

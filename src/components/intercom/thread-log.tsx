'use client'

import { ArrowDown } from 'lucide-react'
import * as React from 'react'
import { isolate, type ThreadWords, useLocale } from 'intercom-v0-kit/strings'
import { DeliveryAnnouncer, ThreadAnnouncer } from '@/components/intercom/thread-announcer'
import { ThreadBlock } from '@/components/intercom/thread-block'
import type { ThreadImages } from '@/components/intercom/thread-body'
import { Button } from '@/components/ui/button'
import {
  firstUnread, groupParts, isBy, keepBlocks, type OutboxMessage, partOf, type Teammates, type ThreadBlock as Block,
  useThreadScroll, writtenAfter,
} from 'intercom-v0-kit/inbox'
import { cn } from '@/lib/utils'
import type { Author, Conversation } from 'intercom-v0-kit/contracts'

/** Rows at the end that are always laid out: where the thread opens, every height is the real one. */
const TAIL_ROWS = 30

/** Props of {@link ThreadLog}. */
interface ThreadLogProps extends React.ComponentProps<'div'>, ThreadImages {
  /** The conversation. Give its id as `key`: another one begins anew. */
  conversation: Conversation
  /** The last part that was read, by its id; null for all. Default: what the conversation says of itself. */
  unreadAfter?: string | null
  /** Names and pictures of those who are assigned to or write. */
  teammates?: Teammates | null
  /** Messages on their way, after all others. */
  pending?: readonly OutboxMessage[]
  /** Who is reading, and writes what is on its way. */
  viewer?: Author
  /** Tries again to send a message, by its id. */
  onRetryMessage?: (id: string) => void
  /** Gives a message up that was not sent, by its id. */
  onDiscardMessage?: (id: string) => void
  /** The thread's words. */
  t: ThreadWords
}

const nothing: readonly OutboxMessage[] = []
const nobody: Author = { type: 'admin', id: null, name: null, avatar_url: null }

/**
 * The parts of a conversation, in a log that opens at the newest. The whole thread is in the page, so that find-in-page
 * and screen readers reach all of it; the browser lays out only the blocks near the viewport.
 */
function ThreadLog({
  conversation,
  unreadAfter,
  teammates,
  pending = nothing,
  viewer = nobody,
  onRetryMessage,
  onDiscardMessage,
  imageHosts,
  onImageError,
  t,
  className,
  ...props
}: ThreadLogProps) {
  const { contact, omitted_parts: omitted } = conversation
  // The same person may come as another object each time.
  const { type, id: authorId, name, avatar_url } = viewer
  const parts = React.useMemo(() => {
    const author = { type, id: authorId, name, avatar_url }
    return [...conversation.parts, ...pending.map((message) => partOf(message.id, message, author))]
  }, [conversation.parts, pending, type, authorId, name, avatar_url])
  const format = useLocale()
  const { timeZone } = format
  // What was new when the reader came stays marked until they go, or it would move the thread under their eyes.
  const [unreadAtFirst] = React.useState(() => firstUnread(conversation))
  const isForCustomer = type === 'contact'
  // What the conversation says of itself is what the team has read.
  const unreadAt = isForCustomer ? null : unreadAtFirst
  const unreadId = unreadAfter === undefined ? unreadAt : firstUnread(conversation, unreadAfter)
  const [keep] = React.useState(keepBlocks)
  const blocks = React.useMemo(
    () => keep(groupParts(parts, { timeZone, unreadId, omitted })),
    [keep, parts, timeZone, unreadId, omitted],
  )
  const { viewportRef, contentRef, onScroll, isOverflowing, isAtEnd, seenId, scrollToEnd } = useThreadScroll(
    parts.at(-1)?.id,
    blocks,
  )
  const newCount = writtenAfter(parts, seenId).filter(({ author }) => !isBy(author, viewer)).length

  // Whoever sends something wants to see it there, wherever they were.
  const lastPendingId = pending.at(-1)?.id
  const sentId = React.useRef(lastPendingId)
  React.useLayoutEffect(() => {
    if (lastPendingId !== undefined && lastPendingId !== sentId.current) scrollToEnd()
    sentId.current = lastPendingId
  }, [lastPendingId, scrollToEnd])

  const { id: contactId = null, avatar_url: contactPicture = null } = contact ?? {}
  const avatarOf = React.useCallback(
    (author: Author): string | null => {
      if (author.avatar_url) return author.avatar_url
      if (author.type === 'contact') return author.id === contactId ? contactPicture : null
      if (author.type !== 'admin') return null
      return teammates?.admins.find(({ id }) => id === author.id)?.avatar_url ?? null
    },
    [contactId, contactPicture, teammates],
  )

  // The button goes away; who pressed it goes on writing.
  const goOn = React.useCallback(() => {
    const thread = viewportRef.current?.closest('[data-slot=conversation-thread]')
    const target = thread?.querySelector('textarea') ?? viewportRef.current
    target?.focus({ preventScroll: true })
  }, [viewportRef])
  const onRetry = React.useCallback((id: string) => {
    goOn()
    onRetryMessage?.(id)
  }, [goOn, onRetryMessage])
  const onDiscard = React.useCallback((id: string) => {
    goOn()
    onDiscardMessage?.(id)
  }, [goOn, onDiscardMessage])

  return (
    <div data-slot="thread-log" className={cn('relative flex min-h-32 flex-1 flex-col', className)} {...props}>
      <div
        ref={viewportRef}
        role="log"
        aria-label={isForCustomer ? t('titleForCustomer') : t('log', { name: isolate(contact?.name ?? contact?.email ?? t('unknownCustomer')) })}
        // What comes is told below. Read from here it would be told for older parts and unfolded messages, too.
        aria-live="off"
        tabIndex={isOverflowing ? 0 : undefined}
        onScroll={onScroll}
        data-slot="thread-viewport"
        data-state={isAtEnd ? 'at-end' : 'away'}
        className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain -outline-offset-2 focus-visible:outline-2 focus-visible:inset-ring-[3px] focus-visible:inset-ring-ring/50 focus-visible:outline-ring"
      >
        <div ref={contentRef} data-slot="thread-content" className="mx-auto w-full max-w-3xl pb-4">
          {blocks.map((block, index) => (
            <ThreadBlock
              key={block.key}
              block={block}
              isLaidOut={isTail(blocks, index)}
              ownId={isForCustomer ? authorId : undefined}
              avatarOf={avatarOf}
              teammates={teammates}
              pending={pending}
              onRetry={onRetry}
              onDiscard={onDiscard}
              imageHosts={imageHosts}
              onImageError={onImageError}
              format={format}
              t={t}
            />
          ))}
        </div>
      </div>
      {isAtEnd && newCount === 0 ? null : (
        <Button
          type="button"
          variant="outline"
          size="sm"
          data-slot="thread-jump"
          className="absolute inset-x-0 bottom-3 mx-auto w-fit rounded-full shadow-md pointer-coarse:h-10"
          onClick={() => {
            // The button goes away; who pressed it stays in the thread.
            viewportRef.current?.focus({ preventScroll: true })
            scrollToEnd()
          }}
        >
          <ArrowDown aria-hidden="true" />
          {newCount > 0 ? t('jumpNew', { count: newCount }) : t('jump')}
        </Button>
      )}
      <ThreadAnnouncer parts={conversation.parts} viewer={viewer} t={t} />
      <DeliveryAnnouncer pending={pending} t={t} />
    </div>
  )
}

function isTail(blocks: readonly Block[], index: number): boolean {
  return blocks.slice(index + 1).reduce((sum, { rows }) => sum + rows.length, 0) < TAIL_ROWS
}

export { ThreadLog, type ThreadLogProps }

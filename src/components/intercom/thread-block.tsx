'use client'

import * as React from 'react'
import type { ThreadImages } from '@/components/intercom/thread-body'
import { ThreadEvent } from '@/components/intercom/thread-event'
import { ThreadMessage } from '@/components/intercom/thread-message'
import { ThreadDay, ThreadSeparator } from '@/components/intercom/thread-separator'
import type { Author } from 'intercom-v0-kit/contracts'
import {
  assigneeName, type OutboxMessage, type Teammates, type ThreadBlock as Block, type ThreadRow,
} from 'intercom-v0-kit/inbox'
import type { ThreadWords, TimeFormat } from 'intercom-v0-kit/strings'

/** Pixels that a row takes on average, for blocks that were not laid out yet. */
const ROW_HEIGHT = 84

/** Props of {@link ThreadBlock}. */
interface ThreadBlockProps extends ThreadImages {
  /** The rows, as `groupParts` gives them. */
  block: Block
  /** Whether the block is laid out wherever it stands, and not only near the viewport. */
  isLaidOut: boolean
  /** The customer who is reading, by their id: what they wrote is their own, and stands at the end. */
  ownId?: string | null
  /** Gives the picture of who wrote something; null where there is none. */
  avatarOf: (author: Author) => string | null
  /** Names of those who are assigned to. */
  teammates?: Teammates | null
  /** Messages on their way. */
  pending: readonly OutboxMessage[]
  /** Tries again to send a message, by its id. */
  onRetry: (id: string) => void
  /** Gives a message up that was not sent, by its id. */
  onDiscard: (id: string) => void
  /** The reader's language and time zone. */
  format: TimeFormat
  /** The thread's words. */
  t: ThreadWords
}

/** Rows of a thread that the browser lays out, or leaves out, together. They render only when they change. */
const ThreadBlock = React.memo(function ThreadBlock({ block, isLaidOut, ...view }: ThreadBlockProps) {
  return (
    <div
      data-slot="thread-block"
      style={{ containIntrinsicBlockSize: `auto ${block.rows.length * ROW_HEIGHT}px` }}
      // Where the browser does not keep the reader's place when a block turns out higher or lower than was thought,
      // every block is laid out.
      className={isLaidOut ? undefined : 'supports-[overflow-anchor:auto]:[content-visibility:auto]'}
    >
      {block.rows.map((row) => renderRow(row, view))}
    </div>
  )
})

function renderRow(row: ThreadRow, view: Omit<ThreadBlockProps, 'block' | 'isLaidOut'>) {
  const { ownId, avatarOf, teammates, pending, onRetry, onDiscard, imageHosts, onImageError, format, t } = view
  switch (row.type) {
    case 'day':
      return <ThreadDay key={row.key} at={row.at} />
    case 'unread':
      return (
        <ThreadSeparator key={row.key} variant="unread">
          {t('unread')}
        </ThreadSeparator>
      )
    case 'omitted':
      return (
        <ThreadSeparator key={row.key} variant="omitted">
          {t('omitted', { count: row.count })}
        </ThreadSeparator>
      )
    case 'event':
      return (
        <StableEvent
          key={row.key}
          data-part-id={row.part.id}
          event={row.part}
          assignee={row.part.assigned_to ? assigneeName(row.part.assigned_to, teammates, t) : undefined}
          format={format}
          t={t}
        />
      )
    case 'message': {
      const delivery = pending.find(({ id }) => id === row.part.id)
      return (
        <StableMessage
          key={row.key}
          data-part-id={row.part.id}
          message={row.part}
          continues={row.continues}
          isOwn={ownId === undefined ? undefined : row.part.author.type === 'contact' && row.part.author.id === ownId}
          avatarUrl={avatarOf(row.part.author)}
          {...(delivery && { delivery, onRetry, onDiscard })}
          imageHosts={imageHosts}
          onImageError={onImageError}
          format={format}
          t={t}
        />
      )
    }
  }
}

const StableMessage = React.memo(ThreadMessage)
const StableEvent = React.memo(ThreadEvent)

export { ThreadBlock, type ThreadBlockProps }

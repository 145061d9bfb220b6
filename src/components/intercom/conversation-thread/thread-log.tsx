'use client'

import { cva, type VariantProps } from 'class-variance-authority'
import {
  ArrowDown, BellRing, ChevronRight, CircleCheck, CircleDot, Clock, GitMerge, Languages, Moon, Pencil, RotateCcw, Smile, Ticket,
  UserRoundPlus, UserRoundX, UsersRound, Workflow,
} from 'lucide-react'
import * as React from 'react'
import {
  type EventRow, type OutboxMessage, type ThreadBlock as Block, type ThreadLogOptions, type ThreadRow, useNewMessageAnnouncement,
  useSentAnnouncement, useThreadLog,
} from 'intercom-v0-kit/inbox'
import {
  getAuthorName, conversationThreadStrings, type EventKind, describeThreadEvent, formatDay, formatTime, isolateDirection, useLocale, useStrings, useNow,
} from 'intercom-v0-kit/strings'
import { MessageTime, ThreadMessage } from '@/components/intercom/conversation-thread/message'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'
import type { Author, EventPart, Part } from 'intercom-v0-kit/contracts'

/**
 * Renders all messages, so that find-in-page and screen readers reach them. The browser lays out only those near the viewport.
 * Pass the conversation's id as `key`.
 */
function ThreadLog({
  conversation, unreadAfter, teammates, pending: given, viewer: reader, onRetryMessage, onDiscardMessage, className, ...props
}: React.ComponentProps<'div'> & ThreadLogOptions) {
  const t = useStrings('conversationThread', conversationThreadStrings)
  const { contact, parts } = conversation
  const {
    viewportRef, contentRef, onScroll, isOverflowing, isAtEnd, scrollToEnd, blocks, tailIndex, newCount, pending, viewer,
    retry, discard,
  } = useThreadLog({ conversation, unreadAfter, teammates, pending: given, viewer: reader, onRetryMessage, onDiscardMessage })
  const customer = contact?.name ?? contact?.email ?? t('unknownCustomer')

  return (
    <div data-slot="thread-log" className={cn('relative flex min-h-32 flex-1 flex-col', className)} {...props}>
      <div
        ref={viewportRef}
        role="log"
        aria-label={viewer.type === 'contact' ? t('titleForCustomer') : t('log', { name: isolateDirection(customer) })}
        // A live log would also announce older parts and unfolded messages. NewMessageStatus announces new ones.
        aria-live="off"
        tabIndex={isOverflowing ? 0 : undefined}
        onScroll={onScroll}
        data-slot="thread-viewport"
        data-state={isAtEnd ? 'at-end' : 'away'}
        className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain -outline-offset-2 focus-visible:outline-2 focus-visible:inset-ring-[3px] focus-visible:inset-ring-ring/50 focus-visible:outline-ring"
      >
        <div ref={contentRef} data-slot="thread-content" className="mx-auto w-full max-w-3xl pb-4">
          {blocks.map((block, index) => (
            <ThreadBlock key={block.key} block={block} isLaidOut={index >= tailIndex} onRetry={retry} onDiscard={discard} />
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
            // The button is removed, so move its focus to the thread.
            viewportRef.current?.focus({ preventScroll: true })
            scrollToEnd()
          }}
        >
          <ArrowDown aria-hidden="true" />
          {newCount > 0 ? t('jumpNew', { count: newCount }) : t('jump')}
        </Button>
      )}
      <NewMessageStatus parts={parts} viewer={viewer} />
      <SentStatus pending={pending} />
    </div>
  )
}

function NewMessageStatus({ parts, viewer }: { parts: readonly Part[]; viewer: Author }) {
  return <p role="status" className="sr-only">{useNewMessageAnnouncement(parts, viewer)}</p>
}

function SentStatus({ pending }: { pending: readonly OutboxMessage[] }) {
  return <p role="status" className="sr-only">{useSentAnnouncement(pending)}</p>
}

/** Estimated height of a row in pixels, until its block is laid out. */
const ROW_HEIGHT = 84

interface ThreadBlockProps {
  block: Block
  isLaidOut: boolean
  onRetry: (id: string) => void
  onDiscard: (id: string) => void
}

/** Rows that the browser lays out together. */
const ThreadBlock = React.memo(function ThreadBlock({ block, isLaidOut, onRetry, onDiscard }: ThreadBlockProps) {
  const t = useStrings('conversationThread', conversationThreadStrings)
  const renderRow = (row: ThreadRow) => {
    switch (row.type) {
      case 'day':
        return <ThreadDay key={row.key} at={row.at} />
      case 'unread':
        return <ThreadSeparator key={row.key} variant="unread">{t('unread')}</ThreadSeparator>
      case 'omitted':
        return <ThreadSeparator key={row.key} variant="omitted">{t('omitted', { count: row.count })}</ThreadSeparator>
      case 'event':
        return <StableEvent key={row.key} data-part-id={row.part.id} event={row.part} assignee={row.assignee} />
      case 'events':
        return <StableEvents key={row.key} data-part-id={row.events.at(-1)?.part.id} events={row.events} />
      default:
        return (
          <StableMessage
            key={row.key}
            data-part-id={row.part.id}
            message={row.part}
            continues={row.continues}
            ordinal={row.ordinal}
            isOwn={row.isOwn}
            avatarUrl={row.avatarUrl}
            showsRole={row.showsRole}
            delivery={row.delivery}
            onRetry={onRetry}
            onDiscard={onDiscard}
          />
        )
    }
  }
  return (
    <div
      data-slot="thread-block"
      style={{ containIntrinsicBlockSize: `auto ${block.rows.length * ROW_HEIGHT}px` }}
      // Without scroll anchoring, a block that is higher than estimated would shift the messages on screen.
      className={isLaidOut ? undefined : 'supports-[overflow-anchor:auto]:[content-visibility:auto]'}
    >
      {block.rows.map(renderRow)}
    </div>
  )
})

const threadSeparatorVariants = cva(
  'flex items-center gap-3 px-4 text-xs font-medium before:min-w-4 before:flex-1 before:border-t after:min-w-4 after:flex-1 after:border-t',
  {
    variants: {
      variant: {
        day: 'pt-5 pb-2 text-muted-foreground before:border-border after:border-border',
        unread: 'pt-4 pb-1 text-status-unread before:border-status-unread after:border-status-unread',
        omitted:
          'pt-5 pb-2 text-center font-normal text-balance text-muted-foreground before:border-border after:border-border',
      },
    },
  },
)

// A heading, so that screen readers can jump from one to the next.
function ThreadSeparator({ variant, children }: React.PropsWithChildren<Required<VariantProps<typeof threadSeparatorVariants>>>) {
  const Component = variant === 'omitted' ? 'p' : 'h3'
  return (
    <Component data-slot="thread-separator" data-variant={variant} className={cn(threadSeparatorVariants({ variant }))}>
      {children}
    </Component>
  )
}

function ThreadDay({ at }: { at: number }) {
  return <ThreadSeparator variant="day">{formatDay(at, useNow(), useLocale())}</ThreadSeparator>
}

const eventIcons: Record<EventKind, React.ComponentType<{ className?: string }>> = {
  assign: UserRoundPlus,
  close: CircleCheck,
  open: RotateCcw,
  snooze: Moon,
  wake: BellRing,
  people: UsersRound,
  rate: Smile,
  edit: Pencil,
  workflow: Workflow,
  language: Languages,
  time: Clock,
  merge: GitMerge,
  ticket: Ticket,
  other: CircleDot,
}

interface ThreadEventProps extends React.ComponentProps<'p'> {
  event: EventPart
  assignee?: string | undefined
}

function ThreadEvent({ event, assignee = '', className, ...props }: ThreadEventProps) {
  const t = useStrings('conversationThread', conversationThreadStrings)
  const { kind, words } = describeThreadEvent(event)
  const Icon = words === 'unassignedByName' ? UserRoundX : eventIcons[kind]
  return (
    <p
      data-slot="thread-event"
      data-kind={kind}
      data-part-type={event.part_type}
      className={cn('px-4 pt-2 text-center text-xs text-balance wrap-anywhere text-muted-foreground [unicode-bidi:plaintext]', className)}
      {...props}
    >
      <Icon aria-hidden="true" className="me-1.5 -mt-0.5 inline size-3" />
      {t(words, { name: isolateDirection(getAuthorName(event.author, t)), assignee: isolateDirection(assignee) })}{' '}
      <span className="whitespace-nowrap">
        {'· '}
        <MessageTime at={event.created_at} />
      </span>
    </p>
  )
}

interface ThreadEventsProps extends React.ComponentProps<'details'> {
  events: readonly EventRow[]
}

/** Events in a row, folded to their number and times. Find-in-page opens them. */
function ThreadEvents({ events, ...props }: ThreadEventsProps) {
  const t = useStrings('conversationThread', conversationThreadStrings)
  const format = useLocale()
  const times = [events[0], events.at(-1)].map((row) => (row ? formatTime(row.part.created_at, format) : ''))
  return (
    <details data-slot="thread-events" className="group/events pt-2 text-xs text-muted-foreground" {...props}>
      <summary className="mx-auto flex w-fit cursor-default list-none items-center gap-1 rounded-md px-2 py-0.5 hover:bg-accent focus-visible:outline-2 focus-visible:outline-ring pointer-coarse:py-2.5 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-3 motion-safe:transition-[rotate] group-open/events:rotate-90 rtl:-scale-x-100 rtl:group-open/events:-rotate-90"
        />
        {t('updates', { count: events.length })} <bdi className="tabular-nums">· {[...new Set(times)].join('–')}</bdi>
      </summary>
      {events.map(({ key, part, assignee }) => (
        <ThreadEvent key={key} event={part} assignee={assignee} />
      ))}
    </details>
  )
}

const StableMessage = React.memo(ThreadMessage)
const StableEvent = React.memo(ThreadEvent)
const StableEvents = React.memo(ThreadEvents)

export { ThreadDay, ThreadEvent, ThreadLog, ThreadSeparator }

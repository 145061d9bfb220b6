'use client'

import {
  BellRing, CircleCheck, CircleDot, Clock, GitMerge, Languages, Moon, Pencil, RotateCcw, Star, Ticket, UserPlus,
  UserRound, UserRoundX, Workflow,
} from 'lucide-react'
import type * as React from 'react'
import { ThreadTime } from '@/components/intercom/thread-time'
import {
  authorName, type EventKind, eventText, isolate, type ThreadWords, type TimeFormat,
} from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'
import type { EventPart } from 'intercom-v0-kit/contracts'

const icons: Record<EventKind, React.ComponentType<{ className?: string }>> = {
  assign: UserRound,
  close: CircleCheck,
  open: RotateCcw,
  snooze: Moon,
  wake: BellRing,
  people: UserPlus,
  rate: Star,
  edit: Pencil,
  workflow: Workflow,
  language: Languages,
  time: Clock,
  merge: GitMerge,
  ticket: Ticket,
  other: CircleDot,
}

/** Props of {@link ThreadEvent}. */
interface ThreadEventProps extends React.ComponentProps<'p'> {
  /** What happened. A part type that is not known reads as a neutral line. */
  event: EventPart
  /** To whom it was assigned, in words, where it was. */
  assignee?: string
  /** The reader's language and time zone. */
  format: TimeFormat
  /** The thread's words. */
  t: ThreadWords
}

/** Something that happened in a conversation, as one quiet line. */
function ThreadEvent({ event, assignee = '', format, t, className, ...props }: ThreadEventProps) {
  const { kind, words } = eventText(event)
  const Icon = words === 'unassignedByName' ? UserRoundX : icons[kind]
  return (
    <p
      data-slot="thread-event"
      data-kind={kind}
      data-part-type={event.part_type}
      className={cn('px-4 pt-2 text-center text-xs text-balance wrap-anywhere text-muted-foreground [unicode-bidi:plaintext]', className)}
      {...props}
    >
      <Icon aria-hidden="true" className="me-1.5 -mt-0.5 inline size-3" />
      {t(words, { name: isolate(authorName(event.author, t)), assignee: isolate(assignee) })}{' '}
      <span className="whitespace-nowrap">
        {'· '}
        <ThreadTime at={event.created_at} format={format} />
      </span>
    </p>
  )
}

export { ThreadEvent, type ThreadEventProps }

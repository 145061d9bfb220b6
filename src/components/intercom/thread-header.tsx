'use client'

import { Star, UserRound, UserRoundX } from 'lucide-react'
import type * as React from 'react'
import { formatAhead, formatDuration, isolate, type ThreadWords, useLocale, useNow } from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { StatusBadge } from '@/components/intercom/shared/avatar-and-badge'
import { Badge } from '@/components/ui/badge'
import { Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/utils'
import type { Conversation } from 'intercom-v0-kit/contracts'
import { conversationStatus } from 'intercom-v0-kit/inbox'

/** More than these are counted, not named. */
const MAX_TAGS = 3

/** Props of {@link ThreadHeader}. */
interface ThreadHeaderProps extends React.ComponentProps<'header'> {
  /** The conversation whose thread it heads. */
  conversation: Conversation
  /** Whom it is assigned to: null for nobody, undefined while it is not known, empty where the reader may not know. */
  assignee?: string | null
  /** Whether the customer is reading: how the team works is not for them, and they know who they are. */
  isForCustomer?: boolean
  /** The id of the heading, for what is labelled by it. */
  headingId?: string
  /** Controls, at the end. */
  actions?: React.ReactNode
  /** The thread's words. */
  t: ThreadWords
}

/** What a conversation is about, how it stands, with whom it is and who has it. */
function ThreadHeader({ conversation, assignee, isForCustomer = false, headingId, actions, t, className, ...props }: ThreadHeaderProps) {
  const { contact, priority, tags, title, state } = conversation
  const customer = contact?.name ?? contact?.email ?? t('unknownCustomer')
  const status = isForCustomer && state !== 'closed' ? null : conversationStatus(conversation)
  const AssigneeIcon = assignee === null ? UserRoundX : UserRound
  const assigned = assignee === null ? t('unassigned') : t('assigned', { assignee: isolate(assignee ?? '') })
  const fallback = isForCustomer ? t('titleForCustomer') : t('titleFallback', { name: isolate(customer) })
  return (
    <header
      data-slot="thread-header"
      data-state={state}
      className={cn('flex min-h-(--inbox-header-height,4rem) shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-1.5', className)}
      {...props}
    >
      {/* A narrow thread has its first line for the title; where words are large, the controls have one, too. */}
      <div className="grid min-w-0 flex-1 basis-40 grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2 gap-y-1 @min-[36rem]/thread:grid-cols-[minmax(0,auto)_1fr]">
        <div className="col-span-2 flex min-w-0 items-center gap-2 @min-[36rem]/thread:col-span-1">
          <h2
            id={headingId}
            data-slot="thread-title"
            tabIndex={-1}
            className="max-w-full min-w-0 truncate rounded-sm text-sm/5 font-semibold focus-visible:outline-2 focus-visible:outline-ring"
          >
            {title ? <PlainText text={title} className="block truncate" /> : fallback}
          </h2>
          {priority ? (
            <span title={t('priority')} className="shrink-0">
              <Star aria-hidden="true" className="size-3.5 fill-current" />
              <span className="sr-only">{t('priority')}</span>
            </span>
          ) : null}
        </div>
        <StatusBadge
          status={status}
          className="row-start-2 h-5 min-w-max py-0 @min-[36rem]/thread:col-start-2 @min-[36rem]/thread:row-start-1"
        >
          <StatusTime conversation={conversation} t={t} />
        </StatusBadge>
        <div
          className={`row-start-2 flex h-5 min-w-0 items-center gap-2 text-xs/5 text-muted-foreground empty:hidden ${
            status ? 'col-start-2 @min-[36rem]/thread:col-span-2 @min-[36rem]/thread:col-start-1' : 'col-span-2'
          }`}
        >
          {title && !isForCustomer ? (
            <PlainText text={customer} max={80} className="min-w-0 truncate @min-[26rem]/thread:max-w-1/2" />
          ) : null}
          {assignee === undefined ? <Skeleton className="h-3 w-24" /> : null}
          {assignee === null || assignee ? (
            // Where there is little room the customer's name has it: the assignee's is there whole, or the icon alone.
            <span
              title={assigned}
              className="flex min-w-3 items-center gap-x-1 @max-[26rem]/thread:h-5 @max-[26rem]/thread:shrink-999 @max-[26rem]/thread:flex-wrap @max-[26rem]/thread:overflow-hidden"
            >
              <AssigneeIcon aria-hidden="true" className="h-5 w-3 shrink-0" />
              {assignee === null ? (
                <span className="truncate">{assigned}</span>
              ) : (
                <>
                  <span className="truncate [unicode-bidi:plaintext] @max-[44rem]/thread:sr-only">{assigned}</span>
                  {/* The icon says the rest. */}
                  <PlainText text={assignee} aria-hidden="true" className="truncate @min-[44rem]/thread:hidden" />
                </>
              )}
            </span>
          ) : null}
          <ThreadTags tags={tags} t={t} />
        </div>
      </div>
      {actions ? <div className="ms-auto flex shrink-0 items-center gap-1">{actions}</div> : null}
    </header>
  )
}

/** Until when it is snoozed, or how long the customer waits. Very large words leave it no room. */
function StatusTime({ conversation, t }: Pick<ThreadHeaderProps, 'conversation' | 't'>) {
  const format = useLocale()
  const now = useNow()
  const { snoozed_until: until, waiting_since: since } = conversation
  const status = conversationStatus(conversation)
  // Less than a minute is written as one: "0m" says nothing.
  const waits = since !== null && now !== null && formatDuration(Math.max(60, now - since), format.locale)
  const time = status === 'snoozed' ? until && t('snoozedUntil', { time: formatAhead(until, now, format) }) : status === 'waiting' && waits
  return time ? <span className="@max-[20rem]/thread:hidden">{time}</span> : null
}

function ThreadTags({ tags, t }: { tags: Conversation['tags']; t: ThreadWords }) {
  if (tags.length === 0) return null
  const hidden = tags.slice(MAX_TAGS)
  return (
    <ul aria-label={t('tags')} className="hidden min-w-0 items-center gap-1 @min-[36rem]/thread:flex">
      {tags.slice(0, MAX_TAGS).map((tag) => (
        <li key={tag.id} className="flex min-w-0">
          <Badge variant="secondary" className="max-w-28 min-w-0 shrink py-0 font-normal">
            <PlainText text={tag.name} max={60} className="truncate" />
          </Badge>
        </li>
      ))}
      {hidden.length > 0 ? (
        <li title={hidden.map((tag) => tag.name).join(', ')} className="shrink-0 tabular-nums">
          +{hidden.length}
        </li>
      ) : null}
    </ul>
  )
}

export { ThreadHeader, type ThreadHeaderProps }

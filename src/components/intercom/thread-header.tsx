'use client'

import { Star, UserRoundCheck } from 'lucide-react'
import type * as React from 'react'
import { PlainText } from '@/components/intercom/plain-text'
import { StatusBadge } from '@/components/intercom/status-badge'
import { Badge } from '@/components/ui/badge'
import { Skeleton } from '@/components/ui/skeleton'
import { isolate } from '@/lib/intercom/author-text'
import type { Conversation } from '@/lib/intercom/contracts'
import { conversationStatus } from '@/lib/intercom/conversation-status'
import type { ThreadWords } from '@/lib/intercom/messages/conversation-thread'
import { cn } from '@/lib/utils'

/** More than these are counted, not named. */
const MAX_TAGS = 3

/** Props of {@link ThreadHeader}. */
interface ThreadHeaderProps extends React.ComponentProps<'header'> {
  /** The conversation whose thread it heads. */
  conversation: Conversation
  /** Whom it is assigned to: null for nobody, undefined while it is not known, empty where the reader may not know. */
  assignee?: string | null
  /** The id of the heading, for what is labelled by it. */
  headingId?: string
  /** Controls, at the end. */
  actions?: React.ReactNode
  /** The thread's words. */
  t: ThreadWords
}

/** What a conversation is about, how it stands, with whom it is and who has it. */
function ThreadHeader({ conversation, assignee, headingId, actions, t, className, ...props }: ThreadHeaderProps) {
  const { contact, priority, tags, title } = conversation
  const customer = contact?.name ?? contact?.email ?? t('unknownCustomer')
  return (
    <header
      data-slot="thread-header"
      data-state={conversation.state}
      className={cn('flex min-h-(--inbox-header-height,4rem) shrink-0 items-center gap-3 border-b px-4 py-1.5', className)}
      {...props}
    >
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex min-w-0 items-center gap-2">
          <h2
            id={headingId}
            data-slot="thread-title"
            tabIndex={-1}
            className="max-w-full min-w-0 truncate rounded-sm text-sm/5 font-semibold focus-visible:outline-2 focus-visible:outline-ring"
          >
            {title ? <PlainText text={title} className="block truncate" /> : t('titleFallback', { name: isolate(customer) })}
          </h2>
          {priority ? (
            <span title={t('priority')} className="shrink-0 text-status-waiting">
              <Star aria-hidden="true" className="size-3.5 fill-current" />
              <span className="sr-only">{t('priority')}</span>
            </span>
          ) : null}
          <StatusBadge status={conversationStatus(conversation)} className="shrink-0" />
        </div>
        <div className="flex h-5 min-w-0 items-center gap-2 text-xs/5 text-muted-foreground empty:hidden">
          {title ? <PlainText text={customer} max={80} className="max-w-1/2 min-w-0 truncate" /> : null}
          {assignee === undefined ? <Skeleton className="h-3 w-24" /> : null}
          {assignee === null || assignee ? (
            <span className="flex min-w-0 items-center gap-1">
              <UserRoundCheck aria-hidden="true" className="size-3 shrink-0" />
              <span className="truncate [unicode-bidi:plaintext]">
                {assignee === null ? t('unassigned') : t('assigned', { assignee: isolate(assignee) })}
              </span>
            </span>
          ) : null}
          <ThreadTags tags={tags} t={t} />
        </div>
      </div>
      {actions ? <div className="flex shrink-0 items-center gap-1">{actions}</div> : null}
    </header>
  )
}

function ThreadTags({ tags, t }: { tags: Conversation['tags']; t: ThreadWords }) {
  if (tags.length === 0) return null
  const hidden = tags.slice(MAX_TAGS)
  return (
    <ul aria-label={t('tags')} className="hidden min-w-0 items-center gap-1 @min-[36rem]/thread:flex">
      {tags.slice(0, MAX_TAGS).map((tag) => (
        <li key={tag.id} className="flex min-w-0">
          <Badge variant="secondary" className="max-w-28 min-w-0 py-0 font-normal">
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

'use client'

import { Reply, Tag as TagIcon, Timer } from 'lucide-react'
import * as React from 'react'
import {
  type conversationListMessages, formatDateTime, formatDuration, type TimeFormat, type Translate,
} from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { StatusBadge } from '@/components/intercom/shared/status-badge'
import { Badge } from '@/components/ui/badge'
import { Skeleton } from '@/components/ui/skeleton'
import type { ConversationSummary, Tag } from 'intercom-v0-kit/contracts'
import type { ConversationStatus } from 'intercom-v0-kit/inbox'

type Words = Translate<typeof conversationListMessages>

const SHOWN_TAGS = 2

const HOUR = 3600

/** Props of {@link ConversationRowMeta}. */
interface ConversationRowMetaProps {
  /** The row's conversation. */
  conversation: ConversationSummary
  /** What its badge says; null for no badge. */
  status: ConversationStatus | null
  /** Whom it is assigned to; null for nobody, undefined while that is not known, '' for nothing to show. */
  assignee: string | null | undefined
  /** The id for the description that a screen reader reads. */
  descriptionId: string
  /** The time now, in Unix seconds; null while that is not known. */
  now: number | null
  /** The reader's language and time zone. */
  format: TimeFormat
  /** The list's words. */
  t: Words
}

/**
 * The last line of a row: how it stands, who has it, how long the customer waits or waited, its tags. It does not change
 * with what is selected, and is not rendered for that.
 */
const ConversationRowMeta = React.memo(function ConversationRowMeta({
  conversation,
  status,
  assignee,
  descriptionId,
  now,
  format,
  t,
}: ConversationRowMetaProps) {
  const { tags, priority, waiting_since: waitingSince, snoozed_until: snoozedUntil } = conversation
  const firstResponse = conversation.first_response_seconds

  // Less than a minute is written as one: "0m" says nothing.
  const lengthOf = (seconds: number, width: 'narrow' | 'long' = 'narrow') =>
    formatDuration(Math.max(60, seconds), format.locale, width)
  const wordsOf = (seconds: number, title: 'spokenWaiting' | 'spokenReplied', words: 'waiting' | 'replied') => ({
    title: t(title, { duration: lengthOf(seconds, 'long') }),
    words: t(words, { duration: lengthOf(seconds) }),
    length: lengthOf(seconds),
  })
  const waited = now === null || waitingSince === null ? null : now - waitingSince
  const asleep = now === null || snoozedUntil === null ? null : snoozedUntil - now
  const isWaiting = waitingSince !== null

  const spoken = [
    assignee === null ? t('spokenUnassigned') : assignee && t('spokenAssignee', { name: assignee }),
    waited === null ? '' : t('spokenWaiting', { duration: lengthOf(waited, 'long') }),
    isWaiting || firstResponse === null ? '' : t('spokenReplied', { duration: lengthOf(firstResponse, 'long') }),
    snoozedUntil === null ? '' : t('spokenSnoozed', { time: formatDateTime(snoozedUntil, format) }),
    priority ? t('spokenPriority') : '',
    tags.length === 0 ? '' : t('spokenTags', { tags: tags.map((tag) => tag.name).join(', ') }),
  ]

  return (
    <div
      aria-hidden="true"
      data-slot="conversation-row-meta"
      className="mt-auto flex h-5 items-center gap-2 text-xs whitespace-nowrap text-muted-foreground @min-[22.5rem]:gap-3"
    >
      <span id={descriptionId} hidden>
        {spoken.filter(Boolean).join(' ')}
      </span>
      <StatusBadge status={status} className="h-5 py-0">
        {status === 'waiting' && waited !== null ? lengthOf(waited) : null}
        {status === 'snoozed' && asleep !== null ? lengthOf(asleep) : null}
      </StatusBadge>
      {waited !== null && status !== 'waiting' ? (
        <Duration
          icon={Timer}
          {...wordsOf(waited, 'spokenWaiting', 'waiting')}
          // Whoever waits for so long does not lose the colour of waiting to a badge that says something else.
          className={waited < HOUR ? '' : 'font-medium text-status-waiting'}
        />
      ) : null}
      {!isWaiting && firstResponse !== null ? (
        <Duration icon={Reply} {...wordsOf(firstResponse, 'spokenReplied', 'replied')} />
      ) : null}
      {assignee === undefined ? (
        <Skeleton className="h-3 w-14" />
      ) : (
        <PlainText text={assignee ?? t('unassigned')} max={80} className="min-w-0 truncate text-start @max-3xs:hidden" />
      )}
      <Tags tags={tags} t={t} />
    </div>
  )
})

/** How long the customer waits, or waited: in words where there is room for them, else with an icon. */
function Duration({
  icon: Icon,
  title,
  words,
  length,
  className = '',
}: {
  icon: React.ComponentType<{ className?: string }>
  title: string
  words: string
  length: string
  className?: string
}) {
  return (
    <span title={title} className={`relative z-10 inline-flex shrink-0 items-center gap-1 @max-3xs:hidden ${className}`}>
      <Icon className="size-3.5 @min-[22.5rem]:hidden rtl:-scale-x-100" />
      <span className="@max-[22.5rem]:hidden">{words}</span>
      <span className="@min-[22.5rem]:hidden">{length}</span>
    </span>
  )
}

/** The first tags by name where there is room for names, else how many there are. */
function Tags({ tags, t }: { tags: Tag[]; t: Words }) {
  if (tags.length === 0) return null
  const names = tags.map((tag) => tag.name).join(', ')
  return (
    <span title={names} className="relative z-10 ms-auto inline-flex shrink-0 items-center gap-1">
      <span className="inline-flex items-center gap-1 @md:hidden">
        <TagIcon className="size-3" />
        {t('tagCount', { count: tags.length })}
      </span>
      {tags.slice(0, SHOWN_TAGS).map((tag) => (
        <Badge key={tag.id} variant="outline" className="hidden h-5 max-w-24 py-0 font-normal @md:inline-flex">
          <PlainText text={tag.name} max={40} className="truncate" />
        </Badge>
      ))}
      {tags.length > SHOWN_TAGS ? (
        <span className="hidden @md:inline">{t('moreTags', { count: tags.length - SHOWN_TAGS })}</span>
      ) : null}
    </span>
  )
}

export { ConversationRowMeta, type ConversationRowMetaProps }

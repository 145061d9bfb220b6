'use client'

import { CircleAlert, Star } from 'lucide-react'
import * as React from 'react'
import { ContactAvatar } from '@/components/intercom/contact-avatar'
import { ConversationRowCheck } from '@/components/intercom/conversation-row-check'
import { ConversationRowMeta } from '@/components/intercom/conversation-row-meta'
import { useLocale, useMessages, useNow } from '@/components/intercom/locale-provider'
import { PlainText } from '@/components/intercom/plain-text'
import type { ConversationSummary } from '@/lib/intercom/contracts'
import { conversationStatus } from '@/lib/intercom/conversation-status'
import { conversationListMessages } from '@/lib/intercom/messages/conversation-list'
import { statusBadgeMessages } from '@/lib/intercom/messages/status-badge'
import { cleanText } from '@/lib/intercom/plain-text'
import type { MessageTable } from '@/lib/intercom/text'
import { formatDate, formatDateTime, formatDuration, formatRelativeTime, type TimeFormat } from '@/lib/intercom/time'
import { cn } from '@/lib/utils'

// A screen reader says the whole name of a row before its listener can move on.
const SPOKEN_LENGTH = 120

const MINUTE = 60
const EIGHT_WEEKS = 8 * 7 * 24 * 60 * MINUTE

// Where a mouse points, the checkbox has the picture's place.
const underCheckClassName = cn(
  'pointer-fine:group-hover/row:opacity-0 pointer-fine:group-has-focus-visible/row:opacity-0',
  'pointer-fine:group-data-checking/rows:opacity-0',
)

/** How long ago, as short as can be: `now`, `5m`, `3w`, and the date of what is older. */
function shortAge(at: number, now: number | null, format: TimeFormat): string {
  if (now === null || now - at > EIGHT_WEEKS) return formatDate(at, format)
  if (now - at < MINUTE) return formatRelativeTime(now, now, format.locale)
  return formatDuration(now - at, format.locale)
}

/** Props of {@link ConversationRow}. */
interface ConversationRowProps {
  /** The conversation, as the list's route gives it. */
  conversation: ConversationSummary
  /** Whom it is assigned to; null for nobody, undefined while that is not known, '' for nothing to show. */
  assignee?: string | null
  /** Whether it is the one that is open. */
  isSelected?: boolean
  /** Whether Tab reaches the list at this row. */
  isTabStop?: boolean
  /** Whether it is checked, among others, for what is done with several; undefined where rows cannot be. */
  isChecked?: boolean
  /** What went wrong when something was to be done with it. */
  problem?: string
  /** Makes the row a link to this address; else it is a button. */
  href?: string
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/**
 * A conversation in a list: who, when, what about, and how it stands. It has the height of its list item, says of
 * itself what a screen reader needs to choose by, and describes the rest.
 */
const ConversationRow = React.memo(function ConversationRow({
  conversation,
  assignee,
  isSelected = false,
  isTabStop = true,
  isChecked,
  problem,
  href,
  messages,
}: ConversationRowProps) {
  const t = useMessages('conversationList', conversationListMessages, messages)
  const statusWord = useMessages('statusBadge', statusBadgeMessages)
  const format = useLocale()
  const now = useNow()
  const descriptionId = React.useId()

  const { contact, id, last_message_at: at, priority } = conversation
  const name = cleanText(contact?.name) || cleanText(contact?.email) || t('unknownCustomer')
  const title = cleanText(conversation.title)
  const preview = cleanText(conversation.preview) || t('noText')
  const status = conversationStatus(conversation)
  const label = t(status ? 'rowWithStatus' : 'row', {
    name: cleanText(name, SPOKEN_LENGTH),
    status: status ? statusWord(status) : '',
    time: now === null ? formatDateTime(at, format) : formatRelativeTime(at, now, format.locale),
    text: cleanText(title || preview, SPOKEN_LENGTH),
  })

  // The control's label and description say it all, in an order for the ear; the rest is for the eye alone. Only the
  // name is the control's text, since its label must contain that (WCAG 2.5.3). A pseudo-element makes all the row its
  // target.
  const control = {
    'data-slot': 'conversation-row-control',
    'data-item-id': id,
    'aria-current': isSelected,
    'aria-label': label,
    'aria-describedby': descriptionId,
    tabIndex: isTabStop ? 0 : -1,
    className: 'flex min-w-0 cursor-default text-start outline-none after:absolute after:inset-0',
  }
  const visibleName = (
    <PlainText
      text={name}
      max={SPOKEN_LENGTH}
      className={cn('truncate leading-5', status === 'unread' ? 'font-semibold' : 'font-medium')}
    />
  )

  return (
    <div
      data-slot="conversation-row"
      data-status={status ?? 'none'}
      data-state={isSelected ? 'selected' : 'idle'}
      data-checked={isChecked || undefined}
      className={cn(
        'group/row relative flex h-full items-start gap-3 overflow-hidden border-b px-3.5 py-1.5 text-sm',
        'transition-colors hover:bg-muted data-checked:bg-muted data-[state=selected]:bg-accent motion-reduce:transition-none',
        'has-focus-visible:ring-[3px] has-focus-visible:ring-ring/40 has-focus-visible:ring-inset',
        'has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-ring',
        isChecked !== undefined && 'pointer-coarse:ps-12',
      )}
    >
      {isSelected ? <span className="absolute inset-y-0 start-0 border-s-[3px] border-primary" /> : null}
      {status === 'unread' ? (
        <span className="absolute start-1 top-6 size-1.5 rounded-full bg-status-unread forced-colors:bg-[CanvasText]" />
      ) : null}
      <ContactAvatar
        className={cn('mt-0.5', isChecked !== undefined && underCheckClassName)}
        id={contact?.id}
        name={contact?.name ?? null}
        email={contact?.email}
        avatarUrl={contact?.avatar_url ?? null}
      />
      <div className="flex h-full min-w-0 flex-1 flex-col">
        <div className="flex h-5 items-center gap-1.5">
          {href === undefined ? (
            <button type="button" {...control}>
              {visibleName}
            </button>
          ) : (
            <a href={href} {...control}>
              {visibleName}
            </a>
          )}
          {priority ? (
            <span aria-hidden="true" title={t('priority')} className="relative z-10 shrink-0 text-status-waiting">
              <Star className="size-3.5 fill-current" />
            </span>
          ) : null}
          <time
            aria-hidden="true"
            dateTime={new Date(at * 1000).toISOString()}
            title={formatDateTime(at, format)}
            className="relative z-10 ms-auto shrink-0 text-xs text-muted-foreground tabular-nums"
          >
            {shortAge(at, now, format)}
          </time>
        </div>
        <ConversationText title={title} preview={preview} />
        {problem ? (
          <p id={descriptionId} className="mt-auto flex h-5 items-center gap-1.5 text-xs text-destructive">
            <CircleAlert aria-hidden="true" className="size-3.5 shrink-0" />
            <span className="truncate" title={problem}>
              {problem}
            </span>
          </p>
        ) : (
          <ConversationRowMeta
            conversation={conversation}
            status={status}
            assignee={assignee}
            descriptionId={descriptionId}
            t={t}
          />
        )}
      </div>
      {isChecked === undefined ? null : (
        <ConversationRowCheck
          id={id}
          label={t('check', { name: cleanText(name, SPOKEN_LENGTH) })}
          isChecked={isChecked}
          isTabStop={isTabStop}
        />
      )}
    </div>
  )
})

/** What it is about: the title and a line of the opening message, or two lines of it where there is no title. */
function ConversationText({ title, preview }: { title: string; preview: string }) {
  const line = 'max-w-full text-start leading-5'
  return (
    // Each text is as wide as it needs, so that one in another direction begins where the others do.
    <div aria-hidden="true" className="flex h-10 flex-col items-start">
      {title ? <PlainText text={title} className={cn(line, 'truncate')} /> : null}
      <PlainText text={preview} className={cn(line, 'text-muted-foreground', title ? 'truncate' : 'line-clamp-2')} />
    </div>
  )
}

export { ConversationRow, type ConversationRowProps }

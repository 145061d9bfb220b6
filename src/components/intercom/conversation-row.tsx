'use client'

import { CircleAlert, Star } from 'lucide-react'
import * as React from 'react'
import { ContactAvatar } from '@/components/intercom/shared/contact-avatar'
import { ConversationRowCheck } from '@/components/intercom/conversation-row-check'
import { ConversationRowMeta } from '@/components/intercom/conversation-row-meta'
import {
  cleanText, conversationListMessages, formatDate, formatDateTime, formatDuration, formatRelativeTime,
  type MessageTable, statusBadgeMessages, type TimeFormat, useLocale, useMessages, useNow,
} from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import type { ConversationSummary } from 'intercom-v0-kit/contracts'
import { conversationStatus } from 'intercom-v0-kit/inbox'
import { cn } from '@/lib/utils'

// A screen reader says the whole name of a row before its listener can move on.
const SPOKEN_LENGTH = 120
// A tooltip has room for any name, and does not cover the page.
const TITLE_LENGTH = 400

const MINUTE = 60
const EIGHT_WEEKS = 8 * 7 * 24 * 60 * MINUTE

// Where a mouse points, the checkbox has the picture's place.
const underCheckClassName = cn(
  'pointer-fine:group-hover/row:opacity-0 pointer-fine:group-has-focus-visible/row:opacity-0',
  'pointer-fine:group-data-checking/rows:opacity-0',
)

// A pseudo-element makes all the row the control's target, and shows its focus.
const anyControlClassName = cn(
  'min-w-0 cursor-default truncate text-start leading-5 outline-none after:absolute after:inset-0',
  'focus-visible:after:ring-[3px] focus-visible:after:ring-ring/40 focus-visible:after:ring-inset',
  'focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring',
)
const controlClassName = `${anyControlClassName} font-medium`
const unreadControlClassName = `${anyControlClassName} font-semibold`

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
  /** Who reads it: to a customer, whose own conversations they all are, a row says what it is about. Default `agent`. */
  audience?: 'agent' | 'customer'
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
  audience = 'agent',
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
  const isAgent = audience === 'agent'
  const subject = cleanText(conversation.title)
  const preview = cleanText(conversation.preview) || t('noText')
  const name = isAgent ? cleanText(contact?.name) || cleanText(contact?.email) || t('unknownCustomer') : subject || preview
  const visibleName = cleanText(name, SPOKEN_LENGTH)
  const title = isAgent && subject
  const text = isAgent || subject ? preview : ''
  const status = conversationStatus(conversation)
  const label = t(status ? 'rowWithStatus' : 'row', {
    name: visibleName,
    status: status ? statusWord(status) : '',
    time: now === null ? formatDateTime(at, format) : formatRelativeTime(at, now, format.locale),
    text: cleanText(title || text, SPOKEN_LENGTH),
  })

  // The control's label and description say it all, in an order for the ear; the rest is for the eye alone. Only the
  // name is the control's text, since its label must contain that (WCAG 2.5.3).
  const control = {
    'data-slot': 'conversation-row-control',
    'data-item-id': id,
    'aria-current': isSelected,
    'aria-label': label,
    'aria-describedby': descriptionId,
    tabIndex: isTabStop ? 0 : -1,
    // A name does not turn the text around it: it is a block of its own, in its own direction.
    dir: 'auto',
    title: visibleName === name ? undefined : cleanText(name, TITLE_LENGTH),
    // What has no subject begins with two lines of what was written.
    className: cn(status === 'unread' ? unreadControlClassName : controlClassName, !text && 'line-clamp-2 whitespace-normal'),
  }

  return (
    <div
      data-slot="conversation-row"
      data-status={status ?? 'none'}
      data-state={isSelected ? 'selected' : 'idle'}
      data-checked={isChecked || undefined}
      className={cn(
        'group/row relative flex h-full items-start gap-3 border-b px-3.5 py-1.5 text-sm',
        'hover:bg-muted data-checked:bg-muted data-[state=selected]:bg-accent',
        // The mark of the row that is open.
        'data-[state=selected]:before:absolute data-[state=selected]:before:inset-y-0 data-[state=selected]:before:start-0',
        'data-[state=selected]:before:border-s-[3px] data-[state=selected]:before:border-primary',
        isChecked !== undefined && 'pointer-coarse:ps-12',
      )}
    >
      {status === 'unread' ? (
        <span className="absolute start-1 top-6 size-1.5 rounded-full bg-status-unread forced-colors:bg-[CanvasText]" />
      ) : null}
      {isAgent ? (
        <ContactAvatar
          className={cn('mt-0.5', isChecked !== undefined && underCheckClassName)}
          id={contact?.id}
          name={contact?.name ?? null}
          email={contact?.email}
          avatarUrl={contact?.avatar_url ?? null}
        />
      ) : null}
      <div className="flex h-full min-w-0 flex-1 flex-col">
        <div className={`flex gap-1.5 ${text ? 'h-5 items-center' : 'h-10 items-baseline'}`}>
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
            <span aria-hidden="true" title={t('priority')} className="relative z-10 shrink-0">
              <Star className="size-3.5 fill-current" />
            </span>
          ) : null}
          <time
            aria-hidden="true"
            dateTime={new Date(at * 1000).toISOString()}
            // What the tooltip says is written when somebody points at it.
            onPointerEnter={({ currentTarget }) => {
              currentTarget.title = formatDateTime(at, format)
            }}
            className="relative z-10 ms-auto shrink-0 text-xs text-muted-foreground tabular-nums"
          >
            {shortAge(at, now, format)}
          </time>
        </div>
        <ConversationRowText title={title} preview={text} />
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
            now={now}
            format={format}
            t={t}
          />
        )}
      </div>
      {isChecked === undefined ? null : (
        <ConversationRowCheck
          id={id}
          label={t('check', { name: visibleName })}
          isChecked={isChecked}
          isTabStop={isTabStop}
        />
      )}
    </div>
  )
})

/** What it is about: the title and a line of the opening message, or two lines of it where there is no title. */
const ConversationRowText = React.memo(function ConversationRowText({ title, preview }: { title: string | false; preview: string }) {
  // Each text is as wide as it needs, so that one in another direction begins where the others do.
  const line = 'max-w-full shrink-0 self-start text-start leading-5'
  return (
    <>
      {title ? <PlainText aria-hidden="true" text={title} className={cn(line, 'truncate')} /> : null}
      <PlainText
        aria-hidden="true"
        text={preview}
        className={cn(line, 'text-muted-foreground', title ? 'truncate' : 'line-clamp-2')}
      />
    </>
  )
})

export { ConversationRow, type ConversationRowProps }

'use client'

import { Check, CircleAlert, Star } from 'lucide-react'
import * as React from 'react'
import { type RowText, useRowHandlers, useRowText } from 'intercom-v0-kit/inbox'
import type { ConversationSummary } from 'intercom-v0-kit/contracts'
import { cleanText } from 'intercom-v0-kit/strings'
import { ContactAvatar, StatusBadge, type StatusBadgeProps, WaitingRing } from '@/components/intercom/shared/avatar-and-badge'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Badge } from '@/components/ui/badge'
import { Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/utils'

const RowContext = React.createContext<RowText | null>(null)

/** Returns the texts of the row around a part: the conversation, its name, status, age and so on. */
function useRow(): RowText {
  const row = React.use(RowContext)
  if (!row) throw new Error('Use this inside <ConversationRow>.')
  return row
}

/** Props of {@link ConversationRow}. */
interface ConversationRowProps extends React.ComponentProps<'div'> {
  /** The conversation, as the list's route returns it. */
  conversation: ConversationSummary
  /** Name of the assignee: `null` if unassigned, `undefined` while unknown, `''` to show nothing. */
  assignee?: string | null | undefined
  /** Reader of the row. Customers see what a conversation is about instead of their own name. @default 'agent' */
  audience?: 'agent' | 'customer' | undefined
  /** State of all rows of the list. The row doesn't repeat it. */
  listState?: ConversationSummary['state'] | 'all' | undefined
  /** Minutes within which the customer should get a reply; `null` for no ring. @default null */
  replyTarget?: number | null | undefined
  /** Whether the conversation is selected. */
  isSelected?: boolean | undefined
  /** Whether Tab reaches the list at this row. */
  isTabStop?: boolean | undefined
  /** Whether the row is checked for a bulk action; `undefined` if rows have no checkbox. */
  isChecked?: boolean | undefined
  /** Why the last action on the conversation failed. Replaces the last line. */
  problem?: string | undefined
  /** Address of the conversation. Makes the row a link instead of a button. */
  href?: string | undefined
}

/**
 * A conversation in a list. Rearrange, add or remove its parts here: each reads what it shows from {@link useRow}. The row
 * fills the height of its list item.
 */
const ConversationRow = React.memo(function ConversationRow({
  conversation, assignee, audience = 'agent', listState = 'all', replyTarget = null, isSelected = false, isTabStop = true,
  isChecked, problem, href, className, ...props
}: ConversationRowProps) {
  const row = useRowText({ conversation, assignee, audience, replyTarget })
  const { rowProps } = useRowHandlers(conversation.id)
  const descriptionId = React.useId()
  const { contact } = conversation
  return (
    <RowContext value={row}>
      <div
        data-slot="conversation-row"
        data-status={row.status ?? 'none'}
        data-state={isSelected ? 'selected' : 'idle'}
        data-checked={isChecked || undefined}
        className={cn(
          'group/row relative my-px flex h-[calc(100%-2px)] items-center gap-3 overflow-hidden rounded-lg border border-transparent px-3 text-sm',
          'hover:bg-foreground/5 data-checked:bg-foreground/5',
          'data-[state=selected]:border-border data-[state=selected]:bg-card',
          // Forced colours draw every border.
          'forced-colors:border-[Canvas] forced-colors:data-[state=selected]:border-[Highlight]',
          className,
        )}
        {...rowProps}
        {...props}
      >
        {audience === 'agent' ? (
          <ContactAvatar
            id={contact?.id}
            name={contact?.name ?? null}
            email={contact?.email}
            avatarUrl={contact?.avatar_url ?? null}
            className={cn(
              'relative mt-2 self-start',
              // The checkbox takes the place of the picture.
              isChecked !== undefined &&
                'pointer-fine:group-hover/row:opacity-0 pointer-fine:group-has-focus-visible/row:opacity-0 group-data-checking/rows:opacity-0',
            )}
          >
            <WaitingRing waiting={row.waiting} />
          </ContactAvatar>
        ) : null}
        <div className="min-w-0 flex-1">
          <ConversationRowHeader>
            <ConversationRowTitle
              href={href}
              aria-current={isSelected}
              aria-describedby={descriptionId}
              tabIndex={isTabStop ? 0 : -1}
            />
            <ConversationRowPriority />
            <ConversationRowTime />
          </ConversationRowHeader>
          <ConversationRowText />
          {problem ? (
            <ConversationRowProblem>{problem}</ConversationRowProblem>
          ) : (
            <ConversationRowMeta>
              <ConversationRowMatch />
              <ConversationRowStatus listState={listState} />
              <ConversationRowTags />
              <ConversationRowAssignee />
            </ConversationRowMeta>
          )}
          <span id={descriptionId} hidden>
            {problem ?? row.description}
          </span>
        </div>
        {isChecked === undefined ? null : <ConversationRowCheck isChecked={isChecked} tabIndex={isTabStop ? 0 : -1} />}
      </div>
    </RowContext>
  )
})

/** First line of a row. Without a line of text below it, it has up to two lines. */
function ConversationRowHeader({ className, ...props }: React.ComponentProps<'div'>) {
  const { preview } = useRow()
  return <div className={cn('flex gap-1.5', preview ? 'h-5 items-center' : 'max-h-10 items-baseline', className)} {...props} />
}

// A pseudo-element makes the whole row the target of the control, and shows its focus.
const controlClassName = cn(
  'min-w-0 cursor-default truncate text-start leading-5 outline-none after:absolute after:inset-0 after:rounded-lg',
  'focus-visible:after:ring-[3px] focus-visible:after:ring-ring/40 focus-visible:after:ring-inset',
  'focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring',
)

/** Props of {@link ConversationRowTitle}. */
interface ConversationRowTitleProps extends React.AriaAttributes {
  /** Address of the conversation. */
  href: string | undefined
  tabIndex: number
  className?: string | undefined
}

/** Button or link that selects the conversation. Its target is the whole row. */
function ConversationRowTitle({ href, className, ...props }: ConversationRowTitleProps) {
  const { conversation, status, name, nameTitle, label, preview } = useRow()
  const { controlProps } = useRowHandlers(conversation.id)
  // The accessible name and description say everything, in an order for listening; the other parts are for the eye. The
  // visible text is the name alone, since the accessible name must contain it (WCAG 2.5.3).
  const control = {
    'data-slot': 'conversation-row-control',
    'data-item-id': conversation.id,
    'aria-label': label,
    // A block of its own, so that the direction of a name does not turn the text around it.
    dir: 'auto',
    title: nameTitle,
    className: cn(
      controlClassName,
      status === 'unread' ? 'font-semibold' : 'font-medium',
      // Without a subject, show two lines of the preview.
      !preview && 'line-clamp-2 whitespace-normal',
      className,
    ),
    ...controlProps,
    ...props,
  }
  return href === undefined ? (
    <button type="button" {...control}>
      {name}
    </button>
  ) : (
    <a href={href} {...control}>
      {name}
    </a>
  )
}

/** A star if the conversation has priority. */
const ConversationRowPriority = React.memo(function ConversationRowPriority({
  className, ...props
}: React.ComponentProps<'span'>) {
  const { conversation, t } = useRow()
  if (!conversation.priority) return null
  return (
    <span aria-hidden="true" title={t('priority')} className={cn('relative z-10 shrink-0', className)} {...props}>
      <Star className="size-3.5 fill-current" />
    </span>
  )
})

/** Time since the customer waits, or else since the last message, with a tooltip. */
const ConversationRowTime = React.memo(function ConversationRowTime({ className, ...props }: React.ComponentProps<'time'>) {
  const { age, ageSince, isLongWait, formatAge } = useRow()
  return (
    <time
      aria-hidden="true"
      dateTime={new Date(ageSince * 1000).toISOString()}
      // Formatting a date is slow, so the tooltip is written on hover.
      onPointerEnter={({ currentTarget }) => {
        currentTarget.title = formatAge()
      }}
      className={cn(
        'relative z-10 ms-auto shrink-0 text-xs text-muted-foreground tabular-nums',
        isLongWait && 'font-medium text-status-waiting',
        className,
      )}
      {...props}
    >
      {age}
    </time>
  )
})

/** Subject and start of the first message in one line. Each is truncated at the end of its own direction. */
const ConversationRowText = React.memo(function ConversationRowText() {
  const { subject, preview } = useRow()
  if (!preview) return null
  return (
    <div aria-hidden="true" className="flex gap-1.5 leading-5">
      {subject ? <PlainText text={subject} className="max-w-full shrink-0 truncate" /> : null}
      <PlainText text={preview} className="min-w-0 truncate text-muted-foreground" />
    </div>
  )
})

/** Last line of a row whose action failed. */
function ConversationRowProblem({ className, children, ...props }: React.ComponentProps<'p'>) {
  return (
    <p aria-hidden="true" className={cn('flex h-5 items-center gap-1.5 text-xs text-destructive', className)} {...props}>
      <CircleAlert className="size-3.5 shrink-0" />
      <span className="truncate" title={typeof children === 'string' ? children : undefined}>
        {children}
      </span>
    </p>
  )
}

/** Last line of a row: a place for badges and short facts. Without any, the row has two lines. */
function ConversationRowMeta({ className, ...props }: React.ComponentProps<'div'>) {
  return (
    <div
      // The description of the row says the same in words.
      aria-hidden="true"
      data-slot="conversation-row-meta"
      className={cn('flex h-5 items-center gap-1.5 text-xs whitespace-nowrap text-muted-foreground empty:hidden', className)}
      {...props}
    />
  )
}

/** Why the search found the conversation. */
function ConversationRowMatch({ className, ...props }: React.ComponentProps<'span'>) {
  const { matched } = useRow()
  return matched ? <span data-slot="conversation-row-match" className={cn('min-w-0 truncate text-foreground', className)} {...props}>{matched}</span> : null
}

/** Props of {@link ConversationRowStatus}. */
interface ConversationRowStatusProps extends Omit<StatusBadgeProps, 'status'> {
  /** State of all rows of the list, which the badge leaves out. */
  listState: ConversationRowProps['listState']
}

/** Status of the conversation and the end of its snooze, or else the time until the first reply. */
const ConversationRowStatus = React.memo(function ConversationRowStatus({
  listState, className, ...props
}: ConversationRowStatusProps) {
  const { status, until, replied, matched } = useRow()
  const shown = matched ? null : (until ?? replied)
  if (!status || status === listState) return shown ? <span className="truncate">{shown}</span> : null
  return (
    <StatusBadge status={status} hasIcon={false} className={cn('h-4.5 px-1.5 py-0', className)} {...props}>
      {matched ? null : until}
    </StatusBadge>
  )
})

/** The first tag by name, and the number of the others. Hidden in search results. */
const ConversationRowTags = React.memo(function ConversationRowTags({ className, ...props }: React.ComponentProps<'span'>) {
  const { conversation, matched, tagNames, t } = useRow()
  const [first, ...others] = conversation.tags
  if (!first || matched) return null
  return (
    <>
      <Badge
        variant="outline"
        title={tagNames}
        // At 200 % text on a phone, it has no room.
        className={cn('relative z-10 h-4.5 max-w-28 min-w-0 shrink px-1.5 py-0 font-normal text-muted-foreground @max-3xs:hidden', className)}
        {...props}
      >
        <PlainText text={first.name} max={40} className="truncate" />
      </Badge>
      {others.length > 0 ? (
        <span title={tagNames} className="relative z-10 -ms-0.5 @max-3xs:hidden">
          {t('moreTags', { count: others.length })}
        </span>
      ) : null}
    </>
  )
})

/** Initials of the assignee at the end of the row; a skeleton while they are unknown. Hidden in search results. */
const ConversationRowAssignee = React.memo(function ConversationRowAssignee() {
  const { assignee, matched, t } = useRow()
  if (assignee === '' || matched) return null
  if (assignee === undefined) return <Skeleton className="ms-auto size-4.5 shrink-0 rounded-full" />
  if (assignee === null) return <span className="ms-auto shrink-0 @max-3xs:hidden">{t('unassigned')}</span>
  return <ContactAvatar name={assignee} avatarUrl={null} size="xs" title={cleanText(assignee, 80)} className="relative z-10 ms-auto" />
})

// The list handles clicks, since they know the Shift key. React requires a handler here.
const ignore = () => {}

/** Props of {@link ConversationRowCheck}. */
interface ConversationRowCheckProps extends React.ComponentProps<'span'> {
  /** Whether the row is checked. */
  isChecked: boolean
  tabIndex: number
}

/**
 * Checkbox of a row, in the place of its picture. It appears under a mouse, with the keyboard focus, and for all rows while
 * any row is checked or the user selects.
 */
function ConversationRowCheck({ isChecked, tabIndex, className, ...props }: ConversationRowCheckProps) {
  const { conversation, name, t } = useRow()
  return (
    <span
      data-slot="conversation-row-check"
      data-check-id={conversation.id}
      className={cn(
        'absolute start-3 top-2 z-10 grid size-9 place-items-center opacity-0 pointer-coarse:start-2 pointer-coarse:top-1 pointer-coarse:size-11',
        'group-hover/row:opacity-100 group-has-focus-visible/row:opacity-100 group-data-checking/rows:opacity-100',
        'pointer-coarse:invisible pointer-coarse:group-data-checking/rows:visible',
        className,
      )}
      {...props}
    >
      <input
        type="checkbox"
        checked={isChecked}
        onChange={ignore}
        tabIndex={tabIndex}
        aria-label={t('check', { name })}
        className="peer absolute inset-0 size-full cursor-default appearance-none rounded-md outline-none"
      />
      <span
        aria-hidden="true"
        className={cn(
          'pointer-events-none grid size-4.5 place-items-center rounded-sm border border-muted-foreground bg-background',
          'peer-checked:border-primary peer-checked:bg-primary peer-checked:text-primary-foreground',
          'peer-focus-visible:ring-[3px] peer-focus-visible:ring-ring/40 peer-focus-visible:outline-2 peer-focus-visible:outline-ring',
        )}
      >
        {isChecked ? <Check className="size-3.5" /> : null}
      </span>
    </span>
  )
}

export {
  ConversationRow, ConversationRowAssignee, ConversationRowCheck, ConversationRowHeader, ConversationRowMatch,
  ConversationRowMeta, ConversationRowPriority, ConversationRowProblem, ConversationRowStatus, ConversationRowTags,
  ConversationRowText, ConversationRowTime, ConversationRowTitle, useRow, type ConversationRowProps,
}

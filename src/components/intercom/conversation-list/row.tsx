'use client'

import { Check, CircleAlert, Reply, Star, Tag as TagIcon, Timer } from 'lucide-react'
import * as React from 'react'
import { type RowText, useRowHandlers, useRowText } from 'intercom-v0-kit/inbox'
import type { ConversationSummary } from 'intercom-v0-kit/contracts'
import { ContactAvatar, StatusBadge, type StatusBadgeProps } from '@/components/intercom/shared/avatar-and-badge'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Badge } from '@/components/ui/badge'
import { Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/utils'

const SHOWN_TAGS = 2

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
  conversation, assignee, audience = 'agent', isSelected = false, isTabStop = true, isChecked, problem, href,
  className, ...props
}: ConversationRowProps) {
  const row = useRowText({ conversation, assignee, audience })
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
          'group/row relative flex h-full items-start gap-3 rounded-lg border border-transparent px-3 py-1.5 text-sm',
          'hover:bg-foreground/5 data-checked:bg-foreground/5',
          'data-[state=selected]:border-border data-[state=selected]:bg-card',
          // Forced colours draw every border.
          'forced-colors:border-[Canvas] forced-colors:data-[state=selected]:border-[Highlight]',
          isChecked !== undefined && 'pointer-coarse:ps-12',
          className,
        )}
        {...rowProps}
        {...props}
      >
        {row.status === 'unread' ? (
          <span className="absolute start-1 top-6 size-1.5 rounded-full bg-status-unread forced-colors:bg-[CanvasText]" />
        ) : null}
        {audience === 'agent' ? (
          <ContactAvatar
            className={cn(
              'mt-0.5',
              // With a mouse, the checkbox takes the place of the picture.
              isChecked !== undefined &&
                'pointer-fine:group-hover/row:opacity-0 pointer-fine:group-has-focus-visible/row:opacity-0 pointer-fine:group-data-checking/rows:opacity-0',
            )}
            id={contact?.id}
            name={contact?.name ?? null}
            email={contact?.email}
            avatarUrl={contact?.avatar_url ?? null}
          />
        ) : null}
        <div className="flex h-full min-w-0 flex-1 flex-col">
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
            <ConversationRowProblem id={descriptionId}>{problem}</ConversationRowProblem>
          ) : (
            <ConversationRowMeta descriptionId={descriptionId}>
              <ConversationRowStatus />
              <ConversationRowDuration />
              <ConversationRowAssignee />
              <ConversationRowTags />
            </ConversationRowMeta>
          )}
        </div>
        {isChecked === undefined ? null : <ConversationRowCheck isChecked={isChecked} tabIndex={isTabStop ? 0 : -1} />}
      </div>
    </RowContext>
  )
})

/** First line of a row. Without a line of text below it, it is two lines high. */
function ConversationRowHeader({ className, ...props }: React.ComponentProps<'div'>) {
  const { preview } = useRow()
  return <div className={cn('flex gap-1.5', preview ? 'h-5 items-center' : 'h-10 items-baseline', className)} {...props} />
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

/** Time since the last message, with the full date as a tooltip. */
const ConversationRowTime = React.memo(function ConversationRowTime({ className, ...props }: React.ComponentProps<'time'>) {
  const { conversation, age, formatTime } = useRow()
  return (
    <time
      aria-hidden="true"
      dateTime={new Date(conversation.last_message_at * 1000).toISOString()}
      // Formatting a date is slow, so the tooltip is written on hover.
      onPointerEnter={({ currentTarget }) => {
        currentTarget.title = formatTime()
      }}
      className={cn('relative z-10 ms-auto shrink-0 text-xs text-muted-foreground tabular-nums', className)}
      {...props}
    >
      {age}
    </time>
  )
})

/** Subject and a line of the first message, or two lines of it without a subject. */
const ConversationRowText = React.memo(function ConversationRowText() {
  const { subject, preview } = useRow()
  // Each text is as wide as it needs, so that text in another direction starts where the others start.
  const line = 'max-w-full shrink-0 self-start text-start leading-5'
  return (
    <>
      {subject ? <PlainText aria-hidden="true" text={subject} className={`${line} truncate`} /> : null}
      <PlainText
        aria-hidden="true"
        text={preview}
        className={cn(line, 'text-muted-foreground', subject ? 'truncate' : 'line-clamp-2')}
      />
    </>
  )
})

/** Last line of a row whose action failed. */
function ConversationRowProblem({ className, children, ...props }: React.ComponentProps<'p'>) {
  return (
    <p className={cn('mt-auto flex h-5 items-center gap-1.5 text-xs text-destructive', className)} {...props}>
      <CircleAlert aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="truncate" title={typeof children === 'string' ? children : undefined}>
        {children}
      </span>
    </p>
  )
}

/** Props of {@link ConversationRowMeta}. */
interface ConversationRowMetaProps extends React.ComponentProps<'div'> {
  /** Id of the description that a screen reader reads instead of this line. */
  descriptionId: string
}

/** Last line of a row: a place for badges and short facts. */
function ConversationRowMeta({ descriptionId, className, children, ...props }: ConversationRowMetaProps) {
  const { description } = useRow()
  return (
    <div
      aria-hidden="true"
      data-slot="conversation-row-meta"
      className={cn(
        'mt-auto flex h-5 items-center gap-2 text-xs whitespace-nowrap text-muted-foreground @min-[22.5rem]:gap-3',
        className,
      )}
      {...props}
    >
      <span id={descriptionId} hidden>
        {description}
      </span>
      {children}
    </div>
  )
}

/** Status of the conversation, and how long it has been or will be so. */
const ConversationRowStatus = React.memo(function ConversationRowStatus({
  className, ...props
}: Omit<StatusBadgeProps, 'status'>) {
  const { status, statusTime } = useRow()
  return (
    <StatusBadge status={status} className={cn('h-5 py-0', className)} {...props}>
      {statusTime}
    </StatusBadge>
  )
})

/** Waiting time of the customer, or the time until the first reply: in words if they fit, otherwise with an icon. */
const ConversationRowDuration = React.memo(function ConversationRowDuration({
  className, ...props
}: React.ComponentProps<'span'>) {
  const { duration } = useRow()
  if (!duration) return null
  const Icon = duration.kind === 'waiting' ? Timer : Reply
  return (
    <span
      title={duration.title}
      className={cn(
        'relative z-10 inline-flex shrink-0 items-center gap-1 @max-3xs:hidden',
        // A long wait keeps its colour even if the badge says something else.
        duration.isLong && 'font-medium text-status-waiting',
        className,
      )}
      {...props}
    >
      <Icon className="size-3.5 @min-[22.5rem]:hidden rtl:-scale-x-100" />
      <span className="@max-[22.5rem]:hidden">{duration.text}</span>
      <span className="@min-[22.5rem]:hidden">{duration.short}</span>
    </span>
  )
})

/** Name of the assignee; a skeleton while it is unknown. */
const ConversationRowAssignee = React.memo(function ConversationRowAssignee() {
  const { assignee, t } = useRow()
  if (assignee === undefined) return <Skeleton className="h-3 w-14" />
  return <PlainText text={assignee ?? t('unassigned')} max={80} className="min-w-0 truncate text-start @max-3xs:hidden" />
})

/** First tags by name if they fit, otherwise the number of tags. */
const ConversationRowTags = React.memo(function ConversationRowTags({ className, ...props }: React.ComponentProps<'span'>) {
  const { conversation, tagNames, t } = useRow()
  const { tags } = conversation
  if (tags.length === 0) return null
  return (
    <span title={tagNames} className={cn('relative z-10 ms-auto inline-flex shrink-0 items-center gap-1', className)} {...props}>
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
 * Checkbox of a row. With a mouse it appears in the place of the picture, on touch screens it has its own place. It stays
 * visible as soon as any row is checked.
 */
function ConversationRowCheck({ isChecked, tabIndex, className, ...props }: ConversationRowCheckProps) {
  const { conversation, name, t } = useRow()
  return (
    <span
      data-slot="conversation-row-check"
      data-check-id={conversation.id}
      className={cn(
        'absolute start-3 top-2 z-10 grid size-9 place-items-center opacity-0 pointer-coarse:start-1 pointer-coarse:size-11',
        'group-hover/row:opacity-100 group-has-focus-visible/row:opacity-100 group-data-checking/rows:opacity-100',
        'pointer-coarse:opacity-100',
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
  ConversationRow, ConversationRowAssignee, ConversationRowCheck, ConversationRowDuration, ConversationRowHeader,
  ConversationRowMeta, ConversationRowPriority, ConversationRowProblem, ConversationRowStatus, ConversationRowTags,
  ConversationRowText, ConversationRowTime, ConversationRowTitle, useRow, type ConversationRowProps,
}

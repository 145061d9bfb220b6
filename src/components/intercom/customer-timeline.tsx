'use client'

import { History, MessagesSquare, StickyNote, TriangleAlert, Zap } from 'lucide-react'
import * as React from 'react'
import {
  type CustomerTimelineData, describeValue, getEntryKey, groupByDay, useCustomerTimeline, useFocusGuard,
} from 'intercom-v0-kit/inbox'
import { toPlainText } from 'intercom-v0-kit/rich-text'
import {
  cleanText, customerTimelineStrings, formatAttributeLabel, formatDateTime, formatDay, formatTime, isolateDirection, StringsProvider, type StringsProps,
  useLocale, useNow, useStrings,
} from 'intercom-v0-kit/strings'
import type { TimelineEntry } from 'intercom-v0-kit/contracts'
import { EmptyState, ErrorState } from '@/components/intercom/error-state'
import { StatusBadge } from '@/components/intercom/shared/avatar-and-badge'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/utils'

interface CustomerTimelineBaseProps extends Omit<React.ComponentProps<'section'>, 'ref' | 'onFocus' | 'onBlur'>, StringsProps {
  /** Id of the selected conversation, which is marked. */
  currentConversationId?: string | null | undefined
  /** Called with the id of a selected conversation. Without it, conversations can't be selected. */
  onSelectConversation?: ((conversationId: string) => void) | undefined
}

/** Props of {@link CustomerTimeline}. */
interface CustomerTimelineProps extends CustomerTimelineBaseProps {
  /** Intercom id of the contact. `undefined` shows the loading state, `null` an empty timeline. */
  contactId: string | null | undefined
}

/** Loads and renders what a customer did: events of 90 days, notes of the team and conversations. For agents only. */
function CustomerTimeline({ contactId, ...props }: CustomerTimelineProps) {
  const { entries, loadMore, reload, ...data } = useCustomerTimeline(contactId)
  return (
    <CustomerTimelineView key={contactId} entries={contactId === null ? [] : entries} onLoadMore={loadMore} onRetry={reload} {...data} {...props} />
  )
}

/** Props of {@link CustomerTimelineView}. */
interface CustomerTimelineViewProps extends CustomerTimelineBaseProps, Partial<Pick<CustomerTimelineData, 'missing' | 'hasMore' | 'isLoadingMore'>> {
  /** Entries, newest first; `undefined` while loading. */
  entries: readonly TimelineEntry[] | undefined
  /** Latest failure, shown above entries that have already loaded. */
  error?: Error | undefined
  /** Called when the user loads earlier entries. */
  onLoadMore?: (() => void) | undefined
  /** Called when the user retries a failed request or a missing source. */
  onRetry?: (() => void) | undefined
}

/** Renders a timeline from props, in any state. */
function CustomerTimelineView({
  entries, missing = [], hasMore = false, isLoadingMore = false, error, onLoadMore, onRetry, currentConversationId, onSelectConversation, strings, className, ...props
}: CustomerTimelineViewProps) {
  const t = useStrings('customerTimeline', customerTimelineStrings, strings)
  const { timeZone } = useLocale()
  const guard = useFocusGuard<HTMLElement>()
  const isLoading = !entries && !error
  const days = React.useMemo(() => groupByDay(entries ?? [], timeZone), [entries, timeZone])
  return (
    <section
      data-slot="customer-timeline"
      data-state={entries ? (entries.length > 0 ? 'ready' : 'empty') : error ? 'error' : 'loading'}
      aria-label={t('label')}
      aria-busy={isLoading}
      tabIndex={-1}
      className={cn('flex min-w-0 flex-col gap-4 text-sm outline-none', className)}
      {...props}
      {...guard}
    >
      <StringsProvider component="customerTimeline" strings={strings}>
        {error ? <ErrorState variant={entries ? 'inline' : 'panel'} error={error} onRetry={onRetry} className={cn(entries && 'rounded-md border')} /> : null}
        <MissingSources missing={missing} onRetry={onRetry} />
        <span role="status" className="sr-only">
          {isLoading ? t('loading') : isLoadingMore ? t('earlierLoading') : null}
        </span>
        {isLoading ? <TimelineSkeleton /> : null}
        {entries?.length === 0 && !hasMore && !error && missing.length === 0 ? (
          <EmptyState icon={History} title={t('emptyTitle')} description={t('empty')} className="p-2" />
        ) : null}
        {days.map((day) => (
          <TimelineDay key={day.key} at={day.entries[0]?.created_at ?? 0}>
            {day.entries.map((entry) => (
              <TimelineItem key={getEntryKey(entry)} entry={entry} isCurrent={entry.kind === 'conversation' && entry.id === currentConversationId} onSelect={onSelectConversation} />
            ))}
          </TimelineDay>
        ))}
        {hasMore ? (
          <Button
            type="button"
            variant="ghost"
            size="sm"
            aria-disabled={isLoadingMore}
            onClick={isLoadingMore ? undefined : onLoadMore}
            className="-ms-2 self-start px-2 text-muted-foreground"
          >
            {t(isLoadingMore ? 'earlierLoading' : 'earlier')}
          </Button>
        ) : null}
      </StringsProvider>
    </section>
  )
}

/** Names what is missing and the permission that it needs. */
function MissingSources({ missing, onRetry }: Pick<CustomerTimelineData, 'missing'> & { onRetry: (() => void) | undefined }) {
  const t = useStrings('customerTimeline', customerTimelineStrings)
  if (missing.length === 0) return null
  return (
    <div data-slot="timeline-missing" className="flex items-start gap-2 rounded-md border px-3 py-2 text-xs text-muted-foreground">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-status-waiting" />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
        {missing.map(({ source, permission }) => (
          <p key={source} className="wrap-anywhere">
            {permission ? t('forbidden', { source: t(source), permission: isolateDirection(permission) }) : t('missing', { source: t(source) })}
          </p>
        ))}
        {onRetry && missing.some(({ permission }) => permission === null) ? (
          <Button type="button" variant="outline" size="sm" onClick={onRetry} className="mt-1 text-foreground">
            {t('retry')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function TimelineDay({ at, children }: React.PropsWithChildren<{ at: number }>) {
  const format = useLocale()
  const now = useNow()
  const id = React.useId()
  return (
    <div data-slot="timeline-day" className="flex flex-col gap-1">
      <p id={id} className="text-xs/5 font-medium text-muted-foreground">
        {formatDay(at, now, format)}
      </p>
      <ol aria-labelledby={id} className="flex flex-col">
        {children}
      </ol>
    </div>
  )
}

const icons = { event: Zap, note: StickyNote, conversation: MessagesSquare }

interface TimelineItemProps {
  entry: TimelineEntry
  isCurrent: boolean
  onSelect: ((conversationId: string) => void) | undefined
}

function TimelineItem({ entry, isCurrent, onSelect }: TimelineItemProps) {
  const format = useLocale()
  const { kind, created_at: at } = entry
  const Icon = icons[kind]
  return (
    <li data-slot="timeline-entry" data-kind={kind} className="flex min-h-7 items-start gap-2 py-1">
      <Icon aria-hidden="true" className={cn('mt-0.75 size-3.5 shrink-0 text-muted-foreground', kind === 'note' && 'text-status-note')} />
      <div className="min-w-0 flex-1">
        {kind === 'event' ? <TimelineEvent event={entry} /> : null}
        {kind === 'note' ? <TimelineNote note={entry} /> : null}
        {kind === 'conversation' ? <TimelineConversation conversation={entry} isCurrent={isCurrent} onSelect={onSelect} /> : null}
      </div>
      <time dateTime={new Date(at * 1000).toISOString()} title={formatDateTime(at, format)} className="shrink-0 text-xs/5 whitespace-nowrap text-muted-foreground tabular-nums">
        {formatTime(at, format)}
      </time>
    </li>
  )
}

/** Name of an event in words, and its metadata. */
function TimelineEvent({ event }: { event: Extract<TimelineEntry, { kind: 'event' }> }) {
  const t = useStrings('customerTimeline', customerTimelineStrings)
  const format = useLocale()
  return (
    <>
      <PlainText text={formatAttributeLabel(event.event_name)} max={80} />
      {event.metadata.length > 0 ? (
        <dl className="flex flex-wrap gap-x-3 text-xs/4.5 text-muted-foreground">
          {event.metadata.map((each) => {
            const { label, text } = describeValue(each, t, format)
            return (
              <div key={each.name} className="min-w-0">
                <dt className="me-1 inline">
                  <PlainText text={label} max={40} />
                </dt>
                <dd className="inline text-foreground wrap-anywhere">
                  {each.url ? (
                    <a href={each.url} target="_blank" rel="noopener noreferrer nofollow ugc" title={each.url} className="rounded-xs underline underline-offset-2 focus-visible:outline-2 focus-visible:outline-ring">
                      <PlainText text={text} max={80} />
                    </a>
                  ) : (
                    <PlainText text={text} max={80} />
                  )}
                </dd>
              </div>
            )
          })}
        </dl>
      ) : null}
    </>
  )
}

/** Author and start of a note. */
function TimelineNote({ note }: { note: Extract<TimelineEntry, { kind: 'note' }> }) {
  const t = useStrings('customerTimeline', customerTimelineStrings)
  const name = cleanText(note.author.name)
  return (
    <>
      <span className="wrap-anywhere">{name ? t('note', { name: isolateDirection(name) }) : t('noteWithoutName')}</span>
      <PlainText text={toPlainText(note.body)} max={400} className="line-clamp-3 text-xs/4.5 text-muted-foreground" />
    </>
  )
}

interface TimelineConversationProps {
  conversation: Extract<TimelineEntry, { kind: 'conversation' }>
  isCurrent: boolean
  onSelect: ((conversationId: string) => void) | undefined
}

/** Title or first words of a conversation. A click selects it. */
function TimelineConversation({ conversation: { id, title, preview, state }, isCurrent, onSelect }: TimelineConversationProps) {
  const t = useStrings('customerTimeline', customerTimelineStrings)
  const subject = title ?? preview
  const content = subject ? <PlainText text={subject} max={120} /> : <span className="text-muted-foreground">{t('untitled')}</span>
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      {onSelect ? (
        <button
          type="button"
          aria-current={isCurrent || undefined}
          onClick={() => onSelect(id)}
          className="cursor-default rounded-xs text-start underline decoration-border underline-offset-2 hover:decoration-current focus-visible:outline-2 focus-visible:outline-ring aria-[current]:font-medium aria-[current]:no-underline pointer-coarse:min-h-11"
        >
          {content}
        </button>
      ) : (
        content
      )}
      {state === 'open' ? null : <StatusBadge status={state} />}
    </span>
  )
}

function TimelineSkeleton() {
  return (
    <div data-slot="customer-timeline-skeleton" aria-hidden="true" className="flex flex-col gap-3">
      <Skeleton className="h-4 w-16" />
      {['w-2/5', 'w-3/5', 'w-1/2', 'w-2/3'].map((width) => (
        <div key={width} className="flex items-center gap-2">
          <Skeleton className="size-3.5" />
          <Skeleton className={cn('h-4', width)} />
          <Skeleton className="ms-auto h-3 w-9" />
        </div>
      ))}
    </div>
  )
}

export {
  CustomerTimeline, type CustomerTimelineProps, CustomerTimelineView, type CustomerTimelineViewProps, TimelineConversation, TimelineEvent, TimelineNote,
}

'use client'

import { Inbox, Search } from 'lucide-react'
import * as React from 'react'
import { ConversationListSkeleton } from '@/components/intercom/conversation-list-skeleton'
import { ConversationRows } from '@/components/intercom/conversation-rows'
import { EmptyState } from '@/components/intercom/shared/empty-state'
import { ErrorState } from '@/components/intercom/error-state'
import { conversationListMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { type ConversationListHandle, useFocusGuard, useLatest } from 'intercom-v0-kit/inbox'
import type { ConversationSummary } from 'intercom-v0-kit/contracts'
import { cn } from '@/lib/utils'

/** Which conversations a list is of: an empty one says what would be in it. */
type ConversationListKind = 'open' | 'snoozed' | 'closed' | 'all' | 'filtered'

const emptyWords = {
  open: ['emptyOpenTitle', 'emptyOpen'],
  snoozed: ['emptySnoozedTitle', 'emptySnoozed'],
  closed: ['emptyClosedTitle', 'emptyClosed'],
  all: ['emptyAllTitle', 'emptyAll'],
  filtered: ['emptyFilteredTitle', 'emptyFiltered'],
} as const

/** Props of {@link ConversationListView}. */
interface ConversationListViewProps extends Omit<React.ComponentProps<'nav'>, 'onSelect' | 'children' | 'ref'> {
  /** The rows so far, in the order to show them in; undefined until the first are there. */
  conversations: ConversationSummary[] | undefined
  /** Whom a conversation is assigned to: null for nobody, '' to show nothing, undefined while that is not known. */
  assigneeName?: (conversation: ConversationSummary) => string | null | undefined
  /** Who reads it: a customer sees their own conversations, and each row says what it is about. Default `agent`. */
  audience?: 'agent' | 'customer'
  /** How many there are altogether, loaded or not. */
  totalCount?: number
  /** Whether there are more rows to load. */
  hasMore?: boolean
  /** Whether more rows are on their way. */
  isLoadingMore?: boolean
  /** The latest failure. Rows that are there already stay. */
  error?: Error
  /** Loads the next rows: asked for as the reader comes near the end of those that are there. */
  onLoadMore?: () => void
  /** Tries what failed again. */
  onRetry?: () => void
  /** The conversation that is open; null for none. */
  selectedId?: string | null
  /** A row was chosen, by mouse or keyboard. Of a link, `event.preventDefault()` keeps the browser on the page. */
  onSelect?: (id: string, event: React.MouseEvent) => void
  /** Makes rows links: gives a conversation's address. */
  hrefFor?: (id: string) => string
  /** Whether j and k move through the rows while one has the focus. Default: they do. */
  shortcuts?: boolean
  /** Tells this list from others: another one begins at its top. */
  listKey?: string
  /** The rows so far are those of another list, until those of this one are there. */
  isStale?: boolean
  /** The rows that are checked, by their ids. Give it, and `onCheckedIdsChange`, where rows can be checked. */
  checkedIds?: ReadonlySet<string>
  /** Told which rows the reader wants to have checked. */
  onCheckedIdsChange?: (ids: ReadonlySet<string>) => void
  /** What went wrong with a conversation, by its id: the row says so. */
  problems?: ReadonlyMap<string, string>
  /** What can be done with the list from outside: moving the focus in it. */
  actionsRef?: React.Ref<ConversationListHandle>
  /** Takes the place of the kit's own words where there are no conversations. */
  emptyState?: React.ReactNode
  /** Which conversations these are, for the words where there are none. Default `all`. */
  kind?: ConversationListKind
  /** What the list is called among the page's landmarks. Default: Conversations. */
  label?: string
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** Says how many rows came, once they are there, to who does not see them come. */
function useLoadedAnnouncement(count: number, isLoadingMore: boolean, words: (count: number) => string): string {
  const [announcement, setAnnouncement] = React.useState('')
  const before = React.useRef<number>(null)
  const say = useLatest((more: number) => setAnnouncement(words(more)))
  React.useEffect(() => {
    if (isLoadingMore) {
      before.current ??= count
    } else if (before.current !== null) {
      if (count > before.current) say.current(count - before.current)
      before.current = null
    }
  }, [count, isLoadingMore, say])
  return announcement
}

/** A list of conversations, from data: rows, or what stands in their place. */
function ConversationListView({
  conversations,
  assigneeName = () => undefined,
  audience,
  totalCount,
  hasMore = false,
  isLoadingMore = false,
  error,
  onLoadMore,
  onRetry,
  selectedId = null,
  onSelect,
  hrefFor,
  shortcuts = true,
  listKey,
  isStale = false,
  checkedIds,
  onCheckedIdsChange,
  problems,
  actionsRef,
  emptyState,
  kind = 'all',
  label,
  messages,
  className,
  onFocus,
  onBlur,
  ...props
}: ConversationListViewProps) {
  const t = useMessages('conversationList', conversationListMessages, messages)
  const { ref, onFocus: enter, onBlur: leave } = useFocusGuard<HTMLElement>()
  const count = conversations?.length ?? 0
  // That the other list was empty says nothing of this one, unless both are searches.
  const isKnown = conversations !== undefined && (count > 0 || !isStale || emptyState !== undefined)
  const state = isKnown ? (count > 0 ? 'ready' : 'empty') : error ? 'error' : 'loading'
  const announcement = useLoadedAnnouncement(count, isLoadingMore, (more) =>
    t('loaded', { count: more, shown: count }),
  )
  const [emptyTitle, emptyText] = emptyWords[kind]

  return (
    <nav
      aria-label={label ?? t('label')}
      aria-busy={state === 'loading' || isStale || isLoadingMore}
      data-slot="conversation-list"
      data-state={state}
      data-stale={isStale || undefined}
      tabIndex={-1}
      className={cn(
        '@container flex h-full min-h-0 w-full min-w-0 flex-col overflow-hidden outline-none',
        'bg-background text-foreground',
        // Not for an answer that comes at once.
        '*:transition-opacity *:duration-150 data-stale:*:opacity-60 data-stale:*:delay-150',
        className,
      )}
      ref={ref}
      onFocus={(event) => {
        enter()
        onFocus?.(event)
      }}
      onBlur={(event) => {
        leave(event)
        onBlur?.(event)
      }}
      {...props}
    >
      <p role="status" className="sr-only">
        {state === 'loading' ? t('loading') : announcement}
      </p>
      {state === 'loading' ? <ConversationListSkeleton /> : null}
      {state === 'error' && error ? <ErrorState error={error} onRetry={onRetry} /> : null}
      {state === 'empty' && emptyState ? emptyState : null}
      {state === 'empty' && !emptyState ? (
        <EmptyState icon={kind === 'filtered' ? Search : Inbox} title={t(emptyTitle)} description={t(emptyText)} />
      ) : null}
      {conversations && count > 0 ? (
        <ConversationRows
          key={listKey}
          conversations={conversations}
          assigneeName={assigneeName}
          audience={audience}
          totalCount={totalCount}
          hasMore={hasMore}
          isLoadingMore={isLoadingMore}
          loadsOnScroll={!error}
          // After a failure there is one way on.
          onLoadMore={error ? onRetry : onLoadMore}
          selectedId={selectedId}
          onSelect={onSelect}
          hrefFor={hrefFor}
          shortcuts={shortcuts}
          checkedIds={checkedIds}
          onCheckedIdsChange={onCheckedIdsChange}
          problems={problems}
          actionsRef={actionsRef}
          messages={messages}
        />
      ) : null}
      {/* Below the rows, so that none of them moves when something goes wrong. */}
      {conversations && error ? (
        <ErrorState
          variant="inline"
          error={error}
          onRetry={onRetry}
          className="border-t border-b-0"
        />
      ) : null}
    </nav>
  )
}

export { ConversationListView, type ConversationListHandle, type ConversationListKind, type ConversationListViewProps }

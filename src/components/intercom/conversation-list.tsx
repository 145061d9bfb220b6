'use client'

import { Inbox, LoaderCircle, Search } from 'lucide-react'
import * as React from 'react'
import {
  type ConversationListHandle, type ConversationListKind, type ConversationRowsOptions, type ConversationsFilter,
  defaultReplyTargets, getReplyTarget, needsReply, type ReplyTargets, RowHandlersContext, useConversationList, useConversationRows,
  useFocusGuard, useLoadedAnnouncement, VirtualRows,
} from 'intercom-v0-kit/inbox'
import { conversationListStrings, StringsProvider, type StringsProps, useStrings } from 'intercom-v0-kit/strings'
import type { ConversationSummary } from 'intercom-v0-kit/contracts'
import { ConversationRow, type ConversationRowProps } from '@/components/intercom/conversation-list/row'
import { EmptyState, ErrorState } from '@/components/intercom/error-state'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/utils'

/** Props of both {@link ConversationList} and {@link ConversationListView}. */
interface ConversationListBaseProps extends Omit<React.ComponentProps<'nav'>, 'onSelect' | 'children' | 'ref'>, StringsProps {
  /** Reader of the list. Customers see their own conversations, and each row says what it is about. @default 'agent' */
  audience?: 'agent' | 'customer' | undefined
  /** Id of the selected conversation; `null` for none. Pass it to control the selection. */
  selectedId?: string | null | undefined
  /** Called when the user chooses a row. For links, `event.preventDefault()` keeps the browser on the page. */
  onSelect?: ((id: string, event: React.MouseEvent) => void) | undefined
  /** Returns the address of a conversation. Makes rows links instead of buttons. */
  getHref?: ((id: string) => string) | undefined
  /** Whether j and k move through the rows like the arrow keys. @default true */
  shortcuts?: boolean | undefined
  /** Ids of the checked rows. Pass it with `onSelectedRowIdsChange` to show checkboxes. */
  selectedRowIds?: ReadonlySet<string> | undefined
  /** Whether to show all checkboxes before any row is checked, for touch screens. @default false */
  isSelecting?: boolean | undefined
  /** Called when the user checks other rows. */
  onSelectedRowIdsChange?: ((ids: ReadonlySet<string>) => void) | undefined
  /** Why the last action on a conversation failed, by conversation id. The row shows it. */
  problems?: ReadonlyMap<string, string> | undefined
  /**
   * Minutes until customers should get a reply, for the rings around their pictures; `null` for no rings.
   * @default { standard: 60, priority: 30 }
   */
  replyTargets?: ReplyTargets | null | undefined
  /** Ref of a handle that moves the focus in the list. */
  handleRef?: React.Ref<ConversationListHandle> | undefined
  /** Replaces the default empty state. */
  emptyState?: React.ReactNode
  /** Name of the list among the page's landmarks. @default 'Conversations' */
  label?: string | undefined
}

/** Props of {@link ConversationList}. */
interface ConversationListProps extends ConversationListBaseProps {
  /** Whether conversations that need a reply come first, under a heading. Only in lists of one page. @default false */
  groups?: boolean | undefined
  /** Filter and order of the list. @default open conversations, newest message first */
  filter?: ConversationsFilter | undefined
  /** Initially selected conversation, if the list keeps the selection itself. */
  defaultSelectedId?: string | null | undefined
}

/**
 * The workspace's conversations, from `GET /api/intercom/conversations`. Loads more as the user scrolls. Fills the height
 * of its parent.
 */
function ConversationList({ filter, groups, selectedId, defaultSelectedId = null, onSelect, ...props }: ConversationListProps) {
  const list = useConversationList(filter, props.strings, groups)
  const [ownSelectedId, setOwnSelectedId] = React.useState(defaultSelectedId)
  return (
    <ConversationListView
      {...list}
      selectedId={selectedId === undefined ? ownSelectedId : selectedId}
      onSelect={(id, event) => {
        setOwnSelectedId(id)
        onSelect?.(id, event)
      }}
      {...props}
    />
  )
}

/** Props of {@link ConversationListView}. */
interface ConversationListViewProps extends ConversationListBaseProps {
  /** The loaded conversations, in display order; `undefined` until the first page has loaded. */
  conversations: ConversationSummary[] | undefined
  /** Returns the name of the assignee: `null` if unassigned, `''` to show nothing, `undefined` while unknown. */
  assigneeName?: ((conversation: ConversationSummary) => string | null | undefined) | undefined
  /** Number of conversations in the list, loaded or not. */
  totalCount?: number | undefined
  /** Whether there are more rows to load. */
  hasMore?: boolean | undefined
  /** Whether more rows are loading. */
  isLoadingMore?: boolean | undefined
  /** The latest failure. Loaded rows stay. */
  error?: Error | undefined
  /** Called when the user comes near the last loaded row. */
  onLoadMore?: (() => void) | undefined
  /** Retries what failed. */
  onRetry?: (() => void) | undefined
  /** Identifies the list: another key starts at the top. */
  listKey?: string | undefined
  /** Whether a heading separates the conversations that need a reply, which come first. @default false */
  isGrouped?: boolean | undefined
  /** Whether the rows belong to the previous list, because those of this one are loading. */
  isStale?: boolean | undefined
  /** Kind of list, for the default empty state. @default 'all' */
  kind?: ConversationListKind | undefined
  /** State of all rows. They don't repeat it. @default 'all' */
  state?: ConversationSummary['state'] | 'all' | undefined
}

// Pixels, at the default density.
const ROW_HEIGHT = 72

const emptyStrings = {
  open: ['emptyOpenTitle', 'emptyOpen'],
  snoozed: ['emptySnoozedTitle', 'emptySnoozed'],
  closed: ['emptyClosedTitle', 'emptyClosed'],
  all: ['emptyAllTitle', 'emptyAll'],
  filtered: ['emptyFilteredTitle', 'emptyFiltered'],
} as const

/** {@link ConversationList} without data fetching: rows, or the state that replaces them. */
function ConversationListView({
  conversations, assigneeName, audience, totalCount, hasMore = false, isLoadingMore = false, error, onLoadMore,
  onRetry, selectedId = null, onSelect, getHref, shortcuts = true, listKey, isStale = false, isGrouped = false, isSelecting = false, selectedRowIds,
  onSelectedRowIdsChange, problems, replyTargets = defaultReplyTargets, handleRef, emptyState, kind = 'all',
  state: listState, label, strings, className, onFocus, onBlur,
  ...props
}: ConversationListViewProps) {
  const t = useStrings('conversationList', conversationListStrings, strings)
  const guard = useFocusGuard<HTMLElement>({ onFocus, onBlur })
  const count = conversations?.length ?? 0
  // An empty previous list says nothing about this one, unless both are searches.
  const isKnown = conversations !== undefined && (count > 0 || !isStale || emptyState !== undefined)
  const state = isKnown ? (count > 0 ? 'ready' : 'empty') : error ? 'error' : 'loading'
  const announcement = useLoadedAnnouncement(count, isLoadingMore, (added) => t('loaded', { count: added, shown: count }))
  const [emptyTitle, emptyText] = emptyStrings[kind]

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
        'bg-canvas text-foreground',
        // Delayed, so that a fast response does not flicker.
        '*:transition-opacity data-stale:*:opacity-60 data-stale:*:delay-150',
        className,
      )}
      {...guard}
      {...props}
    >
      <StringsProvider component="conversationList" strings={strings}>
        <p role="status" className="sr-only">
          {state === 'loading' ? t('loading') : announcement}
        </p>
        {state === 'loading' ? <ConversationListSkeleton /> : null}
        {state === 'error' && error ? <ErrorState error={error} onRetry={onRetry} /> : null}
        {state === 'empty'
          ? emptyState || <EmptyState icon={kind === 'filtered' ? Search : Inbox} title={t(emptyTitle)} description={t(emptyText)} />
          : null}
        {conversations && count > 0 ? (
          <ConversationRows
            key={listKey}
            isGrouped={isGrouped}
            conversations={conversations}
            totalCount={totalCount}
            hasMore={hasMore}
            isLoadingMore={isLoadingMore}
            loadsOnScroll={!error}
            // After a failure, loading more means retrying.
            onLoadMore={error ? onRetry : onLoadMore}
            selectedId={selectedId}
            onSelect={onSelect}
            areLinks={getHref !== undefined}
            shortcuts={shortcuts}
            selectedRowIds={selectedRowIds}
            isSelecting={isSelecting}
            onSelectedRowIdsChange={onSelectedRowIdsChange}
            handleRef={handleRef}
          >
            {(conversation, rowState) => (
              <ConversationRow
                key={conversation.id}
                conversation={conversation}
                assignee={assigneeName?.(conversation)}
                audience={audience}
                listState={listState}
                replyTarget={getReplyTarget(conversation, replyTargets)}
                problem={problems?.get(conversation.id)}
                href={getHref?.(conversation.id)}
                {...rowState}
              />
            )}
          </ConversationRows>
        ) : null}
        {/* Below the rows, so that none of them moves. */}
        {conversations && error ? (
          <ErrorState variant="inline" error={error} onRetry={onRetry} className="border-t border-b-0" />
        ) : null}
      </StringsProvider>
    </nav>
  )
}

/** Props of {@link ConversationRows}. */
interface ConversationRowsProps extends ConversationRowsOptions {
  isGrouped: boolean
  /** Renders a row. `rowState` says whether it is selected, checked and the tab stop. */
  children: (
    conversation: ConversationSummary,
    rowState: Pick<ConversationRowProps, 'isSelected' | 'isTabStop' | 'isChecked'>,
  ) => React.ReactElement
}

/** Virtual rows with one tab stop, and a button that loads more for users who don't scroll. */
function ConversationRows({ isGrouped, children, ...options }: ConversationRowsProps) {
  const t = useStrings('conversationList', conversationListStrings)
  const { conversations, selectedId, selectedRowIds, hasMore, isLoadingMore } = options
  // A row that waits for its place under the pointer stays in its group.
  const needing = isGrouped ? conversations.map(needsReply).lastIndexOf(true) + 1 : 0
  const restAt = needing > 0 && needing < conversations.length ? needing : -1
  const getItemClassName = React.useCallback((index: number) => (index === restAt ? 'flex h-22 flex-col px-2' : 'h-18 px-2'), [restAt])
  const { tabStop, isChecking, handlers, scrollerProps, listProps, moreProps } = useConversationRows(options)
  return (
    <div
      data-slot="conversation-list-scroller"
      data-checking={isChecking || undefined}
      className="group/rows touch-pan-y touch-pinch-zoom min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none]"
      {...scrollerProps}
    >
      <RowHandlersContext value={handlers}>
        <VirtualRows {...listProps} itemSize={ROW_HEIGHT} getItemClassName={getItemClassName}>
          {(conversation, index) => {
            const row = children(conversation, {
              isSelected: conversation.id === selectedId,
              isTabStop: index === tabStop,
              isChecked: selectedRowIds?.has(conversation.id),
            })
            if (restAt === -1 || (index > 0 && index !== restAt)) return row
            return (
              <>
                {/* The first group begins at the top of the list, so only screen readers need its heading. */}
                <h3 className={index === 0 ? 'sr-only' : 'flex h-4 shrink-0 items-center justify-between px-3 text-xs/4 text-muted-foreground'}>
                  {t(index === 0 ? 'needsReply' : 'withCustomer')} <span>{index === 0 ? restAt : conversations.length - restAt}</span>
                </h3>
                {row}
              </>
            )
          }}
        </VirtualRows>
      </RowHandlersContext>
      {hasMore ? (
        <div data-slot="conversation-list-more" className="flex h-14 items-center justify-center">
          <Button type="button" variant="ghost" size="sm" className="pointer-coarse:h-10" {...moreProps}>
            {isLoadingMore ? <LoaderCircle aria-hidden="true" className="motion-safe:animate-spin" /> : null}
            {t(isLoadingMore ? 'loadingMore' : 'loadMore')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

// Names and texts differ in length.
const skeletonWidths = [
  ['w-28', 'w-11/12', 'w-24'],
  ['w-20', 'w-4/5', 'w-16'],
  ['w-36', 'w-full', 'w-28'],
  ['w-24', 'w-3/4', 'w-20'],
] as const

/** Props of {@link ConversationListSkeleton}. */
interface ConversationListSkeletonProps extends React.ComponentProps<'div'> {
  /** Number of rows. @default 14, which fills most screens */
  rows?: number | undefined
}

/** Placeholder in the shape of the rows. Hidden from assistive technology. */
function ConversationListSkeleton({ rows = 14, className, ...props }: ConversationListSkeletonProps) {
  return (
    <div
      data-slot="conversation-list-skeleton"
      aria-hidden="true"
      className={cn('min-h-0 flex-1 overflow-hidden **:data-[slot=skeleton]:bg-foreground/8', className)}
      {...props}
    >
      {[...Array(rows).keys()].map((row) => {
        const [name, text, meta] = skeletonWidths[row % skeletonWidths.length] ?? skeletonWidths[0]
        return (
          <div key={row} className="flex h-18 gap-3 px-5 py-1.5">
            <Skeleton className="mt-1 size-9 shrink-0 rounded-full" />
            <div className="min-w-0 flex-1">
              <div className="flex h-5 items-center justify-between gap-4">
                <Skeleton className={cn('h-3.5', name)} />
                <Skeleton className="h-3 w-6" />
              </div>
              {[text, meta].map((width) => (
                <div key={width} className="flex h-5 items-center">
                  <Skeleton className={cn('h-3', width)} />
                </div>
              ))}
            </div>
          </div>
        )
      })}
    </div>
  )
}

export {
  ConversationList, ConversationListSkeleton, ConversationListView, type ConversationListHandle,
  type ConversationListKind, type ConversationListProps, type ConversationListViewProps,
}

'use client'

import * as React from 'react'
import { ConnectionStatus } from '@/components/intercom/connection-status'
import { ConversationList } from '@/components/intercom/conversation-list'
import { InboxToolbar } from '@/components/intercom/inbox-toolbar'
import {
  ariaKeys, clearedFilter, type InboxDesk, type InboxFilter, isNarrowed, lazyPart, useWanted,
} from 'intercom-v0-kit/inbox'
import { inboxToolbarMessages, useMessages } from 'intercom-v0-kit/strings'
import type { ConversationsQuery } from 'intercom-v0-kit/contracts'

// Loaded beside the list: they are there before anybody has selected or looked for something.
const BulkBar = lazyPart(async () => (await import('@/components/intercom/bulk-bar')).BulkBar)
const BulkFailures = lazyPart(async () => (await import('@/components/intercom/bulk-failures')).BulkFailures)
const NothingMatches = lazyPart(async () => (await import('@/components/intercom/nothing-matches')).NothingMatches)

/** Props of {@link InboxListColumn}. */
interface InboxListColumnProps {
  /** What the column is called: a heading that is heard, not seen. */
  heading: string
  /** What is shown. */
  filter: InboxFilter
  /** Asks for something else. */
  onFilterChange: (filter: InboxFilter) => void
  /** The filter as the route takes it. */
  query: Partial<ConversationsQuery>
  /** Who reads. */
  audience: 'agent' | 'customer'
  /** How many conversations match; undefined while that is not known. */
  totalCount: number | undefined
  /** The conversation that is open; null for none. */
  selectedId: string | null
  /** Opens one. */
  onSelect: (conversationId: string) => void
  /** What somebody who works in the inbox has at hand. */
  desk: InboxDesk
}

/** The column of conversations: what stands above them, they themselves, what went wrong, and whether they are up to date. */
function InboxListColumn({
  heading,
  filter,
  onFilterChange,
  query,
  audience,
  totalCount,
  selectedId,
  onSelect,
  desk: { work, ask, listActions, searchRef, bindings },
}: InboxListColumnProps) {
  const t = useMessages('inboxToolbar', inboxToolbarMessages)
  const isAgent = audience === 'agent'
  const selected = work.shownCheckedIds.length
  const hasFailed = work.bulk.attempted > 1 && work.bulk.failed.size > 0

  React.useEffect(() => {
    NothingMatches.preload()
    if (!isAgent) return
    BulkBar.preload()
    BulkFailures.preload()
  }, [isAgent])
  const bar = useWanted(selected > 0)
  const failures = useWanted(hasFailed)
  const words = useWanted(isNarrowed(filter))

  return (
    <>
      <h2 className="sr-only">{heading}</h2>
      <InboxToolbar
        filter={filter}
        onFilterChange={onFilterChange}
        audience={audience}
        resultCount={totalCount}
        onLeaveSearch={() => listActions.current?.focusRow(0)}
        searchRef={searchRef}
        searchShortcut={ariaKeys(bindings, 'search')}
        bulkBar={
          bar.isWanted ? (
            <BulkBar
              {...bar}
              // Of the height of what it takes the place of.
              fallback={<div className="h-11 shrink-0 border-b bg-muted pointer-coarse:h-13" />}
              count={selected}
              progress={work.bulk.progress}
              onCloseSelected={() => work.act(work.shownCheckedIds, { action: 'close' })}
              onSnoozeSelected={() => ask('snooze')}
              onAssignSelected={() => ask('assign')}
              onClear={() => {
                work.setCheckedIds(new Set())
                listActions.current?.focusRow(0)
              }}
              bindings={bindings}
            />
          ) : undefined
        }
      />
      <ConversationList
        filter={query}
        audience={audience}
        selectedId={selectedId}
        onSelect={onSelect}
        // The inbox has these keys.
        shortcuts={false}
        actionsRef={listActions}
        checkedIds={isAgent ? work.checkedIds : undefined}
        onCheckedIdsChange={isAgent ? work.setCheckedIds : undefined}
        problems={work.problems}
        emptyState={
          words.isWanted ? (
            <NothingMatches {...words} filter={filter} onClear={() => onFilterChange(clearedFilter(filter))} t={t} />
          ) : undefined
        }
        className="min-h-0 flex-1"
      />
      {hasFailed ? <BulkFailures {...failures} work={work} /> : null}
      <ConnectionStatus />
    </>
  )
}

export { InboxListColumn, type InboxListColumnProps }

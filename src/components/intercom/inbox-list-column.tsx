'use client'

import { CircleAlert, Search } from 'lucide-react'
import { BulkBar } from '@/components/intercom/bulk-bar'
import { ConnectionStatus } from '@/components/intercom/connection-status'
import { ConversationList } from '@/components/intercom/conversation-list'
import { EmptyState } from '@/components/intercom/empty-state'
import { InboxToolbar } from '@/components/intercom/inbox-toolbar'
import { useLocale, useMessages } from '@/components/intercom/locale-provider'
import { Button } from '@/components/ui/button'
import { useAdmins } from '@/hooks/use-admins'
import { useTags } from '@/hooks/use-tags'
import type { InboxDesk } from '@/hooks/use-inbox-desk'
import type { InboxWork } from '@/hooks/use-inbox-work'
import type { ConversationsQuery } from '@/lib/intercom/contracts'
import { clearedFilter, isNarrowed, type InboxFilter } from '@/lib/intercom/inbox-filter'
import { filterNames, type ToolbarWords } from '@/lib/intercom/inbox-filter-names'
import { ariaKeys } from '@/lib/intercom/keymap'
import { bulkBarMessages } from '@/lib/intercom/messages/bulk-bar'
import { inboxToolbarMessages } from '@/lib/intercom/messages/inbox-toolbar'

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
          selected > 0 ? (
            <BulkBar
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
        selectedId={selectedId}
        onSelect={onSelect}
        // The inbox has these keys.
        shortcuts={false}
        actionsRef={listActions}
        checkedIds={isAgent ? work.checkedIds : undefined}
        onCheckedIdsChange={isAgent ? work.setCheckedIds : undefined}
        problems={work.problems}
        emptyState={
          isNarrowed(filter) ? (
            <NothingMatches filter={filter} onClear={() => onFilterChange(clearedFilter(filter))} t={t} />
          ) : undefined
        }
        className="min-h-0 flex-1"
      />
      {work.bulk.attempted > 1 && work.bulk.failed.size > 0 ? <Failures work={work} /> : null}
      <ConnectionStatus />
    </>
  )
}

/** Says what was looked for, and how to see more. */
function NothingMatches({
  filter,
  onClear,
  t,
}: {
  filter: InboxFilter
  onClear: () => void
  t: ToolbarWords
}) {
  const admins = useAdmins().data
  const tags = useTags(filter.tagId !== null).data?.tags
  const { locale } = useLocale()
  const names = filterNames(filter, { admins, tags }, t).map(({ name }) => name)
  const list = new Intl.ListFormat(locale, { type: 'unit' })
  return (
    <EmptyState
      icon={Search}
      title={t('emptyTitle')}
      description={t('empty', { filters: list.format(filter.state === 'all' ? names : [t(filter.state), ...names]) })}
      className="wrap-anywhere"
    >
      <Button type="button" variant="outline" size="sm" onClick={onClear} className="pointer-coarse:h-10">
        {t('clear')}
      </Button>
    </EmptyState>
  )
}

/** Below the rows, so that none of them moves. Each row that failed says why. */
function Failures({ work }: { work: InboxWork }) {
  const t = useMessages('bulkBar', bulkBarMessages)
  const { attempted, failed, retryFailed, forgetFailed } = work.bulk
  return (
    <div role="alert" data-slot="bulk-failures" className="flex shrink-0 flex-col gap-2 border-t bg-muted px-3 py-2.5 text-xs">
      <p className="flex gap-2">
        <CircleAlert aria-hidden="true" className="size-4 shrink-0 text-destructive" />
        {t('failed', { count: failed.size, total: attempted })}
      </p>
      <div className="flex justify-end gap-1.5">
        <Button type="button" variant="ghost" size="sm" onClick={forgetFailed} className="pointer-coarse:h-10">
          {t('dismiss')}
        </Button>
        {retryFailed ? (
          <Button type="button" variant="outline" size="sm" onClick={work.retryFailed} className="pointer-coarse:h-10">
            {t('retryFailed')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

export { InboxListColumn, type InboxListColumnProps }

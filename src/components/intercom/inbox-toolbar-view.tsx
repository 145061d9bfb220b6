'use client'

import { SlidersHorizontal } from 'lucide-react'
import * as React from 'react'
import { InboxSearch } from '@/components/intercom/inbox-search'
import {
  countParts, type FilterChoices, type InboxFilter, isNarrowed, lazyPart, useWanted,
} from 'intercom-v0-kit/inbox'
import { inboxToolbarMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { StateFilter } from '@/components/intercom/state-filter'
import { Button } from '@/components/ui/button'
import type { ConversationCounts } from 'intercom-v0-kit/contracts'
import { cn } from '@/lib/utils'

const InboxFilterPanel = lazyPart(async () => (await import('@/components/intercom/inbox-filter-panel')).InboxFilterPanel)

// Loaded beside the list: whoever sets a filter finds them there.
const InboxFilterChips = lazyPart(async () => (await import('@/components/intercom/inbox-filter-chips')).InboxFilterChips)

const states = {
  agent: ['open', 'snoozed', 'closed', 'all'],
  // One that a teammate snoozed is open to the customer.
  customer: ['open', 'closed', 'all'],
} as const satisfies Record<string, InboxFilter['state'][]>

/** Props of {@link InboxToolbarView}. */
interface InboxToolbarViewProps extends React.ComponentProps<'div'> {
  /** What is shown. */
  filter: InboxFilter
  /** Asks for something else. */
  onFilterChange: (filter: InboxFilter) => void
  /** Who reads: a customer can search their own conversations, and sees nothing of how the team sorts them. */
  audience?: 'agent' | 'customer'
  /** Whom and what one can choose; undefined while they are on their way. */
  choices?: FilterChoices
  /** Loads the choices again. Give it where they did not come. */
  onRetryChoices?: () => void
  /** The choices are opened: whoever loads them need not do so before. */
  onOpenChoices?: () => void
  /** How many conversations there are of each kind; undefined while, or where, that is not known. */
  counts?: ConversationCounts
  /** How many conversations match; undefined while that is not known. */
  resultCount?: number
  /** Escape was pressed in an empty search field. */
  onLeaveSearch?: () => void
  /** The search field. */
  searchRef?: React.RefObject<HTMLInputElement | null>
  /** The key that leads to the search field, for assistive technology. */
  searchShortcut?: string
  /** Takes the place of the states: what can be done with the rows that are chosen. */
  bulkBar?: React.ReactNode
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** What stands above a list of conversations: search, states, filters and order, from data. */
function InboxToolbarView({
  filter,
  onFilterChange,
  audience = 'agent',
  choices = {},
  onRetryChoices,
  onOpenChoices,
  counts,
  resultCount,
  onLeaveSearch,
  searchRef,
  searchShortcut,
  bulkBar,
  messages,
  className,
  ...props
}: InboxToolbarViewProps) {
  const t = useMessages('inboxToolbar', inboxToolbarMessages, messages)
  const [isOpen, setOpen] = React.useState(false)
  const panelId = React.useId()
  const openerRef = React.useRef<HTMLButtonElement>(null)
  const ownSearchRef = React.useRef<HTMLInputElement>(null)
  const fieldRef = searchRef ?? ownSearchRef
  const isAgent = audience === 'agent'
  const active = countParts(filter)
  const hasChips = active > 0 || filter.q.trim() !== ''
  const chips = useWanted(hasChips)
  React.useEffect(() => InboxFilterChips.preload(), [])
  const filtersLabel = active > 0 ? t('filtersActive', { count: active }) : t('filters')

  return (
    <div data-slot="inbox-toolbar" className={cn('flex shrink-0 flex-col', className)} {...props}>
      <p role="status" className="sr-only">
        {resultCount === undefined
          ? null
          : t(isNarrowed(filter) ? 'resultCount' : `${filter.state}Count`, { count: resultCount })}
      </p>
      <div className="flex min-h-(--inbox-header-height,4rem) items-center gap-1.5 border-b px-3">
        <InboxSearch
          value={filter.q}
          onValueChange={(q) => onFilterChange({ ...filter, q })}
          onLeave={onLeaveSearch}
          inputRef={fieldRef}
          shortcut={searchShortcut}
          t={t}
        />
        {isAgent ? (
          <Button
            type="button"
            ref={openerRef}
            variant={isOpen ? 'secondary' : 'ghost'}
            size="icon"
            aria-label={filtersLabel}
            title={filtersLabel}
            aria-expanded={isOpen}
            aria-controls={isOpen ? panelId : undefined}
            onClick={() => {
              setOpen(!isOpen)
              if (!isOpen) onOpenChoices?.()
            }}
            className="relative pointer-coarse:size-11"
          >
            <SlidersHorizontal aria-hidden="true" />
            {active > 0 ? (
              <span className="absolute end-1.5 top-1.5 size-2 rounded-full bg-primary forced-colors:bg-[Highlight]" />
            ) : null}
          </Button>
        ) : null}
      </div>
      {isAgent && isOpen ? (
        <InboxFilterPanel
          isWanted
          onWantedChange={setOpen}
          id={panelId}
          filter={filter}
          onFilterChange={onFilterChange}
          choices={choices}
          onRetry={onRetryChoices}
          counts={counts}
          t={t}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return
            event.preventDefault()
            setOpen(false)
            openerRef.current?.focus()
          }}
        />
      ) : null}
      {bulkBar ?? (
        <div className="flex h-11 shrink-0 items-center border-b px-3 pointer-coarse:h-13">
          <StateFilter
            states={[...states[audience]]}
            value={filter.state}
            onValueChange={(state) => onFilterChange({ ...filter, state })}
            // They count all of a state, and would be wrong beside a list that shows some.
            counts={isNarrowed(filter) ? undefined : counts}
            t={t}
            className="flex-1"
          />
        </div>
      )}
      {hasChips ? (
        <InboxFilterChips
          {...chips}
          // Of the height of one row: what stands below it stays where it is.
          fallback={<div className="h-9.25 border-b pointer-coarse:h-12.25" />}
          filter={filter}
          choices={choices}
          onFilterChange={onFilterChange}
          count={resultCount}
          onEmpty={() => fieldRef.current?.focus()}
          t={t}
        />
      ) : null}
    </div>
  )
}

export { InboxToolbarView, type InboxToolbarViewProps }

'use client'

import { Search, SlidersHorizontal, X } from 'lucide-react'
import * as React from 'react'
import {
  countParts, isNarrowed, lazyPart, toAriaKeyShortcuts, useFilterChoices, useInbox, useSearchField,
  useWanted,
} from 'intercom-v0-kit/inbox'
import { inboxToolbarStrings, useStrings } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'

// Loaded beside the list by the pulse, before the user filters.
const loadFilters = () => import('@/components/intercom/support-inbox/filters')
const InboxFilterPanel = lazyPart(async () => (await loadFilters()).InboxFilterPanel)
const InboxPulse = lazyPart(async () => (await loadFilters()).InboxPulse)
const InboxFilterChips = lazyPart(async () => (await loadFilters()).InboxFilterChips)

/** Props of {@link InboxToolbar}. */
interface InboxToolbarProps {
  /** Replaces the states, for the bulk bar. */
  bulkBar: React.ReactNode
}

/** Search, states with their counts, filters and order, above the list. */
function InboxToolbar({ bulkBar }: InboxToolbarProps) {
  const t = useStrings('inboxToolbar', inboxToolbarStrings)
  const { filter, audience, totalCount, searchRef } = useInbox()
  const isAgent = audience === 'agent'
  const [isOpen, setOpen] = React.useState(false)
  const { choices, counts, retry } = useFilterChoices(isAgent, isOpen || filter.tagId !== null)
  const panelId = React.useId()
  const openerRef = React.useRef<HTMLButtonElement>(null)
  const active = countParts(filter)
  const hasChips = active > 0 || filter.q.trim() !== ''
  const chips = useWanted(hasChips)
  const pulse = useWanted(true)
  const filtersLabel = active > 0 ? t('filtersActive', { count: active }) : t('filters')

  return (
    <div data-slot="inbox-toolbar" className="flex shrink-0 flex-col">
      <p role="status" className="sr-only">
        {totalCount === undefined
          ? null
          : t(isNarrowed(filter) ? 'resultCount' : `${filter.state}Count`, { count: totalCount })}
      </p>
      <div className="flex items-center gap-1.5 px-3 pt-2">
        <InboxSearch />
        {isAgent ? (
          <Button
            type="button"
            ref={openerRef}
            variant={isOpen ? 'secondary' : 'ghost'}
            size="icon-sm"
            // The accessible name too. shadcn's tooltip would delay the first load.
            title={filtersLabel}
            aria-expanded={isOpen}
            aria-controls={isOpen ? panelId : undefined}
            onClick={() => setOpen(!isOpen)}
            className="relative size-8 pointer-coarse:size-11"
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
          choices={choices}
          counts={counts}
          onRetry={retry}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return
            event.preventDefault()
            setOpen(false)
            openerRef.current?.focus()
          }}
        />
      ) : null}
      {bulkBar ?? <InboxPulse {...pulse} fallback={<div className="h-6 pointer-coarse:h-13" />} counts={counts} />}
      {hasChips ? (
        <InboxFilterChips
          {...chips}
          // As high as one row of chips, so that nothing below it moves.
          fallback={<div className="h-9 pointer-coarse:h-12" />}
          choices={choices}
          onEmpty={() => searchRef.current?.focus()}
        />
      ) : null}
    </div>
  )
}

/** Search field of the inbox. */
function InboxSearch() {
  const t = useStrings('inboxToolbar', inboxToolbarStrings)
  const { filter, setFilter, audience, searchRef, listActions, bindings } = useInbox()
  const { text, clear, inputProps } = useSearchField({
    value: filter.q,
    onValueChange: (q) => setFilter({ ...filter, q }),
    onLeave: () => listActions.current?.focusRow(0),
  })
  const shortcut = toAriaKeyShortcuts(bindings, 'search')
  const hint = t(audience === 'agent' ? 'searchPeopleHint' : 'searchHint')
  return (
    <search data-slot="inbox-search" className="relative min-w-0 flex-1">
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute start-2.5 top-1/2 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        ref={searchRef}
        type="search"
        aria-label={t('search')}
        aria-keyshortcuts={shortcut}
        placeholder={t('search')}
        title={shortcut ? `${hint} (${shortcut})` : hint}
        autoComplete="off"
        enterKeyHint="search"
        className="h-8 bg-card ps-8.5 text-ellipsis pointer-coarse:h-11 pe-9 shadow-none [&::-webkit-search-cancel-button]:appearance-none"
        {...inputProps}
      />
      {text === '' ? null : (
        <Button
          type="button"
          variant="ghost"
          size="icon-sm"
          aria-label={t('clearSearch')}
          onClick={() => {
            clear()
            searchRef.current?.focus()
          }}
          className="absolute end-1 top-1/2 size-6 -translate-y-1/2 text-muted-foreground"
        >
          <X aria-hidden="true" />
        </Button>
      )}
    </search>
  )
}

export { InboxToolbar }

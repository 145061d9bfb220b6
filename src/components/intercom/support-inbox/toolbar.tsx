'use client'

import { Search, SlidersHorizontal, X } from 'lucide-react'
import * as React from 'react'
import {
  countParts, type InboxFilter, isNarrowed, lazyPart, toAriaKeyShortcuts, useFilterChoices, useInbox, useSearchField,
  useWanted,
} from 'intercom-v0-kit/inbox'
import { inboxToolbarStrings, useLocale, useStrings } from 'intercom-v0-kit/strings'
import type { ConversationCounts } from 'intercom-v0-kit/contracts'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { cn } from '@/lib/utils'

// The panel loads on first use, the chips beside the list.
const loadFilters = () => import('@/components/intercom/support-inbox/filters')
const InboxFilterPanel = lazyPart(async () => (await loadFilters()).InboxFilterPanel)
const InboxFilterChips = lazyPart(async () => (await loadFilters()).InboxFilterChips)

const states = {
  agent: ['open', 'snoozed', 'closed', 'all'],
  // To customers, a snoozed conversation is open.
  customer: ['open', 'closed', 'all'],
} as const satisfies Record<string, InboxFilter['state'][]>

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
  const [wasOpened, setWasOpened] = React.useState(false)
  const { choices, counts, retry } = useFilterChoices(isAgent, wasOpened || filter.tagId !== null)
  const panelId = React.useId()
  const openerRef = React.useRef<HTMLButtonElement>(null)
  const active = countParts(filter)
  const hasChips = active > 0 || filter.q.trim() !== ''
  const chips = useWanted(hasChips)
  React.useEffect(() => InboxFilterChips.preload(), [])
  const filtersLabel = active > 0 ? t('filtersActive', { count: active }) : t('filters')

  return (
    <div data-slot="inbox-toolbar" className="flex shrink-0 flex-col">
      <p role="status" className="sr-only">
        {totalCount === undefined
          ? null
          : t(isNarrowed(filter) ? 'resultCount' : `${filter.state}Count`, { count: totalCount })}
      </p>
      <div className="flex items-center gap-1.5 px-3 pt-2 pb-1">
        <InboxSearch />
        {isAgent ? (
          <Button
            type="button"
            ref={openerRef}
            variant={isOpen ? 'secondary' : 'ghost'}
            size="icon"
            // The accessible name too. shadcn's tooltip would delay the first load.
            title={filtersLabel}
            aria-expanded={isOpen}
            aria-controls={isOpen ? panelId : undefined}
            onClick={() => {
              setOpen(!isOpen)
              setWasOpened(true)
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
      {bulkBar ?? (
        <div className="flex h-8 shrink-0 items-center px-3 pointer-coarse:h-13">
          {/* The counts are those of all conversations of a state, so they would be wrong beside a narrowed list. */}
          <StateFilter counts={isNarrowed(filter) ? undefined : counts} />
        </div>
      )}
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
  const { filter, setFilter, searchRef, listActions, bindings } = useInbox()
  const { text, clear, inputProps } = useSearchField({
    value: filter.q,
    onValueChange: (q) => setFilter({ ...filter, q }),
    onLeave: () => listActions.current?.focusRow(0),
  })
  const shortcut = toAriaKeyShortcuts(bindings, 'search')
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
        title={shortcut ? `${t('searchHint')} (${shortcut})` : t('searchHint')}
        autoComplete="off"
        enterKeyHint="search"
        className="bg-card ps-8.5 pe-9 shadow-none [&::-webkit-search-cancel-button]:appearance-none"
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
          className="absolute end-1 top-1/2 size-7 -translate-y-1/2 text-muted-foreground"
        >
          <X aria-hidden="true" />
        </Button>
      )}
    </search>
  )
}

/** Props of {@link StateFilter}. */
interface StateFilterProps {
  /** Number of conversations by state, if known. */
  counts: ConversationCounts | undefined
}

/** Open, snoozed, closed or all: radio buttons in a row, so that the browser handles the keyboard. */
function StateFilter({ counts }: StateFilterProps) {
  const t = useStrings('inboxToolbar', inboxToolbarStrings)
  const { filter, setFilter, audience } = useInbox()
  const name = React.useId()
  const { locale } = useLocale()
  // There is no room for five digits: 12,345 is written 12K.
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  return (
    <fieldset data-slot="state-filter" className="flex min-w-0 flex-1 gap-0.5 rounded-md bg-foreground/5 p-0.5">
      <legend className="sr-only">{t('states')}</legend>
      {states[audience].map((state) => {
        const count = state === 'all' ? undefined : counts?.[state]
        return (
          <label
            key={state}
            data-state={state === filter.state ? 'checked' : 'unchecked'}
            className={cn(
              // If both don't fit, the count wraps to a hidden line and the word stays whole.
              'relative flex h-7 min-w-0 flex-auto flex-wrap content-start justify-center gap-x-1 overflow-hidden rounded-sm border border-transparent px-1',
              'text-xs/6.5 font-medium text-muted-foreground hover:text-foreground pointer-coarse:h-10 pointer-coarse:leading-9.5',
              'has-focus-visible:ring-[3px] has-focus-visible:ring-ring/40',
              'has-focus-visible:outline-2 has-focus-visible:outline-ring',
              state === filter.state && 'border-border bg-card text-foreground shadow-xs forced-colors:forced-color-adjust-none',
              state === filter.state && 'forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]',
            )}
          >
            <input
              type="radio"
              name={name}
              value={state}
              checked={state === filter.state}
              onChange={() => setFilter({ ...filter, state })}
              className="absolute inset-0 size-full cursor-default appearance-none opacity-0"
            />
            <span className="max-w-full truncate">{t(state)}</span>
            {audience === 'customer' || state === 'all' ? null : (
              // As wide as two digits, so that nothing moves when counts arrive.
              <span className="min-w-[2ch] shrink-0 text-center font-normal text-muted-foreground tabular-nums forced-colors:text-inherit">
                {count === undefined ? null : short.format(count)}
              </span>
            )}
          </label>
        )
      })}
    </fieldset>
  )
}

export { InboxToolbar }

'use client'

import { ChevronDown, Search, SlidersHorizontal, X } from 'lucide-react'
import * as React from 'react'
import {
  countParts, getPulse, type InboxFilter, isNarrowed, lazyPart, toAriaKeyShortcuts, useFilterChoices, useInbox, useSearchField,
  useWanted,
} from 'intercom-v0-kit/inbox'
import { formatDuration, inboxToolbarStrings, useLocale, useNow, useStrings } from 'intercom-v0-kit/strings'
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
      {bulkBar ?? <InboxPulse counts={counts} />}
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

/** Props of {@link InboxPulse}. */
interface InboxPulseProps {
  /** Number of conversations of each kind, if known. */
  counts: ConversationCounts | undefined
}

/** The queue in one line, which also filters it: state, new and waiting conversations, and the longest wait. */
function InboxPulse({ counts }: InboxPulseProps) {
  const t = useStrings('inboxToolbar', inboxToolbarStrings)
  const { filter, setFilter, audience, conversations, totalCount } = useInbox()
  const [now, { locale }] = [useNow(), useLocale()]
  const isWhole = filter.state === 'open' && !isNarrowed(filter) && conversations?.length === totalCount
  const pulse = audience === 'agent' ? ((isWhole && conversations && getPulse(conversations)) || counts) : undefined
  const { open = 0, unread = 0, waiting = 0, oldest_waiting_since: oldest = null } = pulse ?? {}
  const wait = now === null || oldest === null ? null : Math.max(60, now - oldest)
  const toggles = [
    { name: 'unread', count: unread, isOn: filter.status !== null, part: { status: 'unread' }, off: { status: null } },
    { name: 'waiting', count: waiting, isOn: filter.sort === 'waiting', part: { sort: 'waiting' }, off: { sort: 'newest' } },
  ] as const

  return (
    <fieldset data-slot="inbox-pulse" aria-label={t('states')} className="relative flex h-8 min-w-0 shrink-0 flex-wrap items-center gap-x-1 overflow-hidden px-3 text-xs pointer-coarse:h-13">
      <span className="relative flex items-center">
        <select
          aria-label={t('states')}
          value={filter.state}
          onChange={({ target }) => setFilter({ ...filter, state: target.value as InboxFilter['state'] })}
          className={cn(pulseClassName, 'max-w-36 appearance-none truncate pe-5 font-medium text-foreground [field-sizing:content]')}
        >
          {states[audience].map((state) => {
            const count = state === 'open' && pulse ? open : state === 'all' ? undefined : counts?.[state]
            return (
              <option key={state} value={state}>
                {count === undefined ? t(state) : state === 'open' ? t('openNow', { count }) : `${t(state)} ${count.toLocaleString(locale)}`}
              </option>
            )
          })}
        </select>
        <ChevronDown aria-hidden="true" className="pointer-events-none absolute inset-e-1 size-3.5" />
      </span>
      {toggles.map(({ name, count, isOn, part, off }) =>
        count > 0 || isOn ? (
          <button
            key={name}
            type="button"
            aria-pressed={isOn}
            onClick={() => setFilter({ ...filter, state: 'open', ...(isOn ? off : part) })}
            className={pulseClassName}
          >
            {t(name, { count })}
          </button>
        ) : null,
      )}
      {wait === null ? null : (
        <span className={cn('ms-auto flex h-8 items-center tabular-nums pointer-coarse:h-13', wait >= 3600 && 'font-medium text-status-waiting')}>
          {t('oldest', { duration: formatDuration(wait, locale) })}
        </span>
      )}
      {/* New, waiting, and with the customer. */}
      <span aria-hidden="true" className="absolute inset-x-4 bottom-0.5 flex h-0.5 gap-0.5 forced-colors:hidden">
        {open > 0
          ? [unread, Math.max(0, waiting - unread), Math.max(0, open - Math.max(unread, waiting))].map((count, index) => (
              <span key={pulseColors[index]} className={cn('rounded-full motion-safe:transition-[flex-grow]', pulseColors[index])} style={{ flexGrow: count }} />
            ))
          : null}
      </span>
    </fieldset>
  )
}

const pulseColors = ['bg-status-unread', 'bg-status-waiting', 'bg-foreground/15']

const pulseClassName = cn(
  'h-6 cursor-default rounded-md px-1.5 text-muted-foreground tabular-nums outline-none hover:text-foreground aria-pressed:bg-card aria-pressed:font-medium aria-pressed:text-foreground aria-pressed:shadow-xs',
  'focus-visible:ring-[3px] focus-visible:ring-ring/40 focus-visible:outline-2 focus-visible:outline-ring pointer-coarse:h-10',
)

export { InboxToolbar }

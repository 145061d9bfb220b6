'use client'

import { ArrowDownUp, ChevronDown, Search, SquarePen, X } from 'lucide-react'
import * as React from 'react'
import {
  clearFilter, type FilterChoices, type FilterField, getFilterNames, getFilterFields, getPulse, type InboxFilter, isNarrowed,
  toAriaKeyShortcuts, useAdmins, useInbox, useTags, withField, clearFilterPart,
} from 'intercom-v0-kit/inbox'
import {
  channelStrings, formatDuration, inboxFilterStrings, inboxToolbarStrings, newMessageStrings, useLocale, useNow, useStrings,
} from 'intercom-v0-kit/strings'
import type { ConversationCounts } from 'intercom-v0-kit/contracts'
import { EmptyState } from '@/components/intercom/error-state'
import { InboxZero } from '@/components/intercom/support-inbox/inbox-zero'
import { Button } from '@/components/ui/button'
import { Label } from '@/components/ui/label'
import { NativeSelect, NativeSelectOption } from '@/components/ui/native-select'
import { cn } from '@/lib/utils'

const states = {
  agent: ['open', 'snoozed', 'closed', 'all'],
  // To customers, a snoozed conversation is open.
  customer: ['open', 'closed', 'all'],
} as const satisfies Record<string, InboxFilter['state'][]>

/** Props of {@link InboxFilterPanel}. */
interface InboxFilterPanelProps extends Pick<React.ComponentProps<'fieldset'>, 'id' | 'onKeyDown'> {
  /** Admins, teams and tags; `undefined` while they load. */
  choices: FilterChoices
  /** Number of conversations of each kind, if known. */
  counts: ConversationCounts | undefined
  /** Loads the choices again; `undefined` unless they failed to load. */
  onRetry: (() => void) | undefined
}

/** Assignee, teammates, tag, priority, channel, Fin and order, as native selects: typing finds a name, and phones show their own picker. */
function InboxFilterPanel({ choices, counts, onRetry, ...props }: InboxFilterPanelProps) {
  const t = useStrings('inboxFilter', inboxFilterStrings)
  const toolbar = useStrings('inboxToolbar', inboxToolbarStrings)
  const getChannelName = useStrings('channel', channelStrings)
  const { filter, setFilter } = useInbox()
  return (
    <fieldset
      data-slot="inbox-filter-panel"
      className="mx-3 my-2 grid min-w-0 grid-cols-2 gap-2 rounded-lg border bg-card px-3 py-2.5 *:last:even:col-span-2"
      {...props}
    >
      <legend className="sr-only">{toolbar('filters')}</legend>
      {getFilterFields(filter, choices, counts, t, getChannelName).map((field) => (
        <FilterSelect key={field.key} field={field} onValueChange={(value) => setFilter(withField(filter, field.key, value))} />
      ))}
      {onRetry ? (
        <p role="alert" className="col-span-2 flex items-center justify-between gap-2 text-xs">
          {t('notLoaded')}
          <Button type="button" variant="outline" size="sm" onClick={onRetry}>
            {t('retry')}
          </Button>
        </p>
      ) : null}
    </fieldset>
  )
}

interface FilterSelectProps {
  field: FilterField
  onValueChange: (value: string) => void
}

function FilterSelect({ field: { label, value, options }, onValueChange }: FilterSelectProps) {
  const id = React.useId()
  const renderOption = (option: { value: string; label: string }) => (
    <NativeSelectOption key={option.value} value={option.value}>
      {option.label}
    </NativeSelectOption>
  )
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Label htmlFor={id} className="truncate text-xs font-normal text-muted-foreground">
        {label}
      </Label>
      <NativeSelect id={id} value={value} onChange={(event) => onValueChange(event.target.value)} className="h-8 ps-2 pe-8">
        {options.map((option) =>
          'group' in option ? (
            <optgroup key={option.group} label={option.group}>
              {option.options.map(renderOption)}
            </optgroup>
          ) : (
            renderOption(option)
          ),
        )}
      </NativeSelect>
    </div>
  )
}

/** Props of {@link InboxFilterChips}. */
interface InboxFilterChipsProps {
  choices: FilterChoices
  /** Called when the last chip is removed, to move the focus. */
  onEmpty: () => void
}

/** Active filters, each with a button to remove it, and the number of results. */
function InboxFilterChips({ choices, onEmpty }: InboxFilterChipsProps) {
  const t = useStrings('inboxFilter', inboxFilterStrings)
  const toolbar = useStrings('inboxToolbar', inboxToolbarStrings)
  const getChannelName = useStrings('channel', channelStrings)
  const { filter, setFilter, totalCount, missingPeople } = useInbox()
  // The search field shows the text of the search.
  const chips = getFilterNames(filter, choices, t, getChannelName).filter(({ key }) => key !== 'q')
  return (
    <div data-slot="inbox-filter-chips" className="flex flex-wrap items-center gap-x-1.5 gap-y-1 px-3 py-1.5">
      {chips.length > 0 ? (
        <ul aria-label={t('active')} className="contents">
          {chips.map(({ key, name }) => (
            <li key={key} className="flex max-w-full min-w-0">
              <button
                type="button"
                aria-label={t('remove', { filter: name })}
                className={cn(
                  'inline-flex h-6 max-w-full min-w-0 cursor-default items-center gap-1 rounded-md border bg-card ps-2 pe-1 text-xs',
                  'hover:bg-accent focus-visible:outline-2 focus-visible:outline-ring focus-visible:ring-[3px] focus-visible:ring-ring/40',
                  'pointer-coarse:h-9',
                )}
                onClick={(event) => {
                  const item = event.currentTarget.closest('li')
                  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling
                  const next = neighbour?.querySelector('button')
                  if (next) next.focus()
                  else onEmpty()
                  setFilter(clearFilterPart(filter, key))
                }}
              >
                {key === 'sort' ? <ArrowDownUp aria-hidden="true" className="size-3 shrink-0" /> : null}
                <span className="truncate [unicode-bidi:plaintext]">{name}</span>
                <X aria-hidden="true" className="size-3.5 shrink-0 text-muted-foreground" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <span aria-hidden="true" className="min-w-0 text-xs text-muted-foreground tabular-nums">
        {totalCount === undefined ? ' ' : toolbar('resultCount', { count: totalCount })}
      </span>
      <Button
        type="button"
        variant="ghost"
        size="sm"
        className="ms-auto -me-2 h-6 px-2 text-xs pointer-coarse:h-9"
        onClick={() => {
          onEmpty()
          setFilter(clearFilter(filter))
        }}
      >
        {t('clear')}
      </Button>
      <p role="status" data-slot="inbox-people-notice" className="basis-full text-xs text-muted-foreground empty:hidden">
        {missingPeople ? t(`people_${missingPeople}`) : null}
      </p>
    </div>
  )
}

/** Empty state of the list: the day without open conversations, or else the filters. */
function InboxEmptyState() {
  const { filter } = useInbox()
  return isNarrowed(filter) ? <NothingMatches /> : <InboxZero />
}

/** Names the filters, and offers to clear them. */
function NothingMatches() {
  const t = useStrings('inboxFilter', inboxFilterStrings)
  const getChannelName = useStrings('channel', channelStrings)
  const { filter, setFilter } = useInbox()
  const { locale } = useLocale()
  const admins = useAdmins().data
  const tags = useTags(filter.tagId !== null).data?.tags
  const names = getFilterNames(filter, { admins, tags }, t, getChannelName).map(({ name }) => name)
  const list = new Intl.ListFormat(locale, { type: 'unit' })
  return (
    <EmptyState
      icon={Search}
      title={t('emptyTitle')}
      description={t('empty', { filters: list.format(filter.state === 'all' ? names : [t(filter.state), ...names]) })}
      className="wrap-anywhere"
    >
      <Button type="button" variant="outline" size="sm" onClick={() => setFilter(clearFilter(filter))} className="pointer-coarse:h-10">
        {t('clear')}
      </Button>
    </EmptyState>
  )
}

/** Props of {@link InboxPulse}. */
interface InboxPulseProps {
  /** Figures of the counts route, while it has responded. */
  counts: ConversationCounts | undefined
}

/** The queue in one line, which also filters it: state, new and waiting conversations, and the longest wait. */
function InboxPulse({ counts }: InboxPulseProps) {
  const t = useStrings('inboxFilter', inboxFilterStrings)
  const { filter, setFilter, audience, conversations, totalCount, actions, ask, bindings } = useInbox()
  const write = useStrings('newMessage', newMessageStrings)
  const shortcut = toAriaKeyShortcuts(bindings, 'compose')
  const [now, { locale }] = [useNow(), useLocale()]
  const isWhole = filter.state === 'open' && !isNarrowed(filter) && conversations?.length === totalCount
  const pulse = audience === 'agent' ? ((isWhole && conversations && getPulse(conversations)) || counts) : undefined
  const { open = 0, unread = 0, waiting = 0, oldest_waiting_since: oldest = null } = pulse ?? {}
  const wait = now === null || oldest === null ? null : Math.max(60, now - oldest)
  const toggles = [
    { name: 'unreadNow', count: unread, isOn: filter.status !== null, part: { status: 'unread' }, off: { status: null } },
    { name: 'waitingNow', count: waiting, isOn: filter.sort === 'waiting', part: { sort: 'waiting' }, off: { sort: 'newest' } },
  ] as const

  return (
    <fieldset data-slot="inbox-pulse" className="relative flex h-6 min-w-0 shrink-0 flex-wrap content-start items-center gap-x-1 gap-y-3 overflow-hidden ps-3 pe-12 text-xs pointer-coarse:h-13 pointer-coarse:pe-15">
      <legend className="sr-only">{t('states')}</legend>
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
        <span className={cn('ms-auto flex h-6 items-center tabular-nums pointer-coarse:h-13 @max-[26rem]/inbox:pointer-coarse:hidden', wait >= 3600 && 'font-medium text-status-waiting')}>
          {t('oldestNow', { duration: formatDuration(wait, locale) })}
        </span>
      )}
      {audience === 'agent' ? (
        // With a mouse, checkboxes appear in the rows.
        <button
          type="button"
          aria-pressed={actions.isSelecting}
          onClick={() => actions.setSelecting(!actions.isSelecting)}
          className={cn(pulseClassName, 'hidden @max-[26rem]/inbox:ms-auto pointer-coarse:block')}
        >
          {t('select')}
        </button>
      ) : null}
      {audience === 'agent' ? (
        <Button
          type="button"
          variant="ghost"
          size="icon-sm"
          aria-keyshortcuts={shortcut}
          // The accessible name too, as for the filters.
          title={shortcut ? `${write('title')} (${shortcut.toUpperCase()})` : write('title')}
          onClick={() => ask('compose')}
          className="absolute inset-e-4.5 top-0 size-6 text-muted-foreground focus-visible:-outline-offset-2 focus-visible:ring-0 pointer-coarse:inset-e-3 pointer-coarse:-top-0.5 pointer-coarse:size-11"
        >
          <SquarePen aria-hidden="true" />
        </Button>
      ) : null}
      {/* New, waiting, and with the customer. */}
      <span aria-hidden="true" className="absolute inset-x-4 bottom-0 flex h-0.5 pointer-coarse:bottom-1 gap-0.5 forced-colors:hidden">
        {open > 0
          ? [unread, Math.max(0, waiting - unread), Math.max(0, open - Math.max(unread, waiting))].map((count, index) => (
              <span key={pulseColors[index]} className={cn('rounded-full motion-safe:transition-[flex-grow]', pulseColors[index])} style={{ flexGrow: count }} />
            ))
          : null}
      </span>
    </fieldset>
  )
}

const pulseColors = ['bg-status-unread/70', 'bg-status-waiting/70', 'bg-foreground/15']

const pulseClassName = cn(
  'h-6 cursor-default rounded-md px-1.5 text-muted-foreground tabular-nums outline-none hover:text-foreground aria-pressed:bg-card aria-pressed:font-medium aria-pressed:text-foreground aria-pressed:shadow-xs',
  'focus-visible:ring-[3px] focus-visible:ring-ring/40 focus-visible:outline-2 focus-visible:outline-ring pointer-coarse:h-10',
)

export { InboxEmptyState, InboxFilterChips, InboxFilterPanel, InboxPulse }

'use client'

import { ArrowDownUp, Search, X } from 'lucide-react'
import * as React from 'react'
import {
  clearFilter, type FilterChoices, type FilterField, getFilterNames, getFilterFields, useAdmins, useInbox, useTags,
  withField, clearFilterPart,
} from 'intercom-v0-kit/inbox'
import { inboxFilterStrings, inboxToolbarStrings, useLocale, useStrings } from 'intercom-v0-kit/strings'
import type { ConversationCounts } from 'intercom-v0-kit/contracts'
import { EmptyState } from '@/components/intercom/error-state'
import { Button } from '@/components/ui/button'
import { Label } from '@/components/ui/label'
import { NativeSelect, NativeSelectOption } from '@/components/ui/native-select'
import { cn } from '@/lib/utils'

/** Props of {@link InboxFilterPanel}. */
interface InboxFilterPanelProps extends Pick<React.ComponentProps<'fieldset'>, 'id' | 'onKeyDown'> {
  /** Admins, teams and tags; `undefined` while they load. */
  choices: FilterChoices
  /** Number of conversations of each kind, if known. */
  counts: ConversationCounts | undefined
  /** Loads the choices again; `undefined` unless they failed to load. */
  onRetry: (() => void) | undefined
}

/** Assignee, tag, priority and order, as native selects: typing finds a name, and phones show their own picker. */
function InboxFilterPanel({ choices, counts, onRetry, ...props }: InboxFilterPanelProps) {
  const t = useStrings('inboxFilter', inboxFilterStrings)
  const toolbar = useStrings('inboxToolbar', inboxToolbarStrings)
  const { filter, setFilter } = useInbox()
  return (
    <fieldset
      aria-label={toolbar('filters')}
      data-slot="inbox-filter-panel"
      className="grid min-w-0 grid-cols-2 gap-x-2 gap-y-2 mx-3 mb-2 rounded-lg border bg-card px-3 py-2.5"
      {...props}
    >
      {getFilterFields(filter, choices, counts, t).map((field) => (
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
  const { filter, setFilter, totalCount } = useInbox()
  // The search field shows the text of the search.
  const chips = getFilterNames(filter, choices, t).filter(({ key }) => key !== 'q')
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
    </div>
  )
}

/** Empty state of a list with filters: names them, and offers to clear them. */
function NothingMatches() {
  const t = useStrings('inboxFilter', inboxFilterStrings)
  const toolbar = useStrings('inboxToolbar', inboxToolbarStrings)
  const { filter, setFilter } = useInbox()
  const { locale } = useLocale()
  const admins = useAdmins().data
  const tags = useTags(filter.tagId !== null).data?.tags
  const names = getFilterNames(filter, { admins, tags }, t).map(({ name }) => name)
  const list = new Intl.ListFormat(locale, { type: 'unit' })
  return (
    <EmptyState
      icon={Search}
      title={t('emptyTitle')}
      description={t('empty', { filters: list.format(filter.state === 'all' ? names : [toolbar(filter.state), ...names]) })}
      className="wrap-anywhere"
    >
      <Button type="button" variant="outline" size="sm" onClick={() => setFilter(clearFilter(filter))} className="pointer-coarse:h-10">
        {t('clear')}
      </Button>
    </EmptyState>
  )
}

export { InboxFilterChips, InboxFilterPanel, NothingMatches }

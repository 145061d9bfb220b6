'use client'

import { ArrowDownUp, X } from 'lucide-react'
import type * as React from 'react'
import { Button } from '@/components/ui/button'
import {
  clearedFilter, type FilterChoices, filterNames, type InboxFilter, type ToolbarWords, withoutPart,
} from 'intercom-v0-kit/inbox'
import { cn } from '@/lib/utils'

const chipClassName = cn(
  'inline-flex h-6 max-w-full min-w-0 cursor-default items-center gap-1 rounded-md border bg-background ps-2 pe-1 text-xs',
  'hover:bg-accent focus-visible:outline-2 focus-visible:outline-ring focus-visible:ring-[3px] focus-visible:ring-ring/40',
  'pointer-coarse:h-9',
)

/** Props of {@link InboxFilterChips}. */
interface InboxFilterChipsProps extends React.ComponentProps<'div'> {
  /** What is shown, narrowed down by something. */
  filter: InboxFilter
  /** Whom and what it may name; undefined while they are on their way. */
  choices: FilterChoices
  /** Asks for something else. */
  onFilterChange: (filter: InboxFilter) => void
  /** How many conversations match; undefined while that is not known. */
  count?: number
  /** The last chip went: the focus needs another place. */
  onEmpty?: () => void
  /** The toolbar's words. */
  t: ToolbarWords
}

/** What narrows the list down, each with a way to take it away. */
function InboxFilterChips({ filter, choices, onFilterChange, count, onEmpty, t, className, ...props }: InboxFilterChipsProps) {
  // The field shows what is searched for.
  const chips = filterNames(filter, choices, t).filter(({ key }) => key !== 'q')
  return (
    <div
      data-slot="inbox-filter-chips"
      className={cn('flex flex-wrap items-center gap-x-1.5 gap-y-1 border-b px-3 py-1.5', className)}
      {...props}
    >
      {chips.length > 0 ? (
        <ul aria-label={t('active')} className="contents">
          {chips.map(({ key, name }) => (
            <li key={key} className="flex max-w-full min-w-0">
              <button
                type="button"
                aria-label={t('remove', { filter: name })}
                className={chipClassName}
                onClick={(event) => {
                  const item = event.currentTarget.closest('li')
                  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling
                  const next = neighbour?.querySelector('button')
                  if (next) next.focus()
                  else onEmpty?.()
                  onFilterChange(withoutPart(filter, key))
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
        {count === undefined ? ' ' : t('resultCount', { count })}
      </span>
      <Button
        type="button"
        variant="ghost"
        size="sm"
        className="ms-auto -me-2 h-6 px-2 text-xs pointer-coarse:h-9"
        onClick={() => {
          onEmpty?.()
          onFilterChange(clearedFilter(filter))
        }}
      >
        {t('clear')}
      </Button>
    </div>
  )
}

export { InboxFilterChips, type InboxFilterChipsProps }

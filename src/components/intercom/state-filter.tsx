'use client'

import * as React from 'react'
import { useLocale } from 'intercom-v0-kit/strings'
import type { ConversationCounts } from 'intercom-v0-kit/contracts'
import type { InboxFilter, ToolbarWords } from 'intercom-v0-kit/inbox'
import { cn } from '@/lib/utils'

/** Props of {@link StateFilter}. */
interface StateFilterProps extends React.ComponentProps<'fieldset'> {
  /** The states to choose from. */
  states: InboxFilter['state'][]
  /** The state that is shown. */
  value: InboxFilter['state']
  /** Asks for another. */
  onValueChange: (value: InboxFilter['state']) => void
  /** How many there are of each, where that is known. */
  counts?: ConversationCounts
  /** The toolbar's words. */
  t: ToolbarWords
}

/** Open, snoozed, closed or all: radio buttons in a row, so that the browser brings the keyboard along. */
function StateFilter({ states, value, onValueChange, counts, t, className, ...props }: StateFilterProps) {
  const name = React.useId()
  const { locale } = useLocale()
  // Five digits have no room: 12,345 is 12K.
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  return (
    <fieldset
      data-slot="state-filter"
      className={cn('flex min-w-0 gap-0.5 rounded-md bg-muted p-0.5', className)}
      {...props}
    >
      <legend className="sr-only">{t('states')}</legend>
      {states.map((state) => {
        const count = state === 'all' ? undefined : counts?.[state]
        return (
          <label
            key={state}
            data-state={state === value ? 'checked' : 'unchecked'}
            className={cn(
              // Where it is too narrow for both, the count goes to a line that is not seen, and the word is whole.
              'relative flex h-7 min-w-0 flex-auto flex-wrap content-start justify-center gap-x-1 overflow-hidden rounded-sm border border-transparent px-1',
              'text-xs/6.5 font-medium text-muted-foreground hover:text-foreground pointer-coarse:h-10 pointer-coarse:leading-9.5',
              'has-focus-visible:ring-[3px] has-focus-visible:ring-ring/40',
              'has-focus-visible:outline-2 has-focus-visible:outline-ring',
              state === value && 'border-border bg-background text-foreground shadow-xs forced-colors:forced-color-adjust-none',
              state === value && 'forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]',
            )}
          >
            <input
              type="radio"
              name={name}
              value={state}
              checked={state === value}
              onChange={() => onValueChange(state)}
              className="absolute inset-0 size-full cursor-default appearance-none opacity-0"
            />
            <span className="max-w-full truncate">{t(state)}</span>
            {count === undefined ? null : (
              <span className="shrink-0 font-normal text-muted-foreground tabular-nums forced-colors:text-inherit">
                {short.format(count)}
              </span>
            )}
          </label>
        )
      })}
    </fieldset>
  )
}

export { StateFilter, type StateFilterProps }

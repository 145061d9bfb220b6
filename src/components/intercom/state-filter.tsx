'use client'

import * as React from 'react'
import type { Translate } from '@/lib/intercom/text'
import type { ConversationsQuery } from '@/lib/intercom/contracts'
import type { supportInboxMessages } from '@/lib/intercom/messages/support-inbox'
import { cn } from '@/lib/utils'

/** Which conversations an inbox shows. */
type StateFilterValue = ConversationsQuery['state']

const states = ['open', 'snoozed', 'closed', 'all'] as const satisfies StateFilterValue[]

/** Props of {@link StateFilter}. */
interface StateFilterProps extends React.ComponentProps<'fieldset'> {
  /** The state that is shown. */
  value: StateFilterValue
  /** Asks for another. */
  onValueChange: (value: StateFilterValue) => void
  /** The inbox's words. */
  t: Translate<typeof supportInboxMessages>
}

/** Open, snoozed, closed or all: radio buttons in a row, so that the browser brings the keyboard along. */
function StateFilter({ value, onValueChange, t, className, ...props }: StateFilterProps) {
  const name = React.useId()
  return (
    <fieldset
      data-slot="state-filter"
      className={cn('flex min-w-0 gap-0.5 rounded-md bg-muted p-0.5', className)}
      {...props}
    >
      <legend className="sr-only">{t('filter')}</legend>
      {states.map((state) => (
        <label
          key={state}
          data-state={state === value ? 'checked' : 'unchecked'}
          className={cn(
            'relative flex h-7 min-w-0 flex-1 items-center justify-center rounded-sm border border-transparent px-1.5',
            'text-xs font-medium text-muted-foreground hover:text-foreground pointer-coarse:h-10',
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
          <span className="truncate">{t(state)}</span>
        </label>
      ))}
    </fieldset>
  )
}

export { StateFilter, type StateFilterProps, type StateFilterValue }

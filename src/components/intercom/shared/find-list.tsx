'use client'

import { Check, Search } from 'lucide-react'
import type * as React from 'react'
import { type FindOption, useFindList } from 'intercom-v0-kit/inbox'
import { findListMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Input } from '@/components/ui/input'
import { cn } from '@/lib/utils'

/** An option of a {@link FindList}. */
interface FindListOption extends FindOption {
  /** Heading of the option's group. Options of one group are adjacent. */
  group?: string | undefined
  /** Detail after the label. */
  hint?: React.ReactNode
  /** Decorative icon before the label. */
  icon?: React.ReactNode
}

/** Props of {@link FindList}. */
interface FindListProps extends Omit<React.ComponentProps<'div'>, 'onSelect'> {
  /** Everything to choose from. */
  options: readonly FindListOption[]
  /** Ids of the selected options: they have a check mark. */
  selectedIds?: readonly string[]
  /** Called with the id of the option that the user chooses. */
  onSelect: (id: string) => void
  /** Accessible name of the field and the list. */
  label: string
  /** Placeholder of the field. */
  placeholder?: string | undefined
  /**
   * Whether several options can be selected, each turned on and off by choosing it.
   * @default false
   */
  isMultiple?: boolean
  /** Overrides for the default strings. */
  messages?: Partial<MessageTable> | undefined
}

/** A list that the user filters by typing. The focus stays in the field, and the arrow keys move through the list. */
function FindList({
  options,
  selectedIds = [],
  onSelect,
  label,
  placeholder,
  isMultiple = false,
  messages,
  className,
  ...props
}: FindListProps) {
  const t = useMessages('findList', findListMessages, messages)
  const { query, count, groups, isActive, isSelected, fieldProps, listProps, getOptionProps } = useFindList({
    options,
    selectedIds,
    onSelect,
  })

  return (
    <div data-slot="find-list" className={cn('flex min-h-0 flex-col gap-2', className)} {...props}>
      <div className="relative">
        <Search aria-hidden="true" className="absolute inset-y-0 start-2.5 my-auto size-4 text-muted-foreground" />
        <Input aria-label={label} placeholder={placeholder} className="ps-8" {...fieldProps} />
      </div>
      <div
        role="listbox"
        aria-label={label}
        aria-multiselectable={isMultiple || undefined}
        className="-mx-1 max-h-90 pointer-coarse:max-h-96 min-h-0 overflow-y-auto px-1 empty:hidden"
        {...listProps}
      >
        {groups.map(({ key, name, options: members }) => (
          <div key={key} {...(name ? { role: 'group', 'aria-label': name } : { role: 'presentation' })}>
            {name ? (
              <p aria-hidden="true" className="px-2 pt-2 pb-1 text-xs font-medium text-muted-foreground">
                {name}
              </p>
            ) : null}
            {members.map((option) => (
              <div
                key={option.id}
                data-slot="find-option"
                className={cn(
                  'flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2 py-1.5 text-sm -outline-offset-2 pointer-coarse:min-h-11',
                  isActive(option) && 'bg-accent text-accent-foreground outline-2 outline-ring',
                )}
                {...getOptionProps(option)}
              >
                {option.icon}
                <PlainText text={option.label} max={120} className="min-w-0 truncate" />
                {option.hint ? (
                  <span className="min-w-0 flex-1 truncate text-xs text-muted-foreground">{option.hint}</span>
                ) : null}
                <Check aria-hidden="true" className={cn('ms-auto size-4 shrink-0', isSelected(option) ? '' : 'invisible')} />
              </div>
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={count > 0 ? 'sr-only' : 'px-2 py-3 text-sm text-muted-foreground'}>
        {count === 0 ? t('nothing', { query }) : query ? t('found', { count }) : null}
      </p>
    </div>
  )
}

export { FindList, type FindListOption, type FindListProps }

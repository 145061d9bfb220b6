'use client'

import { Check, Search } from 'lucide-react'
import * as React from 'react'
import { findListMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Input } from '@/components/ui/input'
import { type FindOption, findOptions } from 'intercom-v0-kit/inbox'
import { cn } from '@/lib/utils'

/** An option of a {@link FindList}. */
interface FindListOption extends FindOption {
  /** Under which heading it stands. Options of one group follow each other. */
  group?: string
  /** Something more, after the label. */
  hint?: React.ReactNode
  /** A picture before the label; nobody needs it. */
  icon?: React.ReactNode
}

/** Props of {@link FindList}. */
interface FindListProps extends Omit<React.ComponentProps<'div'>, 'onSelect'> {
  /** What there is to choose. */
  options: readonly FindListOption[]
  /** Those that hold now, by their ids: they are marked. */
  selectedIds?: readonly string[]
  /** One was chosen. */
  onSelect: (id: string) => void
  /** What the field and the list are called. */
  label: string
  /** What stands in the empty field. */
  placeholder?: string
  /** Whether several can hold: the list stays then, and choosing turns one on or off. */
  isMultiple?: boolean
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/**
 * A list in which one finds by typing. The focus stays in the field; the arrow keys move through the list.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
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
  const [query, setQuery] = React.useState('')
  const [activeId, setActiveId] = React.useState<string | null>(null)
  const listId = React.useId()
  const listRef = React.useRef<HTMLDivElement>(null)
  const fieldRef = React.useRef<HTMLInputElement>(null)

  // A dialog that had to wait for its options has the focus itself until they are there.
  React.useEffect(() => {
    const dialog = fieldRef.current?.closest('[role=dialog]')
    if (dialog && document.activeElement === dialog) fieldRef.current?.focus()
  }, [])

  const found = findOptions(options, query)
  const place = Math.max(0, found.findIndex(({ id }) => id === activeId))
  const active = found[place]
  // An id in the page has no spaces, and what is found may be called `admin 7`.
  const idOf = (option: FindListOption) => `${listId}${option.id.replaceAll(/\s/g, '-')}`

  React.useLayoutEffect(() => {
    listRef.current?.querySelector('[data-active=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active?.id])

  const onKeyDown = (event: React.KeyboardEvent) => {
    // A key that composes a character is none of ours.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const last = found.length - 1
    const moves: Record<string, number> = {
      ArrowDown: place === last ? 0 : place + 1,
      ArrowUp: place === 0 ? last : place - 1,
      PageDown: Math.min(last, place + 7),
      PageUp: Math.max(0, place - 7),
    }
    const to = moves[event.key]
    if (to !== undefined) {
      event.preventDefault()
      setActiveId(found[to]?.id ?? null)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (active) onSelect(active.id)
    }
  }

  const groups: { name: string | undefined; options: FindListOption[] }[] = []
  for (const option of found) {
    const group = groups.at(-1)
    if (group && group.name === option.group) group.options.push(option)
    else groups.push({ name: option.group, options: [option] })
  }

  return (
    <div data-slot="find-list" className={cn('flex min-h-0 flex-col gap-2', className)} {...props}>
      <div className="relative">
        <Search aria-hidden="true" className="absolute inset-y-0 start-2.5 my-auto size-4 text-muted-foreground" />
        <Input
          ref={fieldRef}
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active ? idOf(active) : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="done"
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setActiveId(null)
          }}
          onKeyDown={onKeyDown}
          className="ps-8"
        />
      </div>
      <div
        ref={listRef}
        id={listId}
        role="listbox"
        aria-label={label}
        aria-multiselectable={isMultiple || undefined}
        className="-mx-1 max-h-90 pointer-coarse:max-h-96 min-h-0 overflow-y-auto px-1 empty:hidden"
      >
        {groups.map(({ name, options: members }, index) => (
          <div key={name ?? index} role={name ? 'group' : 'presentation'} aria-label={name}>
            {name ? (
              <p aria-hidden="true" className="px-2 pt-2 pb-1 text-xs font-medium text-muted-foreground">
                {name}
              </p>
            ) : null}
            {members.map((option) => (
              <OptionRow
                key={option.id}
                id={idOf(option)}
                option={option}
                isActive={option === active}
                isSelected={selectedIds.includes(option.id)}
                onSelect={() => onSelect(option.id)}
                onPoint={() => setActiveId(option.id)}
              />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={found.length > 0 ? 'sr-only' : 'px-2 py-3 text-sm text-muted-foreground'}>
        {found.length === 0 ? t('nothing', { query }) : query ? t('found', { count: found.length }) : null}
      </p>
    </div>
  )
}

interface OptionRowProps {
  id: string
  option: FindListOption
  isActive: boolean
  isSelected: boolean
  onSelect: () => void
  onPoint: () => void
}

function OptionRow({ id, option, isActive, isSelected, onSelect, onPoint }: OptionRowProps) {
  const { label, hint, icon } = option
  return (
    // The keyboard's place is the field: it holds the focus, and its keys choose.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      data-slot="find-option"
      data-active={isActive}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={onPoint}
      onClick={onSelect}
      className={cn(
        'flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2 py-1.5 text-sm -outline-offset-2 pointer-coarse:min-h-11',
        isActive && 'bg-accent text-accent-foreground outline-2 outline-ring',
      )}
    >
      {icon}
      <PlainText text={label} max={120} className="min-w-0 truncate" />
      {hint ? <span className="min-w-0 flex-1 truncate text-xs text-muted-foreground">{hint}</span> : null}
      <Check aria-hidden="true" className={cn('ms-auto size-4 shrink-0', isSelected ? '' : 'invisible')} />
    </div>
  )
}

export { FindList, type FindListOption, type FindListProps }

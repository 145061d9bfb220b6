'use client'

import * as React from 'react'

/** An option of a list that the user filters by typing. */
export interface FindOption {
  id: string
  label: string
  /** Finds the option too, such as an email address. */
  keywords?: string | undefined
}

/** Removes case and accents: `zoe` finds `Zoë`. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Returns the options that contain every word of a query. */
export function findOptions<T extends FindOption>(options: readonly T[], query: string): readonly T[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return options
  return options.filter(({ label, keywords = '' }) => {
    const text = folded(`${label} ${keywords}`)
    return words.every((word) => text.includes(word))
  })
}

/** An option that may belong to a group. */
interface GroupedOption extends FindOption {
  group?: string | undefined
}

/** Options of {@link useFindList}. */
export interface FindListOptions<Option extends GroupedOption> {
  options: readonly Option[]
  selectedIds: readonly string[]
  onSelect: (id: string) => void
}

/** State and props of a list that the user filters by typing. */
export interface FindListState<Option> {
  query: string
  count: number
  groups: { key: string; name: string | undefined; options: Option[] }[]
  isActive: (option: Option) => boolean
  isSelected: (option: Option) => boolean
  fieldProps: React.ComponentProps<'input'>
  listProps: { ref: React.RefObject<HTMLDivElement | null>; id: string }
  getOptionProps: (option: Option) => React.HTMLAttributes<HTMLElement> & { 'data-active': boolean }
}

/** Options that Page Up and Page Down move by. */
const PAGE = 7

/**
 * Filters options by what the user types. The focus stays in the field, and the arrow keys move through the list.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function useFindList<Option extends GroupedOption>({
  options,
  selectedIds,
  onSelect,
}: FindListOptions<Option>): FindListState<Option> {
  const [query, setQuery] = React.useState('')
  const [activeId, setActiveId] = React.useState<string | null>(null)
  const listId = React.useId()
  const listRef = React.useRef<HTMLDivElement>(null)
  const fieldRef = React.useRef<HTMLInputElement>(null)

  // A dialog that waits for its options holds the focus itself until the field is there.
  React.useEffect(() => {
    const dialog = fieldRef.current?.closest('[role=dialog]')
    if (dialog && document.activeElement === dialog) fieldRef.current?.focus()
  }, [])

  const found = findOptions(options, query)
  const place = Math.max(0, found.findIndex(({ id }) => id === activeId))
  const active = found[place]
  // Ids in the page have no spaces; an option's id may be `admin 7`.
  const getId = (option: Option) => `${listId}${option.id.replaceAll(/\s/g, '-')}`

  React.useLayoutEffect(() => {
    listRef.current?.querySelector('[data-active=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active?.id])

  function onKeyDown(event: React.KeyboardEvent): void {
    // Ignore keys during IME composition.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const last = found.length - 1
    const moves: Partial<Record<string, number>> = {
      ArrowDown: place === last ? 0 : place + 1,
      ArrowUp: place === 0 ? last : place - 1,
      PageDown: Math.min(last, place + PAGE),
      PageUp: Math.max(0, place - PAGE),
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

  const groups: FindListState<Option>['groups'] = []
  for (const option of found) {
    const last = groups.at(-1)
    if (last && last.name === option.group) last.options.push(option)
    else groups.push({ key: option.group ?? String(groups.length), name: option.group, options: [option] })
  }

  return {
    query,
    count: found.length,
    groups,
    isActive: (option) => option === active,
    isSelected: ({ id }) => selectedIds.includes(id),
    fieldProps: {
      ref: fieldRef,
      role: 'combobox',
      'aria-expanded': 'true',
      'aria-controls': listId,
      'aria-autocomplete': 'list',
      'aria-activedescendant': active && getId(active),
      autoComplete: 'off',
      spellCheck: false,
      enterKeyHint: 'done',
      value: query,
      onChange(event) {
        setQuery(event.target.value)
        setActiveId(null)
      },
      onKeyDown,
    },
    listProps: { ref: listRef, id: listId },
    getOptionProps: (option) => ({
      id: getId(option),
      role: 'option',
      'aria-selected': selectedIds.includes(option.id),
      'data-active': option === active,
      // The field keeps the focus.
      onPointerDown: (event) => event.preventDefault(),
      onPointerMove: () => setActiveId(option.id),
      onClick: () => onSelect(option.id),
    }),
  }
}

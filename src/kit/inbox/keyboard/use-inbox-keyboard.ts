'use client'

import type { InboxCommands } from './inbox-commands.ts'
import type { InboxActions, InboxParts } from './use-inbox-actions.ts'
import { useKeymap } from './use-keymap.ts'
import type { CommandId, KeyBinding, KeymapOverrides } from './keymap.ts'
import { toasts } from '../actions/toasts.ts'

interface InboxKeyboardOptions extends Pick<InboxParts, 'selectedId' | 'select' | 'listActions' | 'listRef' | 'searchRef'> {
  isEnabled: boolean
  overrides: KeymapOverrides | undefined
  audience: 'agent' | 'customer'
  actions: InboxActions
  commands: Pick<InboxCommands, 'focusReply' | 'focusNote'>
  ask: (kind: 'snooze' | 'assign' | 'compose' | 'help') => void
  toggleCard: () => boolean
}

export function useInboxKeyboard({
  isEnabled,
  overrides,
  audience,
  selectedId,
  select,
  actions,
  commands,
  ask,
  toggleCard,
  listActions,
  listRef,
  searchRef,
}: InboxKeyboardOptions): KeyBinding[] {
  const open = (): boolean => {
    const id = listActions.current?.getFocusedId() ?? selectedId
    if (id === null) return false
    if (id !== selectedId) select(id)
    return true
  }

  /** Clears the checks, returns to the list, or focuses the selected row. */
  const leave = (): boolean => {
    if (actions.shownCheckedIds.length > 0) {
      actions.setCheckedIds(new Set())
      return true
    }
    const list = listRef.current
    const isListShown = list !== null && getComputedStyle(list).visibility !== 'hidden'
    if (!isListShown && selectedId !== null) {
      select(null)
      return true
    }
    if (!isListShown || list.contains(document.activeElement) || !listActions.current) return false
    if (selectedId === null) listActions.current.focusRow(0)
    else listActions.current.focusId(selectedId)
    return true
  }

  const withTargets = (run: (ids: readonly string[]) => void): boolean => {
    const ids = actions.getTargets()
    // Single actions may overlap; bulk actions wait for each other.
    if (ids.length === 1 || (ids.length > 1 && !actions.bulk.progress)) run(ids)
    return ids.length > 0
  }

  const show = (kind: 'compose' | 'help'): boolean => {
    ask(kind)
    return true
  }

  const move = (step: -1 | 1): boolean => {
    listActions.current?.focusRow(step)
    return listActions.current !== null
  }

  const run: Record<CommandId, () => boolean> = {
    next: () => move(1),
    previous: () => move(-1),
    open: () => listActions.current?.getFocusedId() !== null && open(),
    select() {
      const id = listActions.current?.getFocusedId() ?? selectedId
      if (id !== null) listActions.current?.toggle(id)
      return id !== null
    },
    // The list handles these keys itself.
    selectMore: () => false,
    selectAll: () => false,
    reply() {
      const isOpen = open()
      if (isOpen) commands.focusReply()
      return isOpen
    },
    note() {
      const isOpen = open()
      if (isOpen) commands.focusNote()
      return isOpen
    },
    close: () => withTargets((ids) => actions.act(ids, { action: 'close' })),
    snooze: () => withTargets(() => ask('snooze')),
    assign: () => withTargets(() => ask('assign')),
    unread: () => withTargets((ids) => actions.act(ids, { action: 'mark_unread' })),
    search() {
      searchRef.current?.focus()
      searchRef.current?.select()
      return document.activeElement === searchRef.current
    },
    card: toggleCard,
    undo: () => toasts.undoLast(),
    leave,
    compose: () => show('compose'),
    help: () => show('help'),
  }

  return useKeymap({
    getRoot: () => listRef.current?.closest('[data-slot=support-inbox]') ?? null,
    isEnabled,
    overrides,
    audience,
    onCommand: (id) => run[id](),
  })
}

'use client'

import type * as React from 'react'
import type { ConversationListHandle } from '../list/use-conversation-rows.ts'
import type { InboxCommands } from './inbox-commands.ts'
import type { InboxWork } from './use-inbox-work.ts'
import { useKeymap } from './use-keymap.ts'
import type { CommandId, KeyBinding, KeymapOverrides } from './keymap.ts'
import { toasts } from '../actions/toasts.ts'

/** What {@link useInboxKeyboard} takes. */
export interface InboxKeyboardOptions {
  /** Whether there are keys at all. */
  isEnabled: boolean
  /** Other keys than those of the table. */
  overrides?: KeymapOverrides
  /** Whose inbox it is. */
  audience: 'agent' | 'customer'
  /** The conversation that is open; null for none. */
  selectedId: string | null
  /** Opens another. */
  select: (conversationId: string | null) => void
  /** What is done with conversations. */
  work: InboxWork
  /** What the parts of the inbox offer to do. */
  commands: Pick<InboxCommands, 'focusReply' | 'focusNote'>
  /** Shows a dialog. */
  onAsk: (kind: 'snooze' | 'assign' | 'help') => void
  /** The list. */
  listActions: React.RefObject<ConversationListHandle | null>
  /** The column of the list. */
  listRef: React.RefObject<HTMLElement | null>
  /** The search field. */
  searchRef: React.RefObject<HTMLInputElement | null>
}

/** The keys of an inbox, by the table of `keymap.ts`. Gives the table as it is in force. */
export function useInboxKeyboard({
  isEnabled,
  overrides,
  audience,
  selectedId,
  select,
  work,
  commands,
  onAsk,
  listActions,
  listRef,
  searchRef,
}: InboxKeyboardOptions): KeyBinding[] {
  /** Whoever answers has the conversation open. */
  const open = (): boolean => {
    const id = listActions.current?.focusedId() ?? selectedId
    if (id === null) return false
    if (id !== selectedId) select(id)
    return true
  }

  /** One step back: from the selection, from the conversation to its row, from the conversation to the list. */
  const leave = (): boolean => {
    if (work.shownCheckedIds.length > 0) {
      work.setCheckedIds(new Set())
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
    const ids = work.targets()
    // One after the other as fast as anybody can press; several wait for those before them.
    if (ids.length === 1 || (ids.length > 1 && !work.bulk.progress)) run(ids)
    return ids.length > 0
  }

  const move = (step: -1 | 1): boolean => {
    listActions.current?.focusRow(step)
    return listActions.current !== null
  }

  const run: Record<CommandId, () => boolean> = {
    next: () => move(1),
    previous: () => move(-1),
    open: () => listActions.current?.focusedId() !== null && open(),
    select() {
      const id = listActions.current?.focusedId() ?? selectedId
      if (id !== null) listActions.current?.toggle(id)
      return id !== null
    },
    // The list has these keys itself: they are for rows that have the focus.
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
    close: () => withTargets((ids) => work.act(ids, { action: 'close' })),
    snooze: () => withTargets(() => onAsk('snooze')),
    assign: () => withTargets(() => onAsk('assign')),
    unread: () => withTargets((ids) => work.act(ids, { action: 'mark_unread' })),
    search() {
      searchRef.current?.focus()
      searchRef.current?.select()
      return document.activeElement === searchRef.current
    },
    undo: () => toasts.undoLast(),
    leave,
    help() {
      onAsk('help')
      return true
    },
  }

  return useKeymap({
    getRoot: () => listRef.current?.closest('[data-slot=support-inbox]') ?? null,
    isEnabled,
    overrides,
    audience,
    onCommand: (id) => run[id](),
  })
}

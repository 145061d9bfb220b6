'use client'

import * as React from 'react'
import type { ConversationListHandle } from '../list/use-conversation-rows.ts'
import { createInboxCommands, type InboxCommands } from './inbox-commands.ts'
import { useInboxKeyboard } from './use-inbox-keyboard.ts'
import { useInboxWork, type InboxWork } from './use-inbox-work.ts'
import { useLatest } from '../../shared/use-latest.ts'
import type { ConversationSummary } from '../../contracts/index.ts'
import { ariaKeys, type KeyBinding, type KeymapOverrides } from './keymap.ts'

/** A dialog of the inbox, and the conversations that it is about. */
export interface InboxDialog {
  kind: 'snooze' | 'assign' | 'help'
  conversationIds: readonly string[]
  /** Who has them now, where that is one and the same. */
  assignee?: { admin_id: string | null; team_id: string | null }
}

/** What {@link useInboxDesk} takes. */
export interface InboxDeskOptions {
  /** The rows of the list; undefined until they are there. */
  conversations: ConversationSummary[] | undefined
  /** The conversation that is open; null for none. */
  selectedId: string | null
  /** Opens another. */
  select: (conversationId: string | null) => void
  /** Whose inbox it is. */
  audience: 'agent' | 'customer'
  /** What is open when the one that was is put away. */
  afterClose: 'next' | 'stay'
  /** Whether single keys do things. */
  shortcuts: boolean
  /** Other keys than the kit's. */
  keymap: KeymapOverrides | undefined
  /** The column of the list. */
  listRef: React.RefObject<HTMLElement | null>
  /** The column of the conversation that is open. */
  threadRef: React.RefObject<HTMLElement | null>
  /** Focuses the heading of the conversation that is open. */
  focusThread: () => void
}

/** What {@link useInboxDesk} gives. */
export interface InboxDesk {
  /** What is done with conversations. */
  work: InboxWork
  /** The dialog that is shown; null for none. */
  dialog: InboxDialog | null
  /** Shows one. */
  ask: (kind: InboxDialog['kind']) => void
  /** Shows the one that was shown last, or was to be. */
  askAgain: () => void
  /** Hides it. */
  closeDialog: () => void
  /** Gives the focus back to where it was before the dialog. */
  restoreFocus: () => void
  /** The keys in force. */
  bindings: readonly KeyBinding[]
  /** What the parts of the inbox tell each other. */
  commands: InboxCommands
  /** For the list. */
  listActions: React.RefObject<ConversationListHandle | null>
  /** For the search field. */
  searchRef: React.RefObject<HTMLInputElement | null>
}

/** Who has several conversations: nobody can say where that differs. */
function assigneeOf(conversations: ConversationSummary[], ids: readonly string[]): InboxDialog['assignee'] {
  const [first, ...others] = conversations.filter(({ id }) => ids.includes(id))
  if (!first) return undefined
  const { admin_assignee_id: admin, team_assignee_id: team } = first
  const isShared = others.every((row) => row.admin_assignee_id === admin && row.team_assignee_id === team)
  return isShared ? { admin_id: admin, team_id: team } : undefined
}

/** Everything that somebody who works in an inbox has at hand: actions, dialogs, keys. */
export function useInboxDesk({
  conversations,
  selectedId,
  select,
  audience,
  afterClose,
  shortcuts,
  keymap,
  listRef,
  threadRef,
  focusThread,
}: InboxDeskOptions): InboxDesk {
  const listActions = React.useRef<ConversationListHandle>(null)
  const searchRef = React.useRef<HTMLInputElement>(null)
  const cameFrom = React.useRef<Element>(null)
  const [dialog, setDialog] = React.useState<InboxDialog | null>(null)
  const [parts] = React.useState(createInboxCommands)
  const work = useInboxWork({ conversations, selectedId, select, afterClose, listActions, threadRef, focusThread })

  const lastKind = React.useRef<InboxDialog['kind']>('help')
  const ask = (kind: InboxDialog['kind']) => {
    lastKind.current = kind
    const conversationIds = work.targets()
    cameFrom.current = document.activeElement
    setDialog({ kind, conversationIds, assignee: assigneeOf(conversations ?? [], conversationIds) })
  }

  const restoreFocus = () => {
    const before = cameFrom.current
    cameFrom.current = null
    if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true })
    if (before === document.body || document.activeElement === before) return
    // What was done in the dialog has taken it away.
    if (listActions.current && getComputedStyle(listRef.current ?? document.body).visibility !== 'hidden') {
      listActions.current.focusRow(0)
    } else focusThread()
  }

  const bindings = useInboxKeyboard({
    isEnabled: shortcuts,
    overrides: keymap,
    audience,
    selectedId,
    select,
    work,
    commands: parts,
    onAsk: ask,
    listActions,
    listRef,
    searchRef,
  })

  const goOn = useLatest(work.goOn)
  const commands = React.useMemo<InboxCommands>(
    () => ({
      ...parts,
      willAct: (conversationId, action) => goOn.current([conversationId], action),
      shortcutOf: (command) => ariaKeys(bindings, command),
    }),
    [parts, bindings, goOn],
  )

  const closeDialog = React.useCallback(() => setDialog(null), [])
  const askAgain = () => ask(lastKind.current)
  return { work, dialog, ask, askAgain, closeDialog, restoreFocus, bindings, commands, listActions, searchRef }
}

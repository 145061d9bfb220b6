'use client'

import * as React from 'react'
import type { Assignee } from '../actions/assign-options.ts'
import type { ConversationSummary } from '../../contracts/index.ts'
import type { InboxParts } from './use-inbox-actions.ts'

interface InboxDialog {
  kind: 'snooze' | 'assign' | 'compose' | 'help'
  conversationIds: readonly string[]
  assignee: Assignee | undefined
}

interface InboxDialogsOptions extends Pick<InboxParts, 'conversations' | 'listActions' | 'listRef'> {
  getTargets: () => readonly string[]
  focusThread: () => void
}

function getSharedAssignee(conversations: ConversationSummary[], ids: readonly string[]): Assignee | undefined {
  const [first, ...others] = conversations.filter(({ id }) => ids.includes(id))
  if (!first) return undefined
  const { admin_assignee_id: admin, team_assignee_id: team } = first
  const isShared = others.every((row) => row.admin_assignee_id === admin && row.team_assignee_id === team)
  return isShared ? { admin_id: admin, team_id: team } : undefined
}

export function useInboxDialogs({ conversations, getTargets, listActions, listRef, focusThread }: InboxDialogsOptions) {
  const [dialog, setDialog] = React.useState<InboxDialog | null>(null)
  const lastKind = React.useRef<InboxDialog['kind']>('help')
  const opener = React.useRef<Element>(null)

  const ask = (kind: InboxDialog['kind'], conversationIds = getTargets()) => {
    lastKind.current = kind
    opener.current = document.activeElement
    setDialog({ kind, conversationIds, assignee: getSharedAssignee(conversations ?? [], conversationIds) })
  }

  return {
    dialog,
    opener,
    ask,
    /** Reopens the last dialog, such as one that failed to load. */
    askAgain: () => ask(lastKind.current),
    closeDialog: React.useCallback(() => setDialog(null), []),
    restoreFocus() {
      const before = opener.current
      opener.current = null
      if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true })
      if (before === document.body || document.activeElement === before) return
      // The action removed the element.
      if (listActions.current && getComputedStyle(listRef.current ?? document.body).visibility !== 'hidden') {
        listActions.current.focusRow(0)
      } else focusThread()
    },
  }
}

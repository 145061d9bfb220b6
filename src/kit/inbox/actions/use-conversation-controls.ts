'use client'

import * as React from 'react'
import type { ConversationAction } from '../../contracts/index.ts'
import { actionToastStrings, isolateDirection, useStrings } from '../../strings/index.ts'
import { useAdmins, useConversation } from '../data/use-resource.ts'
import type { Assignment } from './assign-options.ts'
import { useConversationActions } from './use-conversation-actions.ts'

/** Dialog for an action on a conversation. */
export type ConversationDialog = 'snooze' | 'assign' | 'tags'

interface ConversationControlsOptions {
  conversationId: string
  onClose: (() => void) | undefined
  /** Called when the user snoozes the conversation, before the response. The callback moves the focus. */
  onSnooze: (() => void) | undefined
}

/** Returns actions on a conversation and the state of their dialogs. Each action shows a toast with an undo. */
export function useConversationControls({ conversationId, onClose, onSnooze }: ConversationControlsOptions) {
  const t = useStrings('actionToast', actionToastStrings)
  const { data: conversation } = useConversation(conversationId)
  const { data: teammates, error } = useAdmins()
  const run = useConversationActions()
  const [dialog, setDialog] = React.useState<ConversationDialog | null>(null)
  const [lastDialog, setLastDialog] = React.useState<ConversationDialog | null>(null)
  const opener = React.useRef<HTMLElement>(null)

  const act = (action: ConversationAction, done?: string) => void run([conversationId], [action], done)
  const controls = {
    toggleClosed() {
      const isClosed = conversation?.state === 'closed'
      act({ action: isClosed ? 'open' : 'close' })
      if (!isClosed) onClose?.()
    },
    wake: () => act({ action: 'open' }),
    toggleRead: () => act({ action: conversation?.read ? 'mark_unread' : 'mark_read' }),
    snooze(until: number) {
      act({ action: 'snooze', snoozed_until: until })
      if (!onSnooze) return
      opener.current = null
      onSnooze()
    },
    assign(to: Assignment) {
      const people = to.team_id ? teammates?.teams : teammates?.admins
      const name = people?.find(({ id }) => id === (to.team_id || to.admin_id))?.name
      act({ action: 'assign', ...to }, name ? t('assignedTo', { name: isolateDirection(name) }) : undefined)
    },
    changeTags({ added, removed }: { added: string[]; removed: string[] }) {
      void run([conversationId], [
        ...added.map((tag_id) => ({ action: 'tag' as const, tag_id })),
        ...removed.map((tag_id) => ({ action: 'untag' as const, tag_id })),
      ])
    },
    /** Opens a dialog. When it closes, the focus returns to `from`. */
    open(next: ConversationDialog, from: HTMLElement | null) {
      opener.current = from
      setLastDialog(next)
      setDialog(next)
    },
    reopen: () => setDialog(lastDialog),
    closeDialog: () => setDialog(null),
    restoreFocus: () => opener.current?.focus(),
  }

  return {
    ...controls,
    dialog,
    opener,
    /** Conversation; `undefined` while loading, and for customers, who can't run actions. */
    conversation: error?.code === 'forbidden' ? undefined : conversation,
  }
}

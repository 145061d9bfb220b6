'use client'

import * as React from 'react'
import { ConversationActionsView, type ConversationDialog } from '@/components/intercom/conversation-actions-view'
import { lazyPart, useAdmins, useConversation, useToldActions } from 'intercom-v0-kit/inbox'
import {
  actionToastMessages, formatShortDateTime, isolate, type MessageTable, useLocale, useMessages,
} from 'intercom-v0-kit/strings'
import type { ConversationAction } from 'intercom-v0-kit/contracts'

const ConversationDialogs = lazyPart(
  async () => (await import('@/components/intercom/conversation-dialogs')).ConversationDialogs,
)

/** What {@link ConversationActions} can be told to do, by a keymap say. */
interface ConversationActionsHandle {
  /** Closes the conversation, or opens it again. */
  toggleClosed: () => void
  /** Marks it as unread, or as read. */
  toggleRead: () => void
  /** Opens a dialog. The focus returns to where it is now. */
  open: (dialog: 'snooze' | 'assign' | 'tags') => void
}

/** Props of {@link ConversationActions}. */
interface ConversationActionsProps extends Omit<React.ComponentProps<'div'>, 'onClose'> {
  /** The conversation. */
  conversationId: string
  /** Told when the reader closes it, before anything is answered: the moment to show the next one. */
  onClose?: () => void
  /**
   * Told when the reader snoozes it, before anything is answered. Where it is given the focus does not return to the
   * button: it goes where the reader goes on.
   */
  onSnooze?: () => void
  /** For a keymap: does what the buttons do. */
  handleRef?: React.Ref<ConversationActionsHandle>
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/**
 * Close, snooze, assign, tags, unread: done at once, told in a toast with a way to undo it, and taken back if they fail.
 * It needs a `Toaster` on the page.
 */
function ConversationActions({ conversationId, onClose, onSnooze, handleRef, ...props }: ConversationActionsProps) {
  const format = useLocale()
  const toast = useMessages('actionToast', actionToastMessages)
  const { data: conversation } = useConversation(conversationId)
  const { data: teammates, error } = useAdmins()
  const tell = useToldActions()
  const [dialog, setDialog] = React.useState<ConversationDialog | null>(null)
  const [lastDialog, setLastDialog] = React.useState<ConversationDialog | null>(null)
  const openerRef = React.useRef<HTMLElement>(null)

  const act = (action: ConversationAction, done?: string) => void tell(conversationId, [action], done)
  const toggleClosed = () => {
    const isClosed = conversation?.state === 'closed'
    act({ action: isClosed ? 'open' : 'close' })
    if (!isClosed) onClose?.()
  }
  const toggleRead = () => act({ action: conversation?.read ? 'mark_unread' : 'mark_read' })
  const open = (next: ConversationDialog, opener: HTMLElement | null) => {
    openerRef.current = opener
    setLastDialog(next)
    setDialog(next)
  }
  React.useImperativeHandle(handleRef, () => ({
    toggleClosed,
    toggleRead,
    open: (next) => open(next, document.activeElement instanceof HTMLElement ? document.activeElement : null),
  }))

  // A customer may read and answer what is theirs, and nothing else.
  if (!conversation || error?.code === 'forbidden') return null

  const nameOf = (to: { admin_id?: string | null; team_id?: string | null }) =>
    to.team_id
      ? teammates?.teams.find(({ id }) => id === to.team_id)?.name
      : teammates?.admins.find(({ id }) => id === to.admin_id)?.name

  return (
    <>
      <ConversationActionsView
        state={conversation.state}
        isRead={conversation.read}
        onToggleClosed={toggleClosed}
        onWake={() => act({ action: 'open' })}
        onToggleRead={toggleRead}
        onOpenDialog={open}
        {...props}
      />
      <ConversationDialogs
        isWanted={dialog !== null}
        onWantedChange={(isWanted) => setDialog(isWanted ? lastDialog : null)}
        dialog={dialog}
        onClose={() => setDialog(null)}
        openerRef={openerRef}
        conversation={conversation}
        onSnooze={(until) => {
          const time = formatShortDateTime(until, format)
          act({ action: 'snooze', snoozed_until: until }, toast('snoozedUntil', { time }))
          if (!onSnooze) return
          openerRef.current = null
          onSnooze()
        }}
        onAssign={(to) => {
          const name = nameOf(to)
          const done = name ? toast('assignedTo', { name: isolate(name) }) : undefined
          act({ action: 'assign', ...to }, done)
        }}
        onSave={({ added, removed }) => {
          const actions: ConversationAction[] = [
            ...added.map((tag_id) => ({ action: 'tag' as const, tag_id })),
            ...removed.map((tag_id) => ({ action: 'untag' as const, tag_id })),
          ]
          void tell(conversationId, actions)
        }}
      />
    </>
  )
}

export { ConversationActions, type ConversationActionsHandle, type ConversationActionsProps }

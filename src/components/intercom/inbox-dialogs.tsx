'use client'

import * as React from 'react'
import { AssignDialog } from '@/components/intercom/assign-dialog'
import { KeyboardHelp } from '@/components/intercom/keyboard-help'
import { SnoozeDialog } from '@/components/intercom/snooze-dialog'
import type { InboxDesk } from 'intercom-v0-kit/inbox'

/** Props of {@link InboxDialogs}. */
interface InboxDialogsProps {
  /** What shows a dialog, and does what is chosen in it. */
  desk: Pick<InboxDesk, 'dialog' | 'closeDialog' | 'restoreFocus' | 'work' | 'bindings'>
}

/** What the inbox asks before it acts, and its help. */
function InboxDialogs({ desk: { dialog, closeDialog, restoreFocus, work, bindings } }: InboxDialogsProps) {
  // It stays while it closes, and gives the focus back.
  const [last, setLast] = React.useState(dialog)
  if (dialog && dialog !== last) setLast(dialog)
  if (!last) return null

  const { kind, conversationIds, assignee } = last
  const shared = {
    open: dialog !== null,
    onOpenChange: (open: boolean) => {
      if (!open) closeDialog()
    },
    onFocusReturn: restoreFocus,
  }
  return (
    <>
      {kind === 'snooze' ? (
        <SnoozeDialog
          {...shared}
          onSnooze={(until) => work.act(conversationIds, { action: 'snooze', snoozed_until: until })}
        />
      ) : null}
      {kind === 'assign' ? (
        <AssignDialog
          {...shared}
          assignee={assignee}
          onAssign={(to) => work.act(conversationIds, { action: 'assign', ...to })}
        />
      ) : null}
      {kind === 'help' ? <KeyboardHelp {...shared} bindings={bindings} /> : null}
    </>
  )
}

export { InboxDialogs, type InboxDialogsProps }

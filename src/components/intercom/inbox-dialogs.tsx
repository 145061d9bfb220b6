'use client'

import * as React from 'react'
import { lazyPart } from '@/components/intercom/lazy-part'
import type { InboxDesk } from '@/hooks/use-inbox-desk'

// Nobody needs them before they are asked for.
const SnoozeDialog = lazyPart(async () => (await import('@/components/intercom/snooze-dialog')).SnoozeDialog)
const AssignDialog = lazyPart(async () => (await import('@/components/intercom/assign-dialog')).AssignDialog)
const KeyboardHelp = lazyPart(async () => (await import('@/components/intercom/keyboard-help')).KeyboardHelp)

/** Props of {@link InboxDialogs}. */
interface InboxDialogsProps {
  /** What shows a dialog, and does what is chosen in it. */
  desk: Pick<InboxDesk, 'dialog' | 'ask' | 'closeDialog' | 'restoreFocus' | 'work' | 'bindings'>
}

/** What the inbox asks before it acts, and its help. Each is loaded when it is wanted for the first time. */
function InboxDialogs({ desk: { dialog, ask, closeDialog, restoreFocus, work, bindings } }: InboxDialogsProps) {
  // It stays while it closes, and gives the focus back.
  const [last, setLast] = React.useState(dialog)
  if (dialog && dialog !== last) setLast(dialog)
  if (!last) return null

  const { kind, conversationIds, assignee } = last
  const shared = {
    isWanted: dialog !== null,
    onWantedChange: (isWanted: boolean) => (isWanted ? ask(kind) : closeDialog()),
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

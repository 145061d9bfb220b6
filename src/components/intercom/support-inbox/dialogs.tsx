'use client'

import { X } from 'lucide-react'
import * as React from 'react'
import { FocusReturn, lazyPart, useInbox } from 'intercom-v0-kit/inbox'
import { keyboardHelpStrings, useStrings } from 'intercom-v0-kit/strings'
import { AssignDialog, SnoozeDialog } from '@/components/intercom/conversation-actions/dialogs'
import { Keys } from '@/components/intercom/shared/icon-button'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog'

const NewMessageDialog = lazyPart(async () => (await import('@/components/intercom/support-inbox/new-message')).NewMessageDialog)

const scopes = ['list', 'conversation', 'inbox'] as const

/** Element that a panel opens at: the focused row or button, or else the button of the selected conversation. */
function getAnchor(focused: Element | null, kind: string): Element | null {
  const row = focused?.closest('[data-slot=conversation-row]')
  if (row || focused?.closest('button')) return row ?? focused
  const buttons = document.querySelectorAll(`[data-slot=conversation-actions] :is([data-dialog=${kind}], [aria-haspopup=menu])`)
  return [...buttons].find((button) => button.getClientRects().length > 0) ?? focused
}

/** Panels and dialogs of the inbox: snooze, assign, a new message, and the help about its keys. */
function InboxDialogs() {
  const { dialog, closeDialog, opener, restoreFocus, actions } = useInbox()
  const anchor = React.useRef<Element>(null)
  // The last dialog stays mounted while it closes and returns the focus.
  const [last, setLast] = React.useState(dialog)
  if (dialog && dialog !== last) setLast(dialog)
  const kind = dialog?.kind
  React.useLayoutEffect(() => {
    if (kind) anchor.current = getAnchor(opener.current, kind)
  }, [kind, opener])
  if (!last) return null

  const { conversationIds, assignee } = last
  const shared = { open: dialog !== null, anchor, onClose: closeDialog, onFocusReturn: restoreFocus }
  if (last.kind === 'snooze') {
    return <SnoozeDialog {...shared} onSnooze={(until) => actions.act(conversationIds, { action: 'snooze', snoozed_until: until })} />
  }
  if (last.kind === 'assign') {
    return (
      <AssignDialog
        {...shared}
        assignee={assignee}
        onAssign={(to) => actions.act(conversationIds, { action: 'assign', ...to })}
      />
    )
  }
  if (last.kind === 'compose') {
    return <NewMessageDialog isWanted onWantedChange={closeDialog} open={dialog !== null} onClose={closeDialog} onFocusReturn={restoreFocus} />
  }
  return <KeyboardHelp {...shared} />
}

interface KeyboardHelpProps {
  open: boolean
  onClose: () => void
  onFocusReturn: () => void
}

/** Every key of the inbox in force and its command, from the table that runs them. */
function KeyboardHelp({ open, onClose, onFocusReturn }: KeyboardHelpProps) {
  const t = useStrings('keyboardHelp', keyboardHelpStrings)
  const { bindings } = useInbox()
  return (
    <Dialog open={open} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent className="top-[5vh] block max-h-[min(48rem,90dvh)] max-w-3xl gap-x-8 sm:columns-2">
        <FocusReturn onReturn={onFocusReturn} />
        <DialogHeader className="mb-4 pe-8 [column-span:all]">
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
          <DialogClose asChild>
            <Button type="button" variant="ghost" size="icon-sm" aria-label={t('dismiss')} className="absolute end-2 top-2 pointer-coarse:size-10">
              <X aria-hidden="true" />
            </Button>
          </DialogClose>
        </DialogHeader>
        {scopes.map((scope) => (
          <section key={scope} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-xs font-medium text-muted-foreground">{t(scope)}</h3>
            <dl className="divide-y">
              {bindings
                .filter((binding) => binding.scope === scope && binding.keys.length + binding.listKeys.length > 0)
                .map(({ id, keys, listKeys }) => (
                  <div key={id} data-command={id} className="flex min-h-8 items-center justify-between gap-4 py-1 text-sm">
                    <dt className="min-w-0 wrap-anywhere">{t(id)}</dt>
                    <dd className="flex shrink-0 flex-wrap items-center justify-end gap-1 text-xs text-muted-foreground">
                      {[...keys, ...listKeys].map((key, index) => (
                        <React.Fragment key={key}>
                          {index > 0 ? <span>{t('or')}</span> : null}
                          <Keys keys={key} />
                        </React.Fragment>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </DialogContent>
    </Dialog>
  )
}

export { InboxDialogs }

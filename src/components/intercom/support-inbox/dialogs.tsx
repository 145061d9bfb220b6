'use client'

import * as React from 'react'
import { FocusReturn, toKeyCaps, useInbox } from 'intercom-v0-kit/inbox'
import { keyboardHelpMessages, useMessages } from 'intercom-v0-kit/strings'
import { AssignDialog, SnoozeDialog } from '@/components/intercom/conversation-actions/dialogs'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog'

const scopes = ['list', 'conversation', 'inbox'] as const

/** Dialogs of the inbox: snooze, assign, and the help about its keys. */
function InboxDialogs() {
  const { dialog, closeDialog, restoreFocus, actions } = useInbox()
  // The last dialog stays mounted while it closes and returns the focus.
  const [last, setLast] = React.useState(dialog)
  if (dialog && dialog !== last) setLast(dialog)
  if (!last) return null

  const { kind, conversationIds, assignee } = last
  const shared = { open: dialog !== null, onClose: closeDialog, onFocusReturn: restoreFocus }
  if (kind === 'snooze') {
    return <SnoozeDialog {...shared} onSnooze={(until) => actions.act(conversationIds, { action: 'snooze', snoozed_until: until })} />
  }
  if (kind === 'assign') {
    return <AssignDialog {...shared} assignee={assignee} onAssign={(to) => actions.act(conversationIds, { action: 'assign', ...to })} />
  }
  return <KeyboardHelp {...shared} />
}

interface KeyboardHelpProps {
  open: boolean
  onClose: () => void
  onFocusReturn: () => void
}

/** Every key of the inbox and what it does: those in force, from the table that runs them. */
function KeyboardHelp({ open, onClose, onFocusReturn }: KeyboardHelpProps) {
  const t = useMessages('keyboardHelp', keyboardHelpMessages)
  const { bindings } = useInbox()
  return (
    <Dialog open={open} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent className="top-[5vh] max-h-[min(48rem,90dvh)] max-w-md">
        <FocusReturn onReturn={onFocusReturn} />
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        {scopes.map((scope) => (
          <section key={scope} className="flex flex-col gap-1">
            <h3 className="text-xs font-medium text-muted-foreground">{t(scope)}</h3>
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
                          <KeyCaps caps={toKeyCaps(key)} />
                        </React.Fragment>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        {/* If the list is longer than the screen, the button stays in view. */}
        <DialogFooter className="sticky -bottom-4 -mx-4 -mb-4 border-t bg-popover px-4 py-3">
          <DialogClose asChild>
            <Button type="button" variant="outline" size="sm">
              {t('dismiss')}
            </Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}

/** Keys that are pressed together. Their order is the same in every language. */
function KeyCaps({ caps }: { caps: string[] }) {
  return (
    <span dir="ltr" className="inline-flex gap-0.5">
      {caps.map((cap) => (
        <kbd
          key={cap}
          className="inline-flex h-6 min-w-6 items-center justify-center rounded-sm border bg-muted px-1.5 font-sans text-xs text-foreground"
        >
          {cap}
        </kbd>
      ))}
    </span>
  )
}

export { InboxDialogs }

'use client'

import * as React from 'react'
import { capsOf, FocusReturn, type KeyBinding } from 'intercom-v0-kit/inbox'
import { keyboardHelpMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog'

const scopes = ['list', 'conversation', 'inbox'] as const

/** Props of {@link KeyboardHelp}. */
interface KeyboardHelpProps {
  /** Whether it is shown. */
  open: boolean
  /** Told when it wants to be shown or hidden. */
  onOpenChange: (open: boolean) => void
  /** The keys that are in force. */
  bindings: readonly KeyBinding[]
  /** Gives the focus back when it has closed. */
  onFocusReturn?: () => void
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** Every key of the inbox, and what it does: those that are in force, from the table that executes them. */
function KeyboardHelp({ open, onOpenChange, bindings, onFocusReturn, messages }: KeyboardHelpProps) {
  const t = useMessages('keyboardHelp', keyboardHelpMessages, messages)
  const isMac = open && /Mac|iPhone|iPad/.test(navigator.platform)
  const shown = bindings.filter(({ keys, listKeys }) => keys.length + listKeys.length > 0)
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
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
              {shown
                .filter((binding) => binding.scope === scope)
                .map(({ id, keys, listKeys }) => (
                  <div key={id} data-command={id} className="flex min-h-8 items-center justify-between gap-4 py-1 text-sm">
                    <dt className="min-w-0 wrap-anywhere">{t(id)}</dt>
                    <dd className="flex shrink-0 flex-wrap items-center justify-end gap-1 text-xs text-muted-foreground">
                      {[...keys, ...listKeys].map((key, index) => (
                        <React.Fragment key={key}>
                          {index > 0 ? <span>{t('or')}</span> : null}
                          <Caps keys={capsOf(key, isMac)} />
                        </React.Fragment>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        {/* Where it is too long for the screen, the way out stays in view. */}
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

/** What is printed on the keys, pressed together. Keys stand in one order in every language. */
function Caps({ keys }: { keys: string[] }) {
  return (
    <span dir="ltr" className="inline-flex gap-0.5">
      {keys.map((cap) => (
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

export { KeyboardHelp, type KeyboardHelpProps }

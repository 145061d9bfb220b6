'use client'

import { X } from 'lucide-react'
import type * as React from 'react'
import { FocusReturn } from 'intercom-v0-kit/inbox'
import { Button } from '@/components/ui/button'
import { Sheet, SheetClose, SheetContent, SheetTitle } from '@/components/ui/sheet'

/** Props of {@link InboxCustomerSheet}. */
interface InboxCustomerSheetProps {
  /** Whether it is shown. */
  open: boolean
  /** Told that it is to be shown, or not any more. */
  onOpenChange: (open: boolean) => void
  /** What it is called. */
  title: string
  /** What its button is called. */
  closeLabel: string
  /** What has opened it, and has the focus again when it is closed; null for what `onLoseFocus` chooses. */
  openerRef: React.RefObject<HTMLElement | null>
  /** Takes the focus where the opener cannot: it may have gone with its conversation. */
  onLoseFocus: () => void
  /** The customer's card. */
  children: React.ReactNode
}

/** The customer, laid over the inbox where there is no room for a column. */
function InboxCustomerSheet({
  open,
  onOpenChange,
  title,
  closeLabel,
  openerRef,
  onLoseFocus,
  children,
}: InboxCustomerSheetProps) {
  const returnFocus = () => {
    openerRef.current?.focus()
    if (document.activeElement !== openerRef.current) onLoseFocus()
  }
  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetContent showCloseButton={false} aria-describedby={undefined}>
        <FocusReturn onReturn={returnFocus} />
        <div className="flex h-12 shrink-0 items-center justify-between border-b ps-4 pe-2">
          <SheetTitle className="text-sm">{title}</SheetTitle>
          <SheetClose asChild>
            <Button type="button" variant="ghost" size="icon-sm" aria-label={closeLabel} title={closeLabel} className="pointer-coarse:size-10">
              <X aria-hidden="true" />
            </Button>
          </SheetClose>
        </div>
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">{children}</div>
      </SheetContent>
    </Sheet>
  )
}

export { InboxCustomerSheet, type InboxCustomerSheetProps }

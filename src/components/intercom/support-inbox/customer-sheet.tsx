'use client'

import { X } from 'lucide-react'
import type * as React from 'react'
import { FocusReturn, useInbox } from 'intercom-v0-kit/inbox'
import { supportInboxStrings, useStrings } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { Sheet, SheetClose, SheetContent, SheetTitle } from '@/components/ui/sheet'

/** The customer card in a sheet, if there is no room for a column. */
function InboxCustomerSheet({ children }: { children: React.ReactNode }) {
  const t = useStrings('supportInbox', supportInboxStrings)
  const { isCardOpen, hasCardColumn, setCardOpen, restoreCardFocus } = useInbox()
  return (
    <Sheet open={isCardOpen && !hasCardColumn} onOpenChange={setCardOpen}>
      <SheetContent showCloseButton={false} aria-describedby={undefined}>
        <FocusReturn onReturn={restoreCardFocus} />
        <div className="flex h-12 shrink-0 items-center justify-between border-b ps-4 pe-2">
          <SheetTitle className="text-sm">{t('customer')}</SheetTitle>
          <SheetClose asChild>
            <Button type="button" variant="ghost" size="icon-sm" aria-label={t('close')} className="pointer-coarse:size-10">
              <X aria-hidden="true" />
            </Button>
          </SheetClose>
        </div>
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">{children}</div>
      </SheetContent>
    </Sheet>
  )
}

export { InboxCustomerSheet }

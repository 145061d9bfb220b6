'use client'

import { X } from 'lucide-react'
import { FocusReturn } from 'intercom-v0-kit/inbox'
import { supportFormStrings, useStrings } from 'intercom-v0-kit/strings'
import { SupportForm, type SupportFormProps } from '@/components/intercom/support-form'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog'

/** Props of {@link SupportFormDialog}. */
interface SupportFormDialogProps extends SupportFormProps {
  open: boolean
  /** Called when the user closes the dialog. The draft stays. */
  onClose: () => void
  /** Moves the focus after the dialog has closed. */
  onFocusReturn: () => void
}

/** {@link SupportForm} in a dialog. */
function SupportFormDialog({ open, onClose, onFocusReturn, strings, ...props }: SupportFormDialogProps) {
  const t = useStrings('supportForm', supportFormStrings, strings)
  return (
    <Dialog open={open} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent data-slot="support-form-dialog" className="max-h-[min(44rem,88dvh)] max-w-lg sm:p-6">
        <FocusReturn onReturn={onFocusReturn} />
        <DialogHeader className="pe-8">
          <DialogTitle className="text-base">{t('dialogTitle')}</DialogTitle>
          <DialogDescription className="text-sm">{t('dialogDescription')}</DialogDescription>
        </DialogHeader>
        <SupportForm strings={strings} {...props} />
        {/* After the form, so that its first field gets the focus. */}
        <DialogClose asChild>
          <Button type="button" variant="ghost" size="icon-sm" aria-label={t('dismiss')} className="absolute end-2 top-2 pointer-coarse:size-10">
            <X aria-hidden="true" />
          </Button>
        </DialogClose>
      </DialogContent>
    </Dialog>
  )
}

export { SupportFormDialog }

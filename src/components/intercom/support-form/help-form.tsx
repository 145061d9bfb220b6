'use client'

import { lazyPart } from 'intercom-v0-kit/inbox'
import { useHelpForm } from 'intercom-v0-kit/messenger'
import type { SupportFormProps } from '@/components/intercom/support-form'

const SupportFormDialog = lazyPart(async () => (await import('@/components/intercom/support-form/dialog')).SupportFormDialog)

/** Props of {@link HelpForm}. */
type HelpFormProps = Omit<SupportFormProps, 'message'>

/**
 * The form that help buttons with `fallback={{ form: true }}` open in a dialog if the Messenger can't be used. Render it once,
 * at the end of the layout. Its code loads when a button opens it.
 */
function HelpForm(props: HelpFormProps) {
  const { isOpen, message, setOpen, restoreFocus, markFailed } = useHelpForm()
  return (
    <SupportFormDialog
      isWanted={isOpen}
      onWantedChange={(isWanted) => (isWanted ? setOpen(true) : markFailed())}
      open={isOpen}
      onClose={() => setOpen(false)}
      onFocusReturn={restoreFocus}
      message={message}
      {...props}
    />
  )
}

export { HelpForm, type HelpFormProps }

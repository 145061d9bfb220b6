'use client'

import { CircleAlert, X } from 'lucide-react'
import * as React from 'react'
import { useSignOut } from 'intercom-v0-kit/messenger'
import { appShellMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'

/** Props of {@link SignOutFailure}. */
interface SignOutFailureProps extends React.ComponentProps<'div'> {
  /** It was put away, and the button that did it is gone: the place to take the focus to. */
  onDismiss?: () => void
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** Says that somebody is signed in still who wanted to leave, tries again, and can be put away. Empty while all is well. */
function SignOutFailure({ onDismiss, messages, className, ...props }: SignOutFailureProps) {
  const t = useMessages('appShell', appShellMessages, messages)
  const { signOut, state } = useSignOut()
  const [seen, setSeen] = React.useState(state)
  const [isOpen, setOpen] = React.useState(state === 'failed')
  if (seen !== state) {
    setSeen(state)
    // While it is tried again the strip stays, and the focus in it.
    if (state !== 'busy') setOpen(state === 'failed')
  }
  const isBusy = state === 'busy'
  return (
    // Always there: a live region that comes together with its text is often not read.
    <div
      role="alert"
      data-slot="sign-out-failure"
      className={cn(
        'flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-muted py-1.5 ps-4 pe-2 text-sm empty:absolute empty:border-0 empty:p-0',
        className,
      )}
      {...props}
    >
      {isOpen ? (
        <>
          <p className="flex min-w-0 flex-1 basis-40 gap-2">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-destructive" />
            {isBusy ? t('signingOut') : t('signOutFailed')}
          </p>
          <span className="ms-auto flex items-center gap-1">
            <Button
              type="button"
              variant="outline"
              size="sm"
              aria-disabled={isBusy}
              onClick={isBusy ? undefined : signOut}
              className="pointer-coarse:h-10"
            >
              {t('retry')}
            </Button>
            <Button
              type="button"
              variant="ghost"
              size="icon-sm"
              aria-label={t('dismiss')}
              onClick={() => {
                setOpen(false)
                onDismiss?.()
              }}
              className="pointer-coarse:size-10"
            >
              <X aria-hidden="true" />
            </Button>
          </span>
        </>
      ) : null}
    </div>
  )
}

export { SignOutFailure, type SignOutFailureProps }

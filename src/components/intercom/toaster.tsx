'use client'

import { cva } from 'class-variance-authority'
import { CircleAlert, X } from 'lucide-react'
import type * as React from 'react'
import { type Toast, useToaster, useToastExit, useToastTimer } from 'intercom-v0-kit/inbox'
import { type StringsProps, toasterStrings, useStrings } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'

const toastVariants = cva(
  [
    'pointer-events-auto flex min-h-11 flex-wrap items-center justify-end gap-2 rounded-lg border py-1.5 ps-3.5 pe-1.5 text-sm shadow-lg',
    'motion-safe:transition-[opacity,translate] motion-safe:duration-200 motion-safe:starting:translate-y-2 motion-safe:starting:opacity-0',
  ],
  {
    variants: {
      kind: {
        // Stands out from every surface. Forced colours draw the border.
        status: 'border-transparent bg-foreground text-background',
        error: 'border-destructive bg-popover text-popover-foreground',
      },
    },
  },
)

/** Props of {@link Toaster}. */
interface ToasterProps extends React.ComponentProps<'section'>, StringsProps {
  /** Milliseconds before a toast closes. Errors stay open. @default 10000 */
  duration?: number | undefined
}

/** Shows toasts with an undo action. Render it once per page. F6 moves the focus to the toasts and back. */
function Toaster({ duration = 10_000, strings, className, ...props }: ToasterProps) {
  const t = useStrings('toaster', toasterStrings, strings)
  const { toasts, isHeld, dismiss, act, rootProps } = useToaster()
  const renderToast = (toast: Toast) => (
    <ToastItem
      key={toast.id}
      toast={toast}
      duration={isHeld ? null : duration}
      dismissLabel={t('dismiss')}
      onDismiss={() => dismiss(toast.id)}
      onAction={() => act(toast.id)}
    />
  )
  return (
    <section
      aria-label={t('label')}
      data-slot="toaster"
      className={cn(
        'pointer-events-none fixed inset-s-0 bottom-4 z-50 mx-4 flex w-[min(22rem,100%-2rem)] flex-col gap-2',
        // In the inbox over the list, which changed. Without a list, it leaves the composer free.
        'in-data-[slot=support-inbox]:absolute @min-[44rem]/inbox:mx-3 @min-[44rem]/inbox:w-[calc(var(--inbox-list-width)-1.5rem)]',
        '@max-[44rem]/inbox:group-data-[view=thread]/inbox:top-18 @max-[44rem]/inbox:group-data-[view=thread]/inbox:bottom-auto',
        className,
      )}
      {...rootProps}
      {...props}
    >
      <ul className="flex flex-col gap-2 empty:hidden">{toasts.error.map(renderToast)}</ul>
      {/* A live region has to exist before its text, or screen readers often skip it. */}
      <div role="status">
        <ul className="flex flex-col gap-2 empty:hidden">{toasts.status.map(renderToast)}</ul>
      </div>
    </section>
  )
}

interface ToastItemProps {
  toast: Toast
  duration: number | null
  dismissLabel: string
  onDismiss: () => void
  onAction: () => void
}

function ToastItem({ toast, duration, dismissLabel, onDismiss, onAction }: ToastItemProps) {
  const { kind, message, action } = toast
  const buttonClassName = kind === 'status' ? 'hover:bg-background/15 hover:text-background' : ''
  useToastTimer(toast, duration)
  const ref = useToastExit(toast)
  return (
    <li ref={ref} data-slot="toast" data-kind={kind} className={toastVariants({ kind })}>
      {/* Large text wraps above the buttons. */}
      <div className="flex min-w-0 flex-1 basis-28 items-center gap-2">
        {kind === 'error' ? <CircleAlert aria-hidden="true" className="size-4 shrink-0 text-destructive" /> : null}
        <p role={kind === 'error' ? 'alert' : undefined} className="min-w-0 flex-1 wrap-anywhere [unicode-bidi:plaintext]">
          {message}
        </p>
      </div>
      {action ? (
        <Button type="button" variant="ghost" size="sm" onClick={onAction} className={cn('pointer-coarse:h-10', buttonClassName)}>
          {action.label}
        </Button>
      ) : null}
      <Button
        type="button"
        variant="ghost"
        size="icon-sm"
        aria-label={dismissLabel}
        onClick={onDismiss}
        className={cn('pointer-coarse:size-10', buttonClassName)}
      >
        <X aria-hidden="true" />
      </Button>
    </li>
  )
}

export { Toaster, type ToasterProps }

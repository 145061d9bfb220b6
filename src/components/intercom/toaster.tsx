'use client'

import { cva } from 'class-variance-authority'
import { CircleAlert, X } from 'lucide-react'
import * as React from 'react'
import { type MessageTable, toasterMessages, useMessages } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { type Toast, toasts } from 'intercom-v0-kit/inbox'
import { cn } from '@/lib/utils'

const none: readonly Toast[] = []

const toastVariants = cva(
  [
    'pointer-events-auto flex min-h-11 flex-wrap items-center justify-end gap-2 rounded-lg border bg-popover py-1.5 ps-3.5 pe-1.5 text-sm text-popover-foreground shadow-lg',
    'motion-safe:transition-[opacity,translate] motion-safe:duration-200 motion-safe:starting:-translate-y-2 motion-safe:starting:opacity-0',
  ],
  { variants: { kind: { status: '', error: 'border-destructive' } } },
)

/** Props of {@link Toaster}. */
interface ToasterProps extends React.ComponentProps<'section'> {
  /** Milliseconds after which a toast goes that is no error. It waits while the pointer or the focus is on one. Default 10,000. */
  duration?: number
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/**
 * Shows the toasts of the page: what was done, with a way to undo it. One on a page. The focus never goes there by
 * itself: F6 takes it there, and back.
 */
function Toaster({ duration = 10_000, messages, className, ...props }: ToasterProps) {
  const t = useMessages('toaster', toasterMessages, messages)
  const shown = React.useSyncExternalStore(toasts.subscribe, toasts.get, () => none)
  const [isHeld, setHeld] = React.useState(false)
  const root = React.useRef<HTMLElement>(null)
  const cameFrom = React.useRef<HTMLElement>(null)

  const goBack = React.useCallback(() => {
    const target = cameFrom.current
    cameFrom.current = null
    if (target?.isConnected) target.focus({ preventScroll: true })
  }, [])

  React.useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const button = root.current?.querySelector<HTMLElement>('li button')
      if (!button) return
      event.preventDefault()
      if (root.current?.contains(document.activeElement)) goBack()
      else button.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [goBack])

  // Another has taken the place of the one with the focus.
  React.useEffect(() => {
    if (!cameFrom.current || document.activeElement !== document.body) return
    goBack()
    setHeld(false)
  }, [shown, goBack])

  // What is said here is of this page: the next one has its own.
  React.useEffect(() => () => toasts.clear(), [])

  // The pointer is on nothing any more.
  if (isHeld && shown.length === 0) setHeld(false)

  const leave = (take: () => void) => {
    const wasInside = root.current?.contains(document.activeElement)
    take()
    if (!wasInside) return
    // A button that goes away tells nobody that it has lost the focus.
    setHeld(false)
    goBack()
  }
  const item = (toast: Toast) => (
    <ToastItem
      key={toast.id}
      toast={toast}
      duration={isHeld ? null : duration}
      dismissLabel={t('dismiss')}
      onDismiss={() => leave(() => toasts.dismiss(toast.id))}
      onAction={() => leave(() => toasts.act(toast.id))}
    />
  )
  // The newest first.
  const items: Record<Toast['kind'], React.ReactNode[]> = { error: [], status: [] }
  for (const toast of shown) items[toast.kind].unshift(item(toast))

  return (
    <section
      ref={root}
      aria-label={t('label')}
      data-slot="toaster"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(root.current?.contains(document.activeElement) ?? false)}
      onFocus={(event) => {
        const from = event.relatedTarget
        if (!event.currentTarget.contains(from)) cameFrom.current = from instanceof HTMLElement ? from : null
        setHeld(true)
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        const stays = currentTarget.contains(relatedTarget)
        if (!stays) cameFrom.current = null
        setHeld(stays)
      }}
      className={cn(
        // Below the header of whatever is there, over what was read long ago: what is pressed is above it, or at the end.
        'pointer-events-none fixed inset-x-0 top-18 z-50 mx-auto flex w-[min(22rem,100%-2rem)] flex-col gap-2',
        className,
      )}
      {...props}
    >
      <ul className="flex flex-col gap-2 empty:hidden">{items.error}</ul>
      {/* Always there: a region that comes with its words is often not read. */}
      <div role="status">
        <ul className="flex flex-col gap-2 empty:hidden">{items.status}</ul>
      </div>
    </section>
  )
}

interface ToastItemProps {
  toast: Toast
  /** Milliseconds until it goes; null while it is held. */
  duration: number | null
  dismissLabel: string
  onDismiss: () => void
  onAction: () => void
}

function ToastItem({ toast, duration, dismissLabel, onDismiss, onAction }: ToastItemProps) {
  const { id, kind, message, action } = toast
  React.useEffect(() => {
    if (kind === 'error' || duration === null) return
    const timer = setTimeout(() => toasts.dismiss(id), duration)
    return () => clearTimeout(timer)
  }, [id, kind, duration])

  return (
    <li data-slot="toast" data-kind={kind} className={toastVariants({ kind })}>
      {/* Very large words have lines of their own, above the buttons. */}
      <div className="flex min-w-0 flex-1 basis-36 items-center gap-2">
        {kind === 'error' ? <CircleAlert aria-hidden="true" className="size-4 shrink-0 text-destructive" /> : null}
        <p role={kind === 'error' ? 'alert' : undefined} className="min-w-0 flex-1 wrap-anywhere [unicode-bidi:plaintext]">
          {message}
        </p>
      </div>
      {action ? (
        <Button type="button" variant="ghost" size="sm" onClick={onAction} className="text-primary pointer-coarse:h-10">
          {action.label}
        </Button>
      ) : null}
      <Button
        type="button"
        variant="ghost"
        size="icon-sm"
        aria-label={dismissLabel}
        title={dismissLabel}
        onClick={onDismiss}
        className="pointer-coarse:size-10"
      >
        <X aria-hidden="true" />
      </Button>
    </li>
  )
}

export { Toaster, type ToasterProps }

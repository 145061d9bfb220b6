'use client'

import { CircleAlert, CloudOff, Hourglass, Lock, RotateCw, SearchX, Settings2 } from 'lucide-react'
import type * as React from 'react'
import { useErrorDetails } from 'intercom-v0-kit/inbox'
import { type ErrorReason, errorStateStrings, type StringTable, useStrings } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'

const icons: Partial<Record<ErrorReason, typeof CircleAlert>> = {
  unauthorized: Lock,
  forbidden: Lock,
  notFound: SearchX,
  rateLimited: Hourglass,
  upstream: CloudOff,
  timeout: Hourglass,
  configuration: Settings2,
  offline: CloudOff,
}

/** Props of {@link ErrorState}. */
interface ErrorStateProps extends React.ComponentProps<'div'> {
  /** A `RequestError` is explained by its code, any other error as a fault of the app. */
  error: Error
  /** Retries. The button is shown only if a retry can help. */
  onRetry?: (() => void) | undefined
  /** `panel` fills the place of the missing content; `inline` is a strip above content that is still shown. @default 'panel' */
  variant?: 'panel' | 'inline' | undefined
  /** Overrides for the default strings. */
  strings?: Partial<StringTable> | undefined
}

/** Says what happened, whether anything was lost, and what to do. */
function ErrorState({ error, onRetry, variant = 'panel', strings, className, ...props }: ErrorStateProps) {
  const t = useStrings('errorState', errorStateStrings, strings)
  const { code, reason, secondsLeft, isTemporary, requestId } = useErrorDetails(error)
  const Icon = icons[reason] ?? CircleAlert
  const isPanel = variant === 'panel'

  return (
    <div
      role="alert"
      data-slot="error-state"
      data-variant={variant}
      data-code={code}
      className={cn(
        'flex items-center gap-3 text-sm',
        isPanel ? 'm-auto max-w-md flex-col p-6 text-center' : 'border-b bg-muted px-4 py-2',
        className,
      )}
      {...props}
    >
      <span
        aria-hidden="true"
        className={cn(
          'flex shrink-0 items-center justify-center text-muted-foreground',
          isPanel && 'size-10 rounded-full bg-muted',
        )}
      >
        <Icon className={isPanel ? 'size-5' : 'size-4'} />
      </span>
      <div className="flex max-w-full min-w-0 flex-1 flex-col gap-1">
        <p className="font-medium">{t(`${reason}Title`)}</p>
        <p className={cn('text-muted-foreground', isPanel ? 'text-balance' : 'text-xs')}>
          {/* A live region that counted seconds aloud would never be silent. */}
          {secondsLeft > 0 ? (
            <>
              <span aria-hidden="true">{t('rateLimitedWait', { count: secondsLeft })}</span>
              <span className="sr-only">{t('rateLimited')}</span>
            </>
          ) : (
            t(reason, { reason: error.message })
          )}
        </p>
        {isPanel && requestId ? (
          <p className="text-xs text-muted-foreground">
            {t('reference')}
            {/* One click selects the whole id, even the part that is cut off. */}
            <span className="block truncate font-mono text-[0.6875rem] select-all">{requestId}</span>
          </p>
        ) : null}
      </div>
      {onRetry && isTemporary ? (
        <Button type="button" variant="outline" size="sm" onClick={onRetry} className="pointer-coarse:h-10">
          <RotateCw aria-hidden="true" />
          {t('retry')}
        </Button>
      ) : null}
    </div>
  )
}

/** Props of {@link EmptyState}. */
interface EmptyStateProps extends Omit<React.ComponentProps<'div'>, 'title'> {
  /** Icon that takes a class name, such as one of Lucide. */
  icon: React.ComponentType<{ className?: string }>
  /** Says that there is nothing. */
  title: string
  /** Says what would be here, and how to get it. */
  description: string
}

/** Fills the place of content that does not exist yet. Children are shown below the text, for an action. */
function EmptyState({ icon: Icon, title, description, className, children, ...props }: EmptyStateProps) {
  return (
    <div
      data-slot="empty-state"
      className={cn('m-auto flex max-w-xs flex-col items-center gap-1 p-6 text-center text-sm', className)}
      {...props}
    >
      <span className="mb-2 flex size-10 items-center justify-center rounded-full bg-muted text-muted-foreground">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <p className="font-medium">{title}</p>
      <p className="text-balance text-muted-foreground">{description}</p>
      {children ? <div className="mt-3">{children}</div> : null}
    </div>
  )
}

export { EmptyState, ErrorState, type EmptyStateProps, type ErrorStateProps }

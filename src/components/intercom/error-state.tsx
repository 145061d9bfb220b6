'use client'

import { CircleAlert, Clock, CloudOff, RefreshCw, SearchX } from 'lucide-react'
import type * as React from 'react'
import { useErrorDetails } from 'intercom-v0-kit/inbox'
import { type ErrorReason, errorStateStrings, type StringsProps, useStrings } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'

const icons: Partial<Record<ErrorReason, typeof CircleAlert>> = {
  notFound: SearchX,
  rateLimited: Clock,
  upstream: CloudOff,
  timeout: Clock,
  offline: CloudOff,
}

// Reasons that pass without the user. The data loads again by itself.
const waiting = new Set<ErrorReason>(['rateLimited', 'upstream', 'timeout', 'offline'])

/** Props of {@link ErrorState}. */
interface ErrorStateProps extends React.ComponentProps<'div'>, StringsProps {
  /** Error to explain: a `RequestError` by its code, any other as a bug in the app. */
  error: Error
  /** Called when the user retries. The button is shown only for temporary errors, and not during a countdown. */
  onRetry?: (() => void) | undefined
  /** `panel` replaces missing content; `inline` is a strip above content. @default 'panel' */
  variant?: 'panel' | 'inline' | undefined
}

/** Explains an error, what was lost, and what to do. */
function ErrorState({ error, onRetry, variant = 'panel', strings, className, ...props }: ErrorStateProps) {
  const t = useStrings('errorState', errorStateStrings, strings)
  const { code, reason, secondsLeft, isTemporary, requestId } = useErrorDetails(error)
  const Icon = icons[reason] ?? CircleAlert
  const isPanel = variant === 'panel'
  const isWaiting = waiting.has(reason)

  return (
    <div
      role="alert"
      data-slot="error-state"
      data-variant={variant}
      data-code={code}
      data-state={isWaiting ? 'waiting' : 'failed'}
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
          'flex shrink-0 items-center justify-center',
          isWaiting ? 'text-status-waiting' : 'text-muted-foreground',
          isPanel && 'size-10 rounded-full',
          isPanel && (isWaiting ? 'bg-status-waiting-surface' : 'bg-muted'),
        )}
      >
        <Icon className={isPanel ? 'size-5' : 'size-4'} />
      </span>
      <div className="flex max-w-full min-w-0 flex-1 flex-col gap-1">
        <p className="font-medium">{t(`${reason}Title`)}</p>
        <p className={cn('text-muted-foreground', isPanel ? 'text-balance' : 'text-xs')}>
          {/* Screen readers would announce every second of the countdown. */}
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
            {/* One click selects the whole id, even its truncated end. */}
            <span className="block truncate font-mono text-[0.6875rem] select-all">{requestId}</span>
          </p>
        ) : null}
      </div>
      {onRetry && isTemporary && secondsLeft === 0 ? (
        <Button type="button" variant="outline" size="sm" onClick={onRetry} className="pointer-coarse:h-10">
          <RefreshCw aria-hidden="true" />
          {t('retry')}
        </Button>
      ) : null}
    </div>
  )
}

/** Props of {@link EmptyState}. */
interface EmptyStateProps extends Omit<React.ComponentProps<'div'>, 'title'> {
  /** Icon, such as one of Lucide. */
  icon: React.ComponentType<{ className?: string }>
  /** Heading, such as "No conversations". */
  title: string
  /** Explains what will be here, and how to add it. */
  description: string
}

/** Replaces content that doesn't exist yet. `children`, such as a button, go below the text. */
function EmptyState({ icon: Icon, title, description, className, children, ...props }: EmptyStateProps) {
  return (
    <div
      data-slot="empty-state"
      className={cn('m-auto flex max-w-xs flex-col items-center gap-1 p-6 text-center text-sm', className)}
      {...props}
    >
      <span className="mb-2 flex size-10 items-center justify-center rounded-full bg-card text-muted-foreground">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <p className="font-medium">{title}</p>
      <p className="text-balance text-muted-foreground">{description}</p>
      {children ? <div className="mt-3">{children}</div> : null}
    </div>
  )
}

export { EmptyState, type EmptyStateProps, ErrorState, type ErrorStateProps }

'use client'

import { CircleAlert, CloudOff, Hourglass, Lock, RotateCw, SearchX, Settings2 } from 'lucide-react'
import * as React from 'react'
import { type ErrorReason, errorStateMessages, getErrorCode, getErrorReason, type MessageTable, useMessages, useStoppedClock } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { RequestError, type RequestErrorCode } from 'intercom-v0-kit/inbox'
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

const pointless = new Set<RequestErrorCode>(['unauthorized', 'forbidden', 'not_found', 'invalid_request', 'rejected'])

/** Counts down to the moment of the next try, which SWR makes by itself. */
function useCountdown(error: Error): number {
  const wait = error instanceof RequestError ? (error.retryAfter ?? 0) : 0
  const isStopped = useStoppedClock()
  const [waited, setWaited] = React.useState({ error, seconds: 0 })
  React.useEffect(() => {
    if (wait === 0 || isStopped) return
    const timer = setInterval(() => {
      setWaited((before) => ({ error, seconds: before.error === error ? before.seconds + 1 : 1 }))
    }, 1000)
    return () => clearInterval(timer)
  }, [error, isStopped, wait])
  return Math.max(0, wait - (waited.error === error ? waited.seconds : 0))
}

/** Props of {@link ErrorState}. */
interface ErrorStateProps extends React.ComponentProps<'div'> {
  /** What went wrong: a `RequestError` is explained by its code, anything else as a fault of ours. */
  error: Error
  /** Tries again. Offered where another try can help. */
  onRetry?: () => void
  /** `panel` fills the place of what failed to come; `inline` is one strip above what is there already. */
  variant?: 'panel' | 'inline'
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** Says what happened, whether anything was lost, and what to do: in the place of what could not be shown. */
function ErrorState({ error, onRetry, variant = 'panel', messages, className, ...props }: ErrorStateProps) {
  const t = useMessages('errorState', errorStateMessages, messages)
  const left = useCountdown(error)
  const code = getErrorCode(error)
  const reason = getErrorReason(error)
  const Icon = icons[reason] ?? CircleAlert
  const requestId = error instanceof RequestError ? error.requestId : undefined
  const canRetry = onRetry && !pointless.has(code)
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
          {/* The seconds are for the eye: a live region that counted aloud would never be silent. */}
          {left > 0 ? (
            <>
              <span aria-hidden="true">{t('rateLimitedWait', { count: left })}</span>
              <span className="sr-only">{t('rateLimited')}</span>
            </>
          ) : (
            t(reason, { reason: error.message })
          )}
        </p>
        {isPanel && requestId ? (
          <p className="text-xs text-muted-foreground">
            {t('reference')}
            {/* One click selects all of it, seen or not. */}
            <span className="block truncate font-mono text-[0.6875rem] select-all">{requestId}</span>
          </p>
        ) : null}
      </div>
      {canRetry ? (
        <Button type="button" variant="outline" size="sm" onClick={onRetry} className="pointer-coarse:h-10">
          <RotateCw aria-hidden="true" />
          {t('retry')}
        </Button>
      ) : null}
    </div>
  )
}

export { ErrorState, type ErrorStateProps }

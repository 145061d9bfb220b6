'use client'

import { CircleAlert, Clock } from 'lucide-react'
import type * as React from 'react'
import { failureReason, failureReasonMessages, type ThreadWords, useMessages } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { type OutboxMessage, RequestError } from 'intercom-v0-kit/inbox'
import { cn } from '@/lib/utils'

/** Props of {@link MessageDelivery}. */
interface MessageDeliveryProps extends React.ComponentProps<'div'> {
  /** The message on its way. */
  message: OutboxMessage
  /** Tries again what failed, by its id. */
  onRetry?: (id: string) => void
  /** Gives it up, by its id. */
  onDiscard?: (id: string) => void
  /** The thread's words. */
  t: ThreadWords
}

/** How a message on its way stands, and what can be done about one that failed. */
function MessageDelivery({ message, onRetry, onDiscard, t, className, ...props }: MessageDeliveryProps) {
  const reason = useMessages('failureReason', failureReasonMessages)
  const { id, delivery, error } = message
  const isMissing = delivery === 'missing'
  const isRejected = error instanceof RequestError && error.code === 'rejected'
  const failure = isRejected ? t('rejected') : t('notSent', { reason: error ? failureReason(error, reason) : '' })
  const hasFailed = delivery === 'failed' || isMissing
  return (
    <div
      data-slot="message-delivery"
      data-state={delivery}
      className={cn('flex max-w-full flex-wrap items-center justify-end gap-x-1.5 text-end text-xs text-muted-foreground', className)}
      {...props}
    >
      <div className="flex min-w-0 items-start gap-1.5">
        {hasFailed ? (
          <CircleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0 text-destructive" />
        ) : (
          <Clock aria-hidden="true" className="mt-0.5 size-3 shrink-0" />
        )}
        {hasFailed ? (
          <p role="alert" className="text-destructive">
            {isMissing ? t('missing') : failure}
          </p>
        ) : (
          <p>{t(delivery === 'waiting' ? 'waitingToSend' : 'sending')}</p>
        )}
      </div>
      {hasFailed ? (
        <span className="flex">
          <Button type="button" variant="ghost" size="sm" className="h-7 px-2 text-xs pointer-coarse:h-10" onClick={() => onRetry?.(id)}>
            {t(isMissing ? 'sendAgain' : 'retrySending')}
          </Button>
          <Button type="button" variant="ghost" size="sm" className="h-7 px-2 text-xs pointer-coarse:h-10" onClick={() => onDiscard?.(id)}>
            {t('discard')}
          </Button>
        </span>
      ) : null}
    </div>
  )
}

export { MessageDelivery, type MessageDeliveryProps }

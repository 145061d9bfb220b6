'use client'

import { Check, CircleAlert, LoaderCircle } from 'lucide-react'
import type * as React from 'react'
import { fieldStatusMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { type FieldSave, RequestError, type RequestErrorCode } from 'intercom-v0-kit/account'
import { cn } from '@/lib/utils'

const words: Partial<Record<RequestErrorCode, keyof typeof fieldStatusMessages>> = {
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  offline: 'offline',
  rate_limited: 'rateLimited',
  not_configured: 'configuration',
  invalid_request: 'rejected',
  rejected: 'rejected',
}

/** Failures that the same value would meet again. */
const pointless = new Set<RequestErrorCode>(['forbidden', 'invalid_request', 'rejected', 'not_configured'])

/** Props of {@link FieldStatus}. */
interface FieldStatusProps extends React.ComponentProps<'span'> {
  /** How the saving stands. */
  save?: FieldSave
  /** What the field is called: it is said together with "saved". */
  label: string
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** Says beside a field that it is being saved, and that it is; the latter aloud, once. */
function FieldStatus({ save, label, messages, className, ...props }: FieldStatusProps) {
  const t = useMessages('fieldStatus', fieldStatusMessages, messages)
  const status = save?.status
  return (
    <span
      data-slot="field-status"
      data-state={status ?? 'idle'}
      // Where it says nothing, it takes no room.
      className={cn(
        'flex h-5 shrink-0 items-center gap-1 text-xs text-muted-foreground data-[state=failed]:absolute data-[state=idle]:absolute',
        className,
      )}
      {...props}
    >
      <span aria-hidden="true" className="contents">
        {status === 'saving' ? (
          <>
            <LoaderCircle className="size-3.5 motion-safe:animate-spin" />
            {t('saving')}
          </>
        ) : null}
        {status === 'saved' ? (
          <>
            <Check className="size-3.5 text-status-success" />
            {t('saved')}
          </>
        ) : null}
      </span>
      {/* Always there: a live region that comes together with its text is often not read. */}
      <span role="status" className="sr-only">
        {status === 'saved' ? t('savedField', { label }) : null}
      </span>
    </span>
  )
}

/** Props of {@link FieldError}. */
interface FieldErrorProps extends React.ComponentProps<'div'> {
  /** The name of the field, by which the server says what is wrong with it. */
  name: string
  /** What the field is called. */
  label: string
  /** What is wrong with what was typed, before it is sent. */
  problem?: string
  /** How the saving stands. */
  save?: FieldSave
  /** Saves again. Offered where another try can help. */
  onRetry?: () => void
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** Says at a field what is wrong with it, or why it was not saved. Nothing where there is nothing. */
function FieldError({ name, label, problem, save, onRetry, messages, className, id, ...props }: FieldErrorProps) {
  const t = useMessages('fieldStatus', fieldStatusMessages, messages)
  const error = save?.status === 'failed' ? save.error : undefined
  const request = error instanceof RequestError ? error : undefined
  const text =
    problem ??
    request?.fields?.[name] ??
    (error && t((request && words[request.code]) || 'unknown', { reason: request?.message ?? '' }))
  if (!text) return null
  const canRetry = !problem && onRetry && !(request && pointless.has(request.code))
  return (
    <div
      data-slot="field-error"
      className={cn('flex flex-wrap items-start gap-x-3 gap-y-1 text-sm text-destructive', className)}
      {...props}
    >
      <p role="alert" id={id} className="flex min-w-0 flex-1 basis-56 items-start gap-1.5">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span className="wrap-anywhere">{text}</span>
      </p>
      {canRetry ? (
        <Button type="button" variant="outline" size="sm" onClick={onRetry} aria-label={t('retryField', { label })} className="text-foreground">
          {t('retry')}
        </Button>
      ) : null}
    </div>
  )
}

export { FieldError, FieldStatus, type FieldErrorProps, type FieldStatusProps }

'use client'

import { CircleAlert, CloudOff, Hourglass, ShieldAlert, TriangleAlert } from 'lucide-react'
import * as React from 'react'
import { type NewConversationForm, RequestError } from 'intercom-v0-kit/inbox'
import {
  failureReasonStrings, getFailureReason, mayHaveSucceeded, supportFormStrings, useStrings,
} from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { Label } from '@/components/ui/label'
import { cn } from '@/lib/utils'

interface ControlProps {
  id: string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
}

/** Props of {@link FormField}. */
interface FormFieldProps {
  id: string
  label: string
  hint?: string | undefined
  problem?: string | undefined
  /** The control, or a function that gets its attributes. */
  children: React.ReactElement<Partial<ControlProps>> | ((control: ControlProps) => React.ReactNode)
}

/** Label, control, and a hint or a problem. */
function FormField({ id, label, hint, problem, children }: FormFieldProps) {
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  const control: ControlProps = { id, 'aria-invalid': problem !== undefined, 'aria-describedby': describedBy || undefined }
  return (
    <div data-slot="support-form-field" className="flex flex-col gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      {typeof children === 'function' ? children(control) : React.cloneElement(children, control)}
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-muted-foreground">
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p id={`${id}-problem`} className="flex items-start gap-1.5 text-xs text-destructive">
          <CircleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0" />
          {problem}
        </p>
      ) : null}
    </div>
  )
}

/** Props of {@link SendNotice}. */
interface SendNoticeProps extends Pick<NewConversationForm, 'state' | 'error' | 'secondsLeft' | 'isOnline'> {
  isSignedOut?: boolean | undefined
  signInHref?: string | undefined
}

/** Explains why the message can't be sent now, or wasn't. */
function SendNotice({ state, error, secondsLeft, isOnline, isSignedOut = false, signInHref }: SendNoticeProps) {
  const t = useStrings('supportForm', supportFormStrings)
  const reason = useStrings('failureReason', failureReasonStrings)
  const code = error instanceof RequestError ? error.code : null
  const { captcha }: Record<string, string | undefined> = (error instanceof RequestError && error.fields) || {}
  const needsSignIn = isSignedOut || code === 'unauthorized'

  function getFailure(): { icon: typeof CircleAlert; text: string; isCalm?: boolean } | null {
    if (state === 'sending') return null
    if (needsSignIn) return { icon: ShieldAlert, text: t('signedOut'), isCalm: true }
    if (state === 'unclear') return { icon: TriangleAlert, text: t('maybeSent') }
    if (secondsLeft >= 60) return { icon: Hourglass, text: t('waitMinutes', { count: Math.ceil(secondsLeft / 60) }), isCalm: true }
    if (secondsLeft > 0) return { icon: Hourglass, text: t('waitSeconds', { count: secondsLeft }), isCalm: true }
    if (!isOnline) return { icon: CloudOff, text: t('offline'), isCalm: true }
    if (!error || code === 'rate_limited') return null
    if (captcha) return { icon: CircleAlert, text: t('captcha') }
    return { icon: CircleAlert, text: t(mayHaveSucceeded(error) ? 'unclear' : 'notSent', { reason: getFailureReason(error, reason) }) }
  }
  const failure = getFailure()

  return (
    <div role="alert" data-slot="support-form-notice" className="empty:hidden">
      {failure ? (
        <div
          className={cn(
            'flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md px-3 py-2',
            failure.isCalm ? 'bg-status-waiting-surface text-status-waiting' : 'border border-destructive/40 text-destructive',
          )}
        >
          <failure.icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <p className="min-w-0 flex-1 basis-48 wrap-anywhere">
            {/* Screen readers would announce every second of the countdown. */}
            {secondsLeft > 0 && failure.icon === Hourglass ? <span aria-hidden="true">{failure.text}</span> : failure.text}
            {failure.icon === CircleAlert ? ` ${t('kept')}` : null}
          </p>
          {needsSignIn && signInHref ? (
            <Button asChild size="sm" variant="outline" className="text-foreground pointer-coarse:h-10">
              <a href={signInHref}>{t('signIn')}</a>
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

export { FormField, SendNotice }

'use client'

import * as React from 'react'
import { Alert, AlertDescription, AlertTitle } from '@/components/ui/alert'
import { RequestError, type RequestErrorCode, type UpgradeEventState } from 'intercom-v0-kit/account'
import type { subscriptionPanelMessages, Translate } from 'intercom-v0-kit/strings'

type Words = Translate<typeof subscriptionPanelMessages>

const reasons: Partial<Record<RequestErrorCode, keyof typeof subscriptionPanelMessages>> = {
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  rate_limited: 'rateLimited',
  not_configured: 'configuration',
  invalid_request: 'refused',
  rejected: 'refused',
  not_found: 'refused',
}

/** Failures that the next try would meet again. */
const pointless = new Set<RequestErrorCode>(['unauthorized', 'forbidden', 'not_configured'])

/** Whether another try can help. */
function canRetryUpgrade(error?: Error): boolean {
  return !(error instanceof RequestError && pointless.has(error.code))
}

/** Props of {@link UpgradeFailure}. */
interface UpgradeFailureProps {
  /** A Lucide icon, or any other. */
  icon: React.ComponentType<{ className?: string }>
  /** Why there was no checkout. */
  error?: Error
  /** The panel's words. */
  t: Words
}

/** Says what became of the money. Where no answer came nobody can know, and another try is the same payment. */
function UpgradeFailure({ icon: Icon, error, t }: UpgradeFailureProps) {
  const box = React.useRef<HTMLDivElement>(null)
  const code = error instanceof RequestError ? error.code : undefined
  const known = code && reasons[code]
  const unsure = code === 'offline' ? 'unsureOffline' : 'unsure'
  React.useEffect(() => {
    // Where trying again cannot help, the button that was pressed is gone, and the focus with it.
    if (document.activeElement === document.body) box.current?.focus()
  }, [])
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      variant="destructive"
      data-slot="upgrade-failure"
      data-state={known ? 'refused' : 'unsure'}
      className="outline-none"
    >
      <Icon aria-hidden="true" />
      <AlertDescription>
        <AlertTitle>{t(known ? 'failedTitle' : 'unsureTitle')}</AlertTitle>
        <p>{t(known ?? unsure, { reason: error?.message ?? '' })}</p>
      </AlertDescription>
    </Alert>
  )
}

/** Props of {@link UpgradeSuccess}. */
interface UpgradeSuccessProps {
  /** A Lucide icon, or any other. */
  icon: React.ComponentType<{ className?: string }>
  /** The plan that was upgraded to; null before that. */
  plan: string | null
  /** How telling Intercom stands: nothing that whoever has paid needs to know of. */
  event: UpgradeEventState
  /** The panel's words. */
  t: Words
}

/** The good news. What became of the event is for the app: see `onEventFailed`. */
function UpgradeSuccess({ icon: Icon, plan, event, t }: UpgradeSuccessProps) {
  const box = React.useRef<HTMLDivElement>(null)
  const isUpgraded = plan !== null
  React.useEffect(() => {
    // The button that was pressed is gone, and the focus with it.
    if (isUpgraded && document.activeElement === document.body) box.current?.focus()
  }, [isUpgraded])
  return (
    // Always there: a live region that comes together with its text is often not read.
    <div role="status" data-slot="upgrade-success" data-event={event} ref={box} tabIndex={-1} className="outline-none empty:absolute">
      {isUpgraded ? (
        <Alert
          role="presentation"
          className="border-transparent bg-status-success-surface text-status-success forced-colors:border-[CanvasText] [&>svg]:text-status-success"
        >
          <Icon aria-hidden="true" />
          <AlertDescription>
            <AlertTitle>{t('successTitle', { plan })}</AlertTitle>
            <p>{t('success')}</p>
          </AlertDescription>
        </Alert>
      ) : null}
    </div>
  )
}

export { canRetryUpgrade, UpgradeFailure, UpgradeSuccess, type UpgradeFailureProps, type UpgradeSuccessProps }

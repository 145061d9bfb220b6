'use client'

import * as React from 'react'
import { Alert, AlertDescription, AlertTitle } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { UpgradeEventState } from '@/hooks/use-upgrade'
import { RequestError, type RequestErrorCode } from '@/lib/intercom/api-client'
import type { subscriptionPanelMessages } from '@/lib/intercom/messages/subscription-panel'
import type { Translate } from '@/lib/intercom/text'

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
  const known = error instanceof RequestError ? reasons[error.code] : undefined
  return (
    <Alert variant="destructive" data-slot="upgrade-failure" data-state={known ? 'refused' : 'unsure'}>
      <Icon aria-hidden="true" />
      <AlertDescription>
        <AlertTitle>{t(known ? 'failedTitle' : 'unsureTitle')}</AlertTitle>
        <p>{t(known ?? 'unsure', { reason: error?.message ?? '' })}</p>
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
  /** How telling Intercom stands. */
  event: UpgradeEventState
  /** Tells Intercom once more. */
  onRetry?: () => void
  /** The panel's words. */
  t: Words
}

/** The good news, and in small print what became of the event. */
function UpgradeSuccess({ icon: Icon, plan, event, onRetry, t }: UpgradeSuccessProps) {
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
            {event === 'late' ? <p className="text-xs">{t('eventLate')}</p> : null}
            {event === 'failed' ? (
              <p className="text-xs">
                {t('eventFailed')}{' '}
                <Button type="button" variant="link" size="sm" onClick={onRetry} className="h-6 px-0 text-xs underline">
                  {t('retryEvent')}
                </Button>
              </p>
            ) : null}
          </AlertDescription>
        </Alert>
      ) : null}
    </div>
  )
}

export { UpgradeFailure, UpgradeSuccess, type UpgradeFailureProps, type UpgradeSuccessProps }

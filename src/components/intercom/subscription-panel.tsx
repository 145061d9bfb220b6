'use client'

import { Check, CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react'
import * as React from 'react'
import {
  type CheckoutOptions, formatPrice, getUpgradeFailure, type PaidUpgrade, type SubscriptionOptions, type SubscriptionPlan, type UpgradeEventState,
  type UpgradeState, useFocusRescue, useSubscription,
} from 'intercom-v0-kit/account'
import { type StringsProps, subscriptionPanelStrings, useLocale, useStrings } from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Alert, AlertDescription, AlertTitle } from '@/components/ui/alert'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardContent, CardDescription, CardFooter, CardHeader } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import { cn } from '@/lib/utils'

/** Usage of a limited feature. */
export interface SubscriptionUsage {
  /** Name of the feature, such as "Seats". */
  label: string
  used: number
  limit: number
}

/** Props of {@link SubscriptionPanel}. */
interface SubscriptionPanelProps extends React.ComponentProps<'section'>, SubscriptionOptions, StringsProps {
  /** Usage of the current plan. */
  usage?: readonly SubscriptionUsage[]
  /** Called when the event can't be sent to Intercom. The user doesn't see this. Default: log an error in the browser. */
  onEventFailed?: ((error: Error, upgrade: PaidUpgrade) => void) | undefined
  /** Upgrade to `nextPlan` that your server has confirmed, paid while the user was away. Sends the event and shows the success. */
  paid?: PaidUpgrade | undefined
}

/** Props of {@link SubscriptionPanelView}. */
interface SubscriptionPanelViewProps extends Omit<SubscriptionPanelProps, keyof CheckoutOptions> {
  /** State of the upgrade. @default 'idle' */
  state?: UpgradeState
  /** Error of the checkout, if `state` is `failed`. */
  error?: Error | undefined
  /** State of the event sent to Intercom. @default 'sent' */
  event?: UpgradeEventState
  /** Called when the user starts or retries the upgrade. */
  onUpgrade?: (() => void) | undefined
}

/**
 * Renders the current plan, its usage and an upgrade to the next plan. After the checkout, sends the event
 * `subscription_upgraded` to Intercom.
 */
function SubscriptionPanel({ plan, nextPlan, onCheckout, onRedirect, onUpgraded, onEventFailed, paid, ...props }: SubscriptionPanelProps) {
  const { start, ...subscription } = useSubscription({ plan, nextPlan, onCheckout, onRedirect, onUpgraded, onEventFailed, paid })
  return <SubscriptionPanelView {...props} {...subscription} onUpgrade={start} />
}

/** Renders a subscription from props, in any state. */
function SubscriptionPanelView({
  plan, nextPlan, usage = [], state = 'idle', error, event = 'sent', onUpgrade, strings, className, ...props
}: SubscriptionPanelViewProps) {
  const t = useStrings('subscriptionPanel', subscriptionPanelStrings, strings)
  const { locale } = useLocale()
  const id = React.useId()
  const isUpgraded = state === 'upgraded'
  const isPaying = state === 'paying'
  const failure = state === 'failed' ? getUpgradeFailure(error, t) : null
  const successRef = useFocusRescue<HTMLDivElement>(isUpgraded)
  const failureRef = useFocusRescue<HTMLDivElement>(failure !== null)
  const shown = isUpgraded && nextPlan ? nextPlan : plan
  const offered = isUpgraded ? null : nextPlan
  const formatPlanPrice = (of: SubscriptionPlan) =>
    of.amount === 0 ? t('free') : t(of.interval === 'year' ? 'yearly' : 'monthly', { price: formatPrice(of, locale) })

  return (
    <section
      data-slot="subscription-panel"
      data-state={state}
      aria-labelledby={`${id}-plan`}
      className={cn('flex max-w-xl flex-col gap-4', className)}
      {...props}
    >
      {/* A live region has to exist before its text, or screen readers often skip it. */}
      <div role="status" data-slot="upgrade-success" data-event={event} ref={successRef} tabIndex={-1} className="outline-none empty:absolute">
        {isUpgraded ? (
          <Alert
            role="presentation"
            className="border-transparent bg-status-success-surface text-status-success forced-colors:border-[CanvasText] [&>svg]:text-status-success"
          >
            <CircleCheck aria-hidden="true" />
            <AlertDescription>
              <AlertTitle>{t('successTitle', { plan: shown.name })}</AlertTitle>
              <p>{t('success')}</p>
            </AlertDescription>
          </Alert>
        ) : null}
      </div>
      <Card>
        <CardHeader>
          <h3 id={`${id}-plan`} className="text-sm text-muted-foreground">
            {t('current')}
          </h3>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg font-semibold">
            <PlainText text={shown.name} />
            <Badge variant="secondary">{formatPlanPrice(shown)}</Badge>
          </p>
        </CardHeader>
        {/* Hidden after an upgrade, because the new plan's limits are unknown. */}
        {usage.length > 0 && !isUpgraded ? (
          <CardContent>
            <ul aria-label={t('usage')} className="flex flex-col gap-3">
              {usage.map(({ label, used, limit }) => {
                const isUsedUp = used >= limit
                const text = t(isUsedUp ? 'usedUp' : 'used', { used, limit })
                return (
                  <li key={label} className="flex flex-col gap-1.5 text-sm">
                    <span className="flex flex-wrap justify-between gap-x-3">
                      <PlainText text={label} />
                      <span className={cn('ms-auto tabular-nums', isUsedUp ? 'text-status-waiting' : 'text-muted-foreground')}>{text}</span>
                    </span>
                    <Progress
                      aria-label={label}
                      aria-valuetext={text}
                      value={limit > 0 ? (used / limit) * 100 : 100}
                      className={isUsedUp ? '*:bg-status-waiting' : '*:bg-muted-foreground'}
                    />
                  </li>
                )
              })}
            </ul>
          </CardContent>
        ) : null}
        {nextPlan ? null : <CardDescription>{t('top')}</CardDescription>}
      </Card>
      {offered ? (
        <Card data-slot="subscription-offer" aria-busy={isPaying}>
          <CardHeader>
            <h3 className="font-semibold">{t('upgradeTitle', { plan: offered.name })}</h3>
            <CardDescription>{formatPlanPrice(offered)}</CardDescription>
          </CardHeader>
          {offered.features?.length ? (
            <CardContent>
              <ul className="flex flex-col gap-1.5 text-sm">
                {offered.features.map((feature) => (
                  <li key={feature} className="flex items-start gap-2">
                    <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-status-success" />
                    <PlainText text={feature} />
                  </li>
                ))}
              </ul>
            </CardContent>
          ) : null}
          {failure ? (
            <Alert
              ref={failureRef}
              tabIndex={-1}
              variant="destructive"
              data-slot="upgrade-failure"
              data-state={failure.isRefused ? 'refused' : 'unsure'}
              className="outline-none"
            >
              <CircleAlert aria-hidden="true" />
              <AlertDescription>
                <AlertTitle>{failure.title}</AlertTitle>
                <p>{failure.text}</p>
              </AlertDescription>
            </Alert>
          ) : null}
          {failure && !failure.canRetry ? null : (
            <CardFooter>
              {/* Not disabled while busy, because a disabled button loses the focus. */}
              <Button
                type="button"
                aria-disabled={isPaying}
                onClick={isPaying ? undefined : onUpgrade}
                className="max-w-full aria-disabled:cursor-progress"
              >
                {isPaying ? <LoaderCircle aria-hidden="true" className="motion-safe:animate-spin" /> : null}
                <span className="truncate">{failure ? t('retry') : isPaying ? t('paying') : t('upgrade', { plan: offered.name })}</span>
              </Button>
            </CardFooter>
          )}
        </Card>
      ) : null}
    </section>
  )
}

export { SubscriptionPanel, SubscriptionPanelView, type SubscriptionPanelProps, type SubscriptionPanelViewProps }

'use client'

import { Check, CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react'
import * as React from 'react'
import { type MessageTable, subscriptionPanelMessages, useLocale, useMessages } from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { canRetryUpgrade, UpgradeFailure, UpgradeSuccess } from '@/components/intercom/upgrade-result'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardContent, CardDescription, CardFooter, CardHeader } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import type { UpgradeEventState, UpgradeState } from 'intercom-v0-kit/account'
import { cn } from '@/lib/utils'

/** A plan that people pay for. */
export interface SubscriptionPlan {
  /** The app's own id of it. */
  id: string
  /** What it is called. */
  name: string
  /** What it costs, in the smallest unit of the currency (cents). 0 is free. */
  amount: number
  /** The currency, as ISO 4217 names it: `EUR`. */
  currency: string
  /** For how long that pays. */
  interval: 'month' | 'year'
  /** What is in it, a line each. */
  features?: readonly string[]
}

/** How much is used of something that a plan limits. */
export interface SubscriptionUsage {
  /** What it is: "Seats". */
  label: string
  used: number
  /** How much the plan has of it. */
  limit: number
}

/** What both forms of the panel show. */
export interface SubscriptionPanelData extends React.ComponentProps<'section'> {
  /** The plan that is paid for now. */
  plan: SubscriptionPlan
  /** The plan to upgrade to; null where there is none above. */
  nextPlan: SubscriptionPlan | null
  /** How much of the plan is used. */
  usage?: readonly SubscriptionUsage[]
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** Props of {@link SubscriptionPanelView}. */
interface SubscriptionPanelViewProps extends SubscriptionPanelData {
  /** How the upgrade stands. */
  state?: UpgradeState
  /** Why there was no checkout. */
  error?: Error
  /** How telling Intercom stands. */
  event?: UpgradeEventState
  /** Begins the upgrade, or tries it again. */
  onUpgrade?: () => void
}

/** A price as the reader's language writes it, without cents where there are none. */
function formatPrice({ amount, currency }: SubscriptionPlan, locale: string): string {
  const options = { style: 'currency', currency } as const
  const digits = new Intl.NumberFormat(locale, options).resolvedOptions().maximumFractionDigits ?? 2
  const value = amount / 10 ** digits
  return new Intl.NumberFormat(locale, { ...options, minimumFractionDigits: Number.isInteger(value) ? 0 : digits }).format(value)
}

/** A subscription from data alone: the plan, how much of it is used, and the one above it. */
function SubscriptionPanelView({
  plan,
  nextPlan,
  usage = [],
  state = 'idle',
  error,
  event = 'sent',
  onUpgrade,
  messages,
  className,
  ...props
}: SubscriptionPanelViewProps) {
  const t = useMessages('subscriptionPanel', subscriptionPanelMessages, messages)
  const { locale } = useLocale()
  const id = React.useId()
  const isUpgraded = state === 'upgraded'
  const shown = isUpgraded && nextPlan ? nextPlan : plan
  const offered = isUpgraded ? null : nextPlan
  const canUpgrade = state !== 'failed' || canRetryUpgrade(error)
  const price = (of: SubscriptionPlan) =>
    of.amount === 0 ? t('free') : t(of.interval === 'year' ? 'yearly' : 'monthly', { price: formatPrice(of, locale) })

  return (
    <section
      data-slot="subscription-panel"
      data-state={state}
      aria-labelledby={`${id}-plan`}
      className={cn('flex max-w-xl flex-col gap-4', className)}
      {...props}
    >
      <UpgradeSuccess icon={CircleCheck} plan={isUpgraded ? shown.name : null} event={event} t={t} />
      <Card>
        <CardHeader>
          <h3 id={`${id}-plan`} className="text-sm text-muted-foreground">
            {t('current')}
          </h3>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg font-semibold">
            <PlainText text={shown.name} />
            <Badge variant="secondary">{price(shown)}</Badge>
          </p>
        </CardHeader>
        {/* Of the plan that is gone: what the new one has is for the app to say. */}
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
                      // The accent is for the upgrade, which is the one thing to do here.
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
        <Card data-slot="subscription-offer" aria-busy={state === 'paying'}>
          <CardHeader>
            <h3 className="font-semibold">{t('upgradeTitle', { plan: offered.name })}</h3>
            <CardDescription>{price(offered)}</CardDescription>
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
          {state === 'failed' ? <UpgradeFailure icon={CircleAlert} error={error} t={t} /> : null}
          {canUpgrade ? (
            <CardFooter>
              {/* Not disabled while it works: a disabled button loses the focus, and with it the place on the page. */}
              <Button
                type="button"
                aria-disabled={state === 'paying'}
                onClick={state === 'paying' ? undefined : onUpgrade}
                className="max-w-full aria-disabled:cursor-progress"
              >
                {state === 'paying' ? (
                  <LoaderCircle aria-hidden="true" className="motion-safe:animate-spin" />
                ) : null}
                <span className="truncate">
                  {state === 'failed' ? t('retry') : state === 'paying' ? t('paying') : t('upgrade', { plan: offered.name })}
                </span>
              </Button>
            </CardFooter>
          ) : null}
        </Card>
      ) : null}
    </section>
  )
}

export { SubscriptionPanelView, type SubscriptionPanelViewProps }

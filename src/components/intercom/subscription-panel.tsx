'use client'

import * as React from 'react'
import { SubscriptionPanelView, type SubscriptionPanelData } from '@/components/intercom/subscription-panel-view'
import { type PaidUpgrade, useUpgrade } from 'intercom-v0-kit/account'
import type { CheckoutResponse } from 'intercom-v0-kit/contracts'

/** Props of {@link SubscriptionPanel}. */
interface SubscriptionPanelProps extends SubscriptionPanelData {
  /** Begins a checkout, or does all of it. `attempt` is the same in each try of one checkout. Default: `POST /api/stripe/checkout`. */
  onCheckout?: (plan: string, attempt: string) => Promise<CheckoutResponse>
  /** Goes to where one pays. Default: the browser leaves the page. */
  onRedirect?: (url: string) => void
  /** The upgrade is paid: time to ask for the account anew. */
  onUpgraded?: (upgrade: PaidUpgrade) => void
  /**
   * Intercom could not be told of a paid upgrade, however often it was tried. Have your server tell it, or log it: whoever
   * has paid hears nothing of it. Default: a line in the console.
   */
  onEventFailed?: (error: Error, upgrade: PaidUpgrade) => void
  /**
   * An upgrade that was paid while the page was left, as your server has confirmed it. Intercom is told, and the success is
   * shown. `nextPlan` is what was upgraded to.
   */
  paid?: PaidUpgrade
}

/**
 * The plan, how much of it is used, and the way to a larger one: the checkout, then the event `subscription_upgraded`,
 * then the good news. An event that fails is tried again, and takes nothing back of what was paid, nor of the good news;
 * where it fails for good, the app is told.
 */
function SubscriptionPanel({ onCheckout, onRedirect, onUpgraded, onEventFailed, paid, ...props }: SubscriptionPanelProps) {
  // What was upgraded to stays what the panel is about, also when the app knows of the new plan and has a next one.
  const [bought, setBought] = React.useState<Pick<SubscriptionPanelData, 'plan' | 'nextPlan'> | null>(null)
  const { plan, nextPlan } = bought ?? props
  const { state, error, event, start } = useUpgrade({
    target: {
      plan: nextPlan?.id ?? '',
      metadata: {
        plan: nextPlan?.name ?? '',
        previous_plan: plan.name,
        billing_interval: nextPlan?.interval ?? '',
        price: { amount: nextPlan?.amount ?? 0, currency: (nextPlan?.currency ?? '').toLowerCase() },
      },
    },
    onCheckout,
    onRedirect,
    onUpgraded(upgrade) {
      setBought({ plan, nextPlan })
      onUpgraded?.(upgrade)
    },
    onEventFailed,
    paid,
  })
  return (
    <SubscriptionPanelView
      {...props}
      plan={plan}
      nextPlan={nextPlan}
      state={state}
      error={error}
      event={event}
      onUpgrade={start}
    />
  )
}

export { SubscriptionPanel, type SubscriptionPanelProps }

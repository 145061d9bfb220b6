'use client'

import * as React from 'react'
import { type CheckoutOptions, type Upgrade, useUpgrade } from './use-upgrade.ts'

/** A plan that users pay for. */
export interface SubscriptionPlan {
  /** The app's own id. */
  id: string
  name: string
  /** Price in the smallest unit of the currency (cents). 0 is free. */
  amount: number
  /** ISO 4217 code, such as `EUR`. */
  currency: string
  /** Period that the price covers. */
  interval: 'month' | 'year'
  /** Features of the plan, a line each. */
  features?: readonly string[] | undefined
}

/** Options of {@link useSubscription}. */
export interface SubscriptionOptions extends CheckoutOptions {
  /** The current plan. */
  plan: SubscriptionPlan
  /** The plan to upgrade to, or `null`. */
  nextPlan: SubscriptionPlan | null
}

/** Returned by {@link useSubscription}. */
export interface Subscription extends Omit<Upgrade, 'retryEvent'>, Pick<SubscriptionOptions, 'plan' | 'nextPlan'> {}

/**
 * Upgrades a subscription from one plan to the next, and tells Intercom with the event `subscription_upgraded`. After an
 * upgrade `plan` and `nextPlan` stay what they were, even if the app passes newer ones.
 */
export function useSubscription({ plan, nextPlan, onUpgraded, ...options }: SubscriptionOptions): Subscription {
  const [bought, setBought] = React.useState<Pick<Subscription, 'plan' | 'nextPlan'> | null>(null)
  const shown = bought ?? { plan, nextPlan }
  const next = shown.nextPlan
  const { state, error, event, start } = useUpgrade({
    ...options,
    target: {
      plan: next?.id ?? '',
      metadata: {
        plan: next?.name ?? '',
        previous_plan: shown.plan.name,
        billing_interval: next?.interval ?? '',
        price: { amount: next?.amount ?? 0, currency: (next?.currency ?? '').toLowerCase() },
      },
    },
    onUpgraded(upgrade) {
      setBought(shown)
      onUpgraded?.(upgrade)
    },
  })
  return { ...shown, state, error, event, start }
}

/** Formats a plan's price in a language, without cents if there are none. */
export function formatPrice({ amount, currency }: Pick<SubscriptionPlan, 'amount' | 'currency'>, locale: string): string {
  const options = { style: 'currency', currency } as const
  const digits = new Intl.NumberFormat(locale, options).resolvedOptions().maximumFractionDigits ?? 2
  const value = amount / 10 ** digits
  return new Intl.NumberFormat(locale, { ...options, minimumFractionDigits: Number.isInteger(value) ? 0 : digits }).format(value)
}

'use client'

import * as React from 'react'
import { useIntercom } from '../messenger/index.ts'
import { API_ROOT, isTemporary, RequestError, requestJson, type RequestErrorCode } from '../shared/api-client.ts'
import { getSession, onSessionEnd } from '../shared/session-end.ts'
import type { AcceptedEvent, CheckoutResponse, EventMetadata } from '../contracts/index.ts'
import type { subscriptionPanelStrings, Translator } from '../strings/index.ts'

/** Automatic retries of the event. */
const MAX_RETRIES = 5

/** The plan to upgrade to. */
export interface UpgradeTarget {
  /** Id of the plan. */
  plan: string
  /** Metadata of the event that tells Intercom about the upgrade. */
  metadata: EventMetadata
}

/** A paid upgrade. */
export interface PaidUpgrade {
  /** Id of the checkout, the same after a reload. */
  checkoutId: string
  /** Id of the plan. */
  plan: string
}

/**
 * State of an upgrade:
 * - `paying`: the checkout is running, or the browser is leaving for the payment page;
 * - `failed`: no checkout was started;
 * - `upgraded`: the upgrade is paid, whether or not Intercom knows.
 */
export type UpgradeState = 'idle' | 'paying' | 'failed' | 'upgraded'

/** State of the event that tells Intercom about an upgrade. `late` means that a retry is scheduled. */
export type UpgradeEventState = 'sending' | 'late' | 'sent' | 'failed'

/** Returned by {@link useUpgrade}. */
export interface Upgrade {
  state: UpgradeState
  /** Why no checkout was started, if `state` is `failed`. */
  error: Error | undefined
  /** State of the event, if `state` is `upgraded`. */
  event: UpgradeEventState
  /** Starts the checkout, or retries the one that failed. */
  start: () => void
  /** Sends the event again. */
  retryEvent: () => void
}

/** Callbacks of an upgrade, and an upgrade that was paid earlier. */
export interface CheckoutOptions {
  /** Starts a checkout, or completes it. `attempt` is the same in each retry. Default: `POST /api/stripe/checkout`. */
  onCheckout?: ((plan: string, attempt: string) => Promise<CheckoutResponse>) | undefined
  /** Opens the payment page. Default: the browser leaves the page. */
  onRedirect?: ((url: string) => void) | undefined
  /** Called when the upgrade is paid. */
  onUpgraded?: ((upgrade: PaidUpgrade) => void) | undefined
  /** Called when all retries of the event failed. Default: log an error. */
  onEventFailed?: ((error: Error, upgrade: PaidUpgrade) => void) | undefined
  /** An upgrade that was paid while the user was away from the page. */
  paid?: PaidUpgrade | undefined
}

/** Options of {@link useUpgrade}. */
export interface UpgradeOptions extends CheckoutOptions {
  target: UpgradeTarget
}

async function postCheckout(plan: string, attempt: string): Promise<CheckoutResponse> {
  return requestJson<CheckoutResponse>(
    '/api/stripe/checkout',
    (answer) => answer.status === 'complete' || (answer.status === 'redirect' && answer.url.startsWith('https://')),
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ plan, attempt }) },
  )
}

async function postEvent(checkoutId: string, metadata: EventMetadata): Promise<void> {
  await requestJson<AcceptedEvent>(`${API_ROOT}/events`, (answer) => answer.accepted === true, {
    method: 'POST',
    // The same in each retry, so that Intercom counts one upgrade.
    headers: { 'content-type': 'application/json', 'idempotency-key': `upgrade-${checkoutId}` },
    body: JSON.stringify({ event_name: 'subscription_upgraded', metadata }),
    keepalive: document.visibilityState === 'hidden',
  })
}

function reportFailedEvent(error: Error, { checkoutId }: PaidUpgrade): void {
  // oxlint-disable-next-line no-console -- The app has no callback that would report it.
  console.error(`[intercom] Intercom was not told of the upgrade ${checkoutId}: ${error.message}`)
}

/** Whether the response proves that no checkout was started: then the next one is a new attempt. */
function isRefusal(error: unknown): boolean {
  return error instanceof RequestError && error.status >= 400 && error.status < 500 && error.code !== 'conflict'
}

/**
 * Starts a checkout, then tells Intercom with the event `subscription_upgraded`. The event can't undo the upgrade: it is
 * retried, even after the component has unmounted, but not after the user has signed out.
 */
export function useUpgrade(options: UpgradeOptions): Upgrade {
  const { paid } = options
  const [progress, setProgress] = React.useState<{ state: UpgradeState; error?: Error }>({ state: 'idle' })
  const [event, setEvent] = React.useState<UpgradeEventState>('sending')
  const { updateUser } = useIntercom()
  const latest = React.useRef(options)
  const attempt = React.useRef<string>(undefined)
  const isBusy = React.useRef(false)
  const sent = React.useRef<PaidUpgrade>(undefined)
  React.useLayoutEffect(() => {
    latest.current = options
  })

  // The next user must not get the checkout of the one before.
  React.useEffect(
    () =>
      onSessionEnd(() => {
        attempt.current = sent.current = undefined
        isBusy.current = false
        setProgress({ state: 'idle' })
      }),
    [],
  )

  const sendEvent = React.useCallback(async (upgrade: PaidUpgrade, metadata: EventMetadata): Promise<void> => {
    const session = getSession()
    sent.current = upgrade
    for (let retries = 0; session === getSession(); retries++) {
      setEvent('sending')
      try {
        await postEvent(upgrade.checkoutId, metadata)
        return setEvent('sent')
      } catch (thrown) {
        const isUnderWay = thrown instanceof RequestError && thrown.code === 'conflict'
        if (retries === MAX_RETRIES || !(isUnderWay || isTemporary(thrown))) {
          setEvent('failed')
          const { onEventFailed = reportFailedEvent } = latest.current
          return onEventFailed(toError(thrown), upgrade)
        }
        const retryAfter = thrown instanceof RequestError ? (thrown.retryAfter ?? 0) : 0
        setEvent('late')
        await new Promise((resolve) => setTimeout(resolve, Math.max(retryAfter, 2 ** retries) * 1000))
      }
    }
  }, [])

  const start = React.useCallback(async (): Promise<void> => {
    if (isBusy.current) return
    isBusy.current = true
    const session = getSession()
    const { target, onCheckout = postCheckout, onRedirect, onUpgraded } = latest.current
    // oxlint-disable-next-line kit/no-unstable-render -- Made by a press, not by a render.
    attempt.current ??= crypto.randomUUID()
    setProgress({ state: 'paying' })
    try {
      const checkout = await onCheckout(target.plan, attempt.current)
      if (session !== getSession()) return
      if (checkout.status === 'redirect') {
        if (onRedirect) onRedirect(checkout.url)
        else location.assign(checkout.url)
        return
      }
      attempt.current = undefined
      setProgress({ state: 'upgraded' })
      const upgrade = { checkoutId: checkout.checkout_id, plan: checkout.plan }
      void sendEvent(upgrade, target.metadata)
      updateUser({ customAttributes: { plan: checkout.plan } })
      onUpgraded?.(upgrade)
    } catch (thrown) {
      if (session !== getSession()) return
      if (isRefusal(thrown)) attempt.current = undefined
      setProgress({ state: 'failed', error: toError(thrown) })
    } finally {
      if (session === getSession()) isBusy.current = false
    }
  }, [sendEvent, updateUser])

  const retryEvent = React.useCallback(() => {
    if (sent.current) void sendEvent(sent.current, latest.current.target.metadata)
  }, [sendEvent])

  const paidId = paid?.checkoutId
  React.useEffect(() => {
    const upgrade = latest.current.paid
    if (!paidId || !upgrade || sent.current?.checkoutId === paidId) return
    setProgress({ state: 'upgraded' })
    void sendEvent(upgrade, latest.current.target.metadata)
  }, [paidId, sendEvent])

  return { ...progress, error: progress.error, event, start: () => void start(), retryEvent }
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}

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
  React.useEffect(() => onSessionEnd(() => setBought(null)), [])
  return { ...shown, state, error, event, start }
}

/** Formats a plan's price in a language, without cents if there are none. */
export function formatPrice({ amount, currency }: Pick<SubscriptionPlan, 'amount' | 'currency'>, locale: string): string {
  const options = { style: 'currency', currency } as const
  const digits = new Intl.NumberFormat(locale, options).resolvedOptions().maximumFractionDigits ?? 2
  const value = amount / 10 ** digits
  return new Intl.NumberFormat(locale, { ...options, minimumFractionDigits: Number.isInteger(value) ? 0 : digits }).format(value)
}

const reasons: Partial<Record<RequestErrorCode, keyof typeof subscriptionPanelStrings>> = {
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  rate_limited: 'rateLimited',
  not_configured: 'configuration',
  invalid_request: 'refused',
  rejected: 'refused',
  not_found: 'refused',
}

const permanent = new Set<RequestErrorCode>(['unauthorized', 'forbidden', 'not_configured'])

/** Why no checkout was started. */
export interface UpgradeFailure {
  title: string
  text: string
  /** Whether the user was certainly not charged. Without a response, a payment may have started. */
  isRefused: boolean
  /** Whether a retry can succeed. A retry is the same payment. */
  canRetry: boolean
}

/**
 * Explains why no checkout was started, and whether the user was charged.
 *
 * @param error thrown by the checkout
 * @param t strings of `subscriptionPanelStrings`
 */
export function getUpgradeFailure(error: Error | undefined, t: Translator<typeof subscriptionPanelStrings>): UpgradeFailure {
  const code = error instanceof RequestError ? error.code : undefined
  const reason = code && reasons[code]
  return {
    title: t(reason ? 'failedTitle' : 'unsureTitle'),
    text: t(reason ?? (code === 'offline' ? 'unsureOffline' : 'unsure'), { reason: error?.message ?? '' }),
    isRefused: reason !== undefined,
    canRetry: !(code && permanent.has(code)),
  }
}

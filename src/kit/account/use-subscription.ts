'use client'

import * as React from 'react'
import { useIntercom } from '../messenger/index.ts'
import { API_ROOT, isTemporary, RequestError, requestJson, type RequestErrorCode } from '../shared/api-client.ts'
import { getSession, onSessionEnd } from '../shared/session.ts'
import type { AcceptedEvent, CheckoutResponse, EventMetadata } from '../contracts/index.ts'
import type { subscriptionPanelStrings, Translator } from '../strings/index.ts'

const MAX_EVENT_RETRIES = 5

/** A paid upgrade. */
export interface PaidUpgrade {
  /** Id of the checkout, the same after a reload. */
  checkoutId: string
  /** Id of the plan. */
  plan: string
}

/**
 * State of an upgrade:
 * - `paying`: the checkout is running, or the browser is opening the payment page
 * - `failed`: no checkout was started
 * - `upgraded`: the upgrade is paid, even if its event couldn't be sent
 */
export type UpgradeState = 'idle' | 'paying' | 'failed' | 'upgraded'

/** State of the event `subscription_upgraded`. `late` means that a retry is scheduled. */
export type UpgradeEventState = 'sending' | 'late' | 'sent' | 'failed'

interface Upgrade {
  state: UpgradeState
  /** Set if `state` is `failed`. */
  error: Error | undefined
  /** Used if `state` is `upgraded`. */
  event: UpgradeEventState
  /** Starts a checkout, or retries the failed one. */
  start: () => void
  retryEvent: () => void
}

/** Callbacks of an upgrade, and an upgrade that was paid earlier. */
export interface CheckoutOptions {
  /** Called to start or complete a checkout. Retries pass the same `attempt`. @default POST /api/stripe/checkout */
  onCheckout?: ((plan: string, attempt: string) => Promise<CheckoutResponse>) | undefined
  /** Called to open the payment page. @default location.assign */
  onRedirect?: ((url: string) => void) | undefined
  /** Called when the upgrade is paid. */
  onUpgraded?: ((upgrade: PaidUpgrade) => void) | undefined
  /** Called when all retries of the event have failed. @default console.error */
  onEventFailed?: ((error: Error, upgrade: PaidUpgrade) => void) | undefined
  /** Upgrade that was paid while the user was on the payment page. */
  paid?: PaidUpgrade | undefined
}

interface UpgradeOptions extends CheckoutOptions {
  /** Id of the plan to buy, and metadata of the event `subscription_upgraded`. */
  target: { plan: string; metadata: EventMetadata }
}

async function postCheckout(plan: string, attempt: string): Promise<CheckoutResponse> {
  return requestJson<CheckoutResponse>(
    '/api/stripe/checkout',
    (body) => body.status === 'complete' || (body.status === 'redirect' && body.url.startsWith('https://')),
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ plan, attempt }) },
  )
}

async function postEvent(checkoutId: string, metadata: EventMetadata): Promise<void> {
  await requestJson<AcceptedEvent>(`${API_ROOT}/events`, (body) => body.accepted === true, {
    method: 'POST',
    // The same in each retry, so that Intercom counts one upgrade.
    headers: { 'content-type': 'application/json', 'idempotency-key': `upgrade-${checkoutId}` },
    body: JSON.stringify({ event_name: 'subscription_upgraded', metadata }),
    keepalive: document.visibilityState === 'hidden',
  })
}

function reportFailedEvent(error: Error, { checkoutId }: PaidUpgrade): void {
  // oxlint-disable-next-line no-console -- No callback reports the error.
  console.error(`[intercom] The event of the upgrade ${checkoutId} couldn't be sent: ${error.message}`)
}

/** Whether the response proves that no checkout was started. The next checkout is then a new attempt. */
function isRefusal(error: unknown): boolean {
  return error instanceof RequestError && error.status >= 400 && error.status < 500 && error.code !== 'conflict'
}

/**
 * Starts a checkout, then tracks `subscription_upgraded`. The event is retried even after the component unmounts, but not after
 * the user signs out.
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

  // The next user must not get this user's checkout.
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
        if (retries === MAX_EVENT_RETRIES || !(isUnderWay || isTemporary(thrown))) {
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
    // oxlint-disable-next-line kit/no-unstable-render -- Runs on a press, not in a render.
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
  /** Id of the plan in your app. */
  id: string
  name: string
  /** Price in the smallest currency unit, such as cents. 0 is free. */
  amount: number
  /** ISO 4217 code, such as `EUR`. */
  currency: string
  interval: 'month' | 'year'
  features?: readonly string[] | undefined
}

/** Options of {@link useSubscription}. */
export interface SubscriptionOptions extends CheckoutOptions {
  plan: SubscriptionPlan
  /** `null` on the largest plan. */
  nextPlan: SubscriptionPlan | null
}

interface Subscription extends Omit<Upgrade, 'retryEvent'>, Pick<SubscriptionOptions, 'plan' | 'nextPlan'> {}

/** Upgrades a subscription to `nextPlan`. After that, the returned plans don't change, even if the app passes newer ones. */
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

/** Formats the price of a plan, without cents if they are zero: `€49`. */
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

/** Explanation of a failed checkout. */
export interface UpgradeFailure {
  title: string
  text: string
  /** Whether the user was certainly not charged. Without a response, a payment may have started. */
  isRefused: boolean
  /** Whether a retry can succeed. A retry is the same payment. */
  canRetry: boolean
}

/** Explains to the user why the checkout failed, and whether they were charged. */
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

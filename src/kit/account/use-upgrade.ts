'use client'

import * as React from 'react'
import { useIntercom } from '../messenger/index.ts'
import { API_ROOT, isTemporary, RequestError, requestJson } from '../shared/api-client.ts'
import type { AcceptedEvent, CheckoutResponse, EventMetadata } from '../contracts/index.ts'

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
    keepalive: true,
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
 * retried, even after the component has unmounted.
 */
export function useUpgrade(options: UpgradeOptions): Upgrade {
  const { paid } = options
  const [progress, setProgress] = React.useState<{ state: UpgradeState; error?: Error }>({ state: 'idle' })
  const [event, setEvent] = React.useState<UpgradeEventState>('sending')
  const { updateUser } = useIntercom()
  const latest = React.useRef(options)
  const attempt = React.useRef<string>(undefined)
  const isBusy = React.useRef(false)
  const told = React.useRef<PaidUpgrade>(undefined)
  React.useLayoutEffect(() => {
    latest.current = options
  })

  const tell = React.useCallback(async (upgrade: PaidUpgrade, metadata: EventMetadata): Promise<void> => {
    told.current = upgrade
    for (let retries = 0; ; retries++) {
      setEvent('sending')
      try {
        await postEvent(upgrade.checkoutId, metadata)
        return setEvent('sent')
      } catch (thrown) {
        const isUnderWay = thrown instanceof RequestError && thrown.code === 'conflict'
        if (retries === MAX_RETRIES || !(isUnderWay || isTemporary(thrown))) {
          setEvent('failed')
          const { onEventFailed = reportFailedEvent } = latest.current
          return onEventFailed(thrown instanceof Error ? thrown : new Error(String(thrown)), upgrade)
        }
        const asked = thrown instanceof RequestError ? (thrown.retryAfter ?? 0) : 0
        setEvent('late')
        await new Promise((resolve) => setTimeout(resolve, Math.max(asked, 2 ** retries) * 1000))
      }
    }
  }, [])

  const start = React.useCallback(async (): Promise<void> => {
    if (isBusy.current) return
    isBusy.current = true
    const { target, onCheckout = postCheckout, onRedirect, onUpgraded } = latest.current
    // oxlint-disable-next-line kit/no-unstable-render -- Made by a press, not by a render.
    attempt.current ??= crypto.randomUUID()
    setProgress({ state: 'paying' })
    try {
      const checkout = await onCheckout(target.plan, attempt.current)
      if (checkout.status === 'redirect') {
        if (onRedirect) onRedirect(checkout.url)
        else location.assign(checkout.url)
        return
      }
      attempt.current = undefined
      setProgress({ state: 'upgraded' })
      const upgrade = { checkoutId: checkout.checkout_id, plan: checkout.plan }
      void tell(upgrade, target.metadata)
      updateUser({ customAttributes: { plan: checkout.plan } })
      onUpgraded?.(upgrade)
    } catch (thrown) {
      if (isRefusal(thrown)) attempt.current = undefined
      setProgress({ state: 'failed', error: thrown instanceof Error ? thrown : new Error(String(thrown)) })
    } finally {
      isBusy.current = false
    }
  }, [tell, updateUser])

  const retryEvent = React.useCallback(() => {
    if (told.current) void tell(told.current, latest.current.target.metadata)
  }, [tell])

  const paidId = paid?.checkoutId
  React.useEffect(() => {
    const upgrade = latest.current.paid
    if (!paidId || !upgrade || told.current?.checkoutId === paidId) return
    setProgress({ state: 'upgraded' })
    void tell(upgrade, latest.current.target.metadata)
  }, [paidId, tell])

  return { ...progress, error: progress.error, event, start: () => void start(), retryEvent }
}

'use client'

import * as React from 'react'
import { useIntercom } from '../messenger/index.ts'
import { API_ROOT, isTemporary, RequestError, requestJson } from '../shared/api-client.ts'
import type { AcceptedEvent, CheckoutResponse, EventMetadata } from '../contracts/index.ts'

/** Tries of the event, after the first, that are made without anybody asking. */
const MAX_RETRIES = 5

/** What is being upgraded to. */
export interface UpgradeTarget {
  /** The id of the plan. */
  plan: string
  /** What Intercom is told about the upgrade: the metadata of the event. */
  metadata: EventMetadata
}

/** An upgrade that was paid. */
export interface PaidUpgrade {
  /** The checkout's id, the same however often the page asks. */
  checkoutId: string
  /** The id of the plan. */
  plan: string
}

/**
 * How an upgrade stands:
 * - `paying`: the checkout is under way, or the browser is on its way to where one pays;
 * - `failed`: there was no checkout;
 * - `upgraded`: it is paid, whatever becomes of the event.
 */
export type UpgradeState = 'idle' | 'paying' | 'failed' | 'upgraded'

/** How the telling stands: `late` is between two tries. */
export type UpgradeEventState = 'sending' | 'late' | 'sent' | 'failed'

/** What {@link useUpgrade} gives. */
export interface Upgrade {
  state: UpgradeState
  /** Why there was no checkout, where `state` is `failed`. */
  error: Error | undefined
  /** How telling Intercom stands, where `state` is `upgraded`. */
  event: UpgradeEventState
  /** Begins the checkout; where it failed, tries the same one again. */
  start: () => void
  /** Tells Intercom once more. */
  retryEvent: () => void
}

/** What {@link useUpgrade} takes. */
export interface UpgradeOptions {
  target: UpgradeTarget
  /** Begins a checkout, or does all of it. Default: `POST /api/stripe/checkout`. */
  onCheckout?: (plan: string, attempt: string) => Promise<CheckoutResponse>
  /** Goes to where one pays. Default: the browser leaves the page. */
  onRedirect?: (url: string) => void
  /** The upgrade is paid. */
  onUpgraded?: (upgrade: PaidUpgrade) => void
  /** Intercom could not be told, however often it was tried. Default: a line in the console. */
  onEventFailed?: (error: Error, upgrade: PaidUpgrade) => void
  /** An upgrade that was paid while the page was left. */
  paid?: PaidUpgrade
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
    // The same in each try: Intercom counts one upgrade, however often it is told.
    headers: { 'content-type': 'application/json', 'idempotency-key': `upgrade-${checkoutId}` },
    body: JSON.stringify({ event_name: 'subscription_upgraded', metadata }),
    keepalive: true,
  })
}

function reportFailedEvent(error: Error, { checkoutId }: PaidUpgrade): void {
  // oxlint-disable-next-line no-console -- Nobody else would hear of it.
  console.error(`[intercom] Intercom was not told of the upgrade ${checkoutId}: ${error.message}`)
}

/** Whether the answer says for certain that nothing was begun: then the next try is another checkout. */
function isRefusal(error: unknown): boolean {
  return error instanceof RequestError && error.status >= 400 && error.status < 500 && error.code !== 'conflict'
}

/**
 * Pays for a plan and tells Intercom. The two are apart: what became of the event changes nothing of what was paid, and
 * is tried again, also when the component is gone.
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

import type { Principal } from 'intercom-v0-kit/server'
import { ApiError, sha256Hex, readStripeSettings } from 'intercom-v0-kit/server'
import type { CheckoutResponse } from 'intercom-v0-kit/contracts'

// Sells a plan on Stripe's own page. This file is yours.

/** What a checkout is for. */
export interface CheckoutRequest {
  /** Who pays. */
  principal: Extract<Principal, { kind: 'customer' }>
  /** The id of the plan. */
  plan: string
  /** The same in every try of one checkout: another try must not charge again. The customer's browser made it. */
  attempt: string
}

/** Ids of the plans on sale. A price in `STRIPE_PRICE_…` alone sells nothing: users could guess the names of internal plans. */
const PLANS = ['team', 'scale']

/** Milliseconds that Stripe may take. */
const PATIENCE = 20_000

/** Reads the address of Stripe's page from its response. */
function readUrl(session: { url?: unknown } | null): string | undefined {
  const url = String(session?.url)
  if (!URL.canParse(url)) return undefined
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' && /(?:^|\.)stripe\.com$/.test(hostname) ? url : undefined
}

async function toApiError(response: Response): Promise<ApiError> {
  const { status } = response
  const refusal: { error?: { type?: unknown } } | null = await response.json().catch(() => null)
  const reason = `Stripe answered ${status} ${refusal?.error?.type ?? ''}`.trim()
  if (status === 401 || status === 403) {
    return new ApiError('not_configured', { message: 'Stripe does not accept STRIPE_SECRET_KEY.', reason })
  }
  if (status === 429) return new ApiError('rate_limited', { retryAfter: 2, reason })
  if (status >= 500) return new ApiError('upstream_unavailable', { message: 'Stripe does not answer.', reason })
  return new ApiError('rejected', { message: 'Stripe did not accept this plan.', reason })
}

/**
 * Begins a checkout on Stripe's page. What the plan costs is the price that a variable names: `STRIPE_PRICE_TEAM` for
 * the plan `team`.
 *
 * What was paid is told by Stripe's webhook, and by nothing that a browser sends: change the plan there.
 *
 * https://docs.stripe.com/api/checkout/sessions/create
 *
 * @throws ApiError `not_configured` without `STRIPE_SECRET_KEY`, `rejected` for a plan that is not for sale
 */
export async function startCheckout({ principal, plan, attempt }: CheckoutRequest): Promise<CheckoutResponse> {
  const { secretKey, appUrl, price } = readStripeSettings(plan)
  if (!price || !PLANS.includes(plan)) {
    throw new ApiError('rejected', {
      message: 'This plan is not for sale here.',
      fields: { plan: 'is not for sale here' },
    })
  }
  const root = appUrl.replace(/\/$/, '')
  let response: Response
  try {
    response = await fetch('https://api.stripe.com/v1/checkout/sessions', {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey}`, 'idempotency-key': await sha256Hex([principal.userId, attempt]) },
      body: new URLSearchParams({
        mode: 'subscription',
        client_reference_id: principal.userId,
        'line_items[0][price]': price,
        'line_items[0][quantity]': '1',
        'metadata[plan]': plan,
        ...(principal.email && { customer_email: principal.email }),
        success_url: `${root}/settings?checkout={CHECKOUT_SESSION_ID}#subscription`,
        cancel_url: `${root}/settings#subscription`,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    })
  } catch {
    throw new ApiError('upstream_unavailable', { message: 'Stripe cannot be reached. Nothing was charged.' })
  }
  if (!response.ok) throw await toApiError(response)
  const url = readUrl(await response.json().catch(() => null))
  if (!url) throw new ApiError('upstream_invalid', { message: 'Stripe sent an answer that cannot be read.' })
  return { status: 'redirect', url }
}

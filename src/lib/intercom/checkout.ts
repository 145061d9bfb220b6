import type { Principal } from 'intercom-v0-kit/server'
import { ApiError, sha256Hex, readStripeSettings } from 'intercom-v0-kit/server'
import type { CheckoutResponse } from 'intercom-v0-kit/contracts'

export interface CheckoutRequest {
  principal: Extract<Principal, { kind: 'customer' }>
  plan: string
  /** Idempotency key from the browser. Retries reuse it, so the customer is charged once. */
  attempt: string
}

/** Plans on sale. A `STRIPE_PRICE_…` variable alone doesn't put a plan on sale, because users could guess its name. */
const PLANS = ['team', 'scale']
const TIMEOUT = 20_000

function readUrl(session: { url?: unknown } | null): string | undefined {
  const url = String(session?.url)
  if (!URL.canParse(url)) return undefined
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' && /(?:^|\.)stripe\.com$/.test(hostname) ? url : undefined
}

async function toApiError(response: Response): Promise<ApiError> {
  const { status } = response
  const refusal: { error?: { type?: unknown } } | null = await response.json().catch(() => null)
  const reason = `Stripe responded with ${status} ${refusal?.error?.type ?? ''}`.trim()
  if (status === 401 || status === 403) {
    return new ApiError('not_configured', { message: 'Stripe does not accept STRIPE_SECRET_KEY. Copy it again from your dashboard at Stripe.', reason })
  }
  if (status === 429) return new ApiError('rate_limited', { retryAfter: 2, reason })
  if (status >= 500) return new ApiError('upstream_unavailable', { message: 'Stripe is not available. Try again in a moment.', reason })
  return new ApiError('rejected', { message: 'Stripe did not accept this plan. Check its price in Stripe.', reason })
}

/**
 * Starts a checkout on Stripe's page. The variable `STRIPE_PRICE_TEAM` holds the price id of the plan `team`. Change the user's
 * plan in Stripe's webhook, never because of a browser's request.
 *
 * @throws ApiError `not_configured` without `STRIPE_SECRET_KEY`, `rejected` if the plan is not on sale
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
      signal: AbortSignal.timeout(TIMEOUT),
    })
  } catch {
    throw new ApiError('upstream_unavailable', { message: 'Stripe cannot be reached. Nothing was charged. Try again in a moment.' })
  }
  if (!response.ok) throw await toApiError(response)
  const url = readUrl(await response.json().catch(() => null))
  if (!url) throw new ApiError('upstream_invalid', { message: 'Stripe sent an invalid response. Nothing was charged. Try again.' })
  return { status: 'redirect', url }
}

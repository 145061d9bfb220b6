/** Replaces `src/lib/intercom/checkout.ts` in Storybook: pays immediately, or fails as the story says. */
import type { CheckoutRequest } from '../src/lib/intercom/checkout.ts'
import type { CheckoutResponse } from '../src/kit/contracts/account.ts'
import { ApiError } from '../src/kit/server/http/errors.ts'

/** Checkout of the current story. */
export interface StoryCheckout {
  /** `pays`, `redirects` to a payment page, `declined` by the bank, `lost` after the charge, or `never` responds. */
  outcome: 'pays' | 'redirects' | 'declined' | 'lost' | 'never'
  charged: string[]
}

export const checkout: StoryCheckout = { outcome: 'pays', charged: [] }

/** Resets the checkout. Call it in a story's `beforeEach`. */
export function resetCheckout(outcome: StoryCheckout['outcome'] = 'pays'): void {
  Object.assign(checkout, { outcome, charged: [] })
}

export async function startCheckout({ plan, attempt }: CheckoutRequest): Promise<CheckoutResponse> {
  const { outcome } = checkout
  if (outcome === 'never') await new Promise(() => {})
  if (outcome === 'declined') throw new ApiError('rejected', { message: 'The card was declined.' })
  if (outcome === 'redirects') return { status: 'redirect', url: 'https://checkout.stripe.com/c/pay/story' }
  if (!checkout.charged.includes(attempt)) checkout.charged.push(attempt)
  if (outcome === 'lost') throw new ApiError('upstream_timeout')
  return { status: 'complete', checkout_id: attempt, plan }
}

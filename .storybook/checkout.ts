/** Stands for `src/lib/intercom/checkout.ts` in Storybook: a card is on file, and pays at once, or does not. */
import type { CheckoutRequest } from '../src/lib/intercom/checkout.ts'
import type { CheckoutResponse } from '../src/kit/contracts/account.ts'
import { ApiError } from '../src/kit/server/http/errors.ts'

/** How the checkout of the story at hand goes. */
export interface StoryCheckout {
  /** `pays`, `redirects` to where one pays, `declined` by the bank, `lost` on the way back, or `never` answered. */
  outcome: 'pays' | 'redirects' | 'declined' | 'lost' | 'never'
  /** The attempts that were charged, each once. */
  charged: string[]
}

/** See {@link StoryCheckout}. */
export const checkout: StoryCheckout = { outcome: 'pays', charged: [] }

/** Begins a new checkout. To be called in a story's `beforeEach`. */
export function resetCheckout(outcome: StoryCheckout['outcome'] = 'pays'): void {
  Object.assign(checkout, { outcome, charged: [] })
}

/** Pays, as the kit's file says. */
export async function startCheckout({ plan, attempt }: CheckoutRequest): Promise<CheckoutResponse> {
  const { outcome } = checkout
  if (outcome === 'never') await new Promise(() => {})
  if (outcome === 'declined') throw new ApiError('rejected', { message: 'The card was declined.' })
  if (outcome === 'redirects') return { status: 'redirect', url: 'https://checkout.stripe.com/c/pay/story' }
  if (!checkout.charged.includes(attempt)) checkout.charged.push(attempt)
  if (outcome === 'lost') throw new ApiError('upstream_timeout')
  return { status: 'complete', checkout_id: attempt, plan }
}

/** The settings of a checkout with Stripe. */
import { configurationError, readVariable, assertServerOnly } from '../environment.ts'

/**
 * Reads what a checkout takes: `STRIPE_SECRET_KEY`, `APP_URL`, where Stripe sends people back to, and the price of a
 * plan, `STRIPE_PRICE_TEAM` for the plan `team`.
 *
 * @returns no price where there is none for the plan
 * @throws ApiError `not_configured`
 */
export function readStripeSettings(plan: string): { secretKey: string; appUrl: string; price: string | undefined } {
  assertServerOnly('STRIPE_SECRET_KEY', 'Stripe')
  const secretKey = readVariable('STRIPE_SECRET_KEY')
  if (!secretKey) throw configurationError('STRIPE_SECRET_KEY is not set, so nothing can be paid for.')
  const appUrl = readVariable('APP_URL')
  if (!appUrl || !/^https?:$/.test(URL.canParse(appUrl) ? new URL(appUrl).protocol : '')) {
    throw configurationError('APP_URL must be the address of the app, such as https://app.example.com.')
  }
  return { secretKey, appUrl, price: readVariable(`STRIPE_PRICE_${plan.toUpperCase().replaceAll('-', '_')}`) }
}

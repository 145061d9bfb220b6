import { configurationError, readVariable, assertServerOnly } from '../environment.ts'

/** Reads the settings of a checkout; `price` comes from `STRIPE_PRICE_TEAM` for the plan `team`. Throws `not_configured`. */
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

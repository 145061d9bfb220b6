import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { POST } from '@/app/api/stripe/checkout/route'
import type { Principal } from 'intercom-v0-kit/server'
import { checkoutResponseSchema } from '@/kit/contracts/account'
import { errorResponseSchema } from '@/kit/contracts/index'
import { onLog } from '@/kit/server/log'

let principal: Principal | null = null
vi.mock('@/lib/intercom/authorize', () => ({ authorize: async () => principal }))

const SECRET = 'canary-stripe-secret'
const attempt = '8d2b51a4-7f5a-4f0e-9d0c-2f1d9a2f4c11'
const context = { params: Promise.resolve({}) }
const stripe = vi.fn<typeof fetch>()
const logged = vi.fn()

function post(body: unknown = { plan: 'team', attempt }): Promise<Response> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return POST(new Request('https://app.example/api/stripe/checkout', init), context)
}

async function failureOf(response: Response) {
  return { status: response.status, ...errorResponseSchema.parse(await response.json()).error }
}

let people = 0
beforeEach(() => {
  // A new user each time, because each user may send ten requests a minute.
  principal = { kind: 'customer', userId: `u${++people}`, email: 'ada@app.example' }
  vi.stubEnv('STRIPE_SECRET_KEY', SECRET)
  vi.stubEnv('STRIPE_PRICE_TEAM', 'price_123')
  vi.stubEnv('APP_URL', 'https://app.example/')
  vi.stubGlobal('fetch', stripe)
  stripe.mockImplementation(async () => Response.json({ url: 'https://checkout.stripe.com/c/pay/1' }))
  onLog(logged)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.resetAllMocks()
  onLog(null)
})

describe('POST /api/stripe/checkout', () => {
  test("responds with the checkout's address, for the price that the server knows", async () => {
    const response = await post()
    expect(response.status).toBe(200)
    const answer = checkoutResponseSchema.parse(await response.json())
    expect(answer).toEqual({ status: 'redirect', url: 'https://checkout.stripe.com/c/pay/1' })
    const [url, init] = stripe.mock.calls[0]!
    expect(url).toBe('https://api.stripe.com/v1/checkout/sessions')
    expect(Object.fromEntries(init?.body as URLSearchParams)).toMatchObject({
      'line_items[0][price]': 'price_123',
      client_reference_id: `u${people}`,
      customer_email: 'ada@app.example',
      success_url: 'https://app.example/settings?checkout={CHECKOUT_SESSION_ID}#subscription',
    })
  })

  test('reuses the idempotency key for a retry, but not for another user', async () => {
    const keyOf = (call: number) => new Headers(stripe.mock.calls[call]?.[1]?.headers).get('idempotency-key')
    await post()
    await post()
    principal = { kind: 'customer', userId: 'somebody-else' }
    await post()
    expect(keyOf(0)).toMatch(/^[0-9a-f]{64}$/)
    expect(keyOf(1)).toBe(keyOf(0))
    expect(keyOf(2)).not.toBe(keyOf(0))
  })

  test.each([
    ['STRIPE_SECRET_KEY', 'not_configured', 'STRIPE_SECRET_KEY'],
    ['APP_URL', 'not_configured', 'APP_URL'],
    ['STRIPE_PRICE_TEAM', 'rejected', 'not for sale'],
  ])('needs %s: otherwise responds with %s and does not call Stripe', async (name, code, words) => {
    vi.stubEnv(name, '')
    const failure = await failureOf(await post())
    expect(failure.code).toBe(code)
    expect(failure.message).toContain(words)
    expect(stripe).not.toHaveBeenCalled()
  })

  test.each([
    [401, 'not_configured'],
    [402, 'rejected'],
    [429, 'rate_limited'],
    [500, 'upstream_unavailable'],
  ])("turns Stripe's status %i into %s without secrets", async (status, code) => {
    stripe.mockImplementation(async () => Response.json({ error: { type: 'card_error', message: SECRET } }, { status }))
    const failure = await failureOf(await post())
    expect(failure.code).toBe(code)
    expect(JSON.stringify([failure, logged.mock.calls])).not.toContain(SECRET)
  })

  test('redirects only to Stripe', async () => {
    stripe.mockImplementation(async () => Response.json({ url: 'https://stripe.com.attacker.test/pay' }))
    expect(await failureOf(await post())).toMatchObject({ status: 502, code: 'upstream_invalid' })
  })

  test.each([['internal-free', 'STRIPE_PRICE_INTERNAL_FREE'], ['TeAm', 'STRIPE_PRICE_TEAM'], ['team_', 'STRIPE_PRICE_TEAM_']])('refuses the plan %s, which is not on sale, although %s is set', async (plan, name) => {
    vi.stubEnv(name, 'price_999')
    expect(await failureOf(await post({ plan, attempt }))).toMatchObject({ code: 'rejected', fields: { plan: 'is not for sale here' } })
    expect(stripe).not.toHaveBeenCalled()
  })

  test('reports a network failure', async () => {
    stripe.mockRejectedValue(new TypeError('fetch failed'))
    expect(await failureOf(await post())).toMatchObject({ status: 503, code: 'upstream_unavailable' })
  })

  test('ignores a price from the browser, and refuses agents and visitors', async () => {
    expect((await failureOf(await post({ plan: 'team', attempt, price: 1 }))).fields).toEqual({ price: 'is not known' })
    expect((await failureOf(await post({ plan: 'team' }))).code).toBe('invalid_request')
    principal = { kind: 'agent', adminId: '1' }
    expect((await failureOf(await post())).status).toBe(403)
    principal = null
    expect((await failureOf(await post())).status).toBe(401)
    expect(stripe).not.toHaveBeenCalled()
  })
})

import { startCheckout } from '@/lib/intercom/checkout'
import { checkoutBodySchema, checkoutResponseSchema } from '@/lib/intercom/contracts/account'
import { handle } from '@/lib/intercom/handler'
import { route } from '@/lib/intercom/route'

/** Begins to pay for a plan. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({
  POST: handle(
    {
      path: '/api/stripe/checkout',
      summary: 'Begins to pay for a plan: answers where to go and pay, or that it is paid.',
      allow: ['customer'],
      limit: { requests: 10, seconds: 60 },
      body: checkoutBodySchema,
      response: checkoutResponseSchema,
    },
    ({ principal, body }) => startCheckout({ principal, ...body }),
  ),
})

import { startCheckout } from '@/lib/intercom/checkout'
import { checkoutBodySchema, checkoutResponseSchema } from 'intercom-v0-kit/contracts'
import { createRoute, createRouteHandler } from 'intercom-v0-kit/server'
import { authorize } from '@/lib/intercom/authorize'

/** Starts a checkout for a plan. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = createRoute(authorize, {
  POST: createRouteHandler(
    {
      path: '/api/stripe/checkout',
      summary: 'Starts a checkout for a plan. Responds with the payment page, or with the completed checkout.',
      allow: ['customer'],
      limit: { requests: 10, seconds: 60 },
      body: checkoutBodySchema,
      response: checkoutResponseSchema,
    },
    ({ principal, body }) => startCheckout({ principal, ...body }),
  ),
})

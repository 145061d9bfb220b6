import { saveAccount } from '@/lib/intercom/account'
import { accountChangesSchema, accountResponseSchema } from 'intercom-v0-kit/contracts'
import { createRoute, createRouteHandler } from 'intercom-v0-kit/server'
import { authorize } from '@/lib/intercom/authorize'

/** Updates fields of the signed-in user's account. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = createRoute(authorize, {
  PATCH: createRouteHandler(
    {
      path: '/api/account',
      summary: "Updates the given fields of the signed-in user's account.",
      allow: ['customer', 'agent'],
      body: accountChangesSchema,
      response: accountResponseSchema,
    },
    async ({ principal, body }) => ({ account: await saveAccount(principal, body) }),
  ),
})

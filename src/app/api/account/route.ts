import { saveAccount } from '@/lib/intercom/account'
import { accountChangesSchema, accountResponseSchema } from '@/lib/intercom/contracts/account'
import { handle } from '@/lib/intercom/handler'
import { route } from '@/lib/intercom/route'

/** Changes fields of the account of whoever is signed in. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({
  PATCH: handle(
    {
      path: '/api/account',
      summary: 'Changes fields of the account of whoever is signed in: those that are given, and no others.',
      allow: ['customer', 'agent'],
      body: accountChangesSchema,
      response: accountResponseSchema,
    },
    async ({ principal, body }) => ({ account: await saveAccount(principal, body) }),
  ),
})

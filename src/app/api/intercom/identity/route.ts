import { identityResponseSchema } from '@/lib/intercom/contracts'
import { handle } from '@/lib/intercom/handler'
import { issueIdentity } from '@/lib/intercom/identity-token'
import { route } from '@/lib/intercom/route'
import { readIdentitySecrets } from '@/lib/intercom/settings'

/** Proves to the Messenger who is signed in. For that customer alone: nobody can ask for another one. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({
  GET: handle(
    {
      path: '/api/intercom/identity',
      summary: 'Proves to the Messenger who is signed in, for that customer alone.',
      allow: ['customer'],
      response: identityResponseSchema,
    },
    ({ principal }) => issueIdentity(principal.userId, readIdentitySecrets(), Math.floor(Date.now() / 1000)),
  ),
})

import { healthResponseSchema } from '@/lib/intercom/contracts'
import { handle } from '@/lib/intercom/handler'
import { checkHealth } from '@/lib/intercom/health'
import { route } from '@/lib/intercom/route'

/** Says what is set up and what is not. For agents. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({
  GET: handle(
    {
      path: '/api/intercom/health',
      summary: 'Says which settings are there and right, whether Intercom accepts the token, and whose it is.',
      allow: ['agent'],
      response: healthResponseSchema,
      limit: { requests: 30, seconds: 60 },
    },
    (call) => checkHealth(() => call.intercom),
  ),
})

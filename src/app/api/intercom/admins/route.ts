import { listAdmins } from '@/lib/intercom/admins'
import { adminsResponseSchema } from '@/lib/intercom/contracts'
import { handle } from '@/lib/intercom/handler'
import { route } from '@/lib/intercom/route'

/** Lists the admins and teams that a conversation can be assigned to. For agents. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({
  GET: handle(
    {
      path: '/api/intercom/admins',
      summary: 'Lists the admins and teams that a conversation can be assigned to.',
      allow: ['agent'],
      response: adminsResponseSchema,
    },
    ({ intercom, principal }) => listAdmins(intercom, principal.adminId),
  ),
})

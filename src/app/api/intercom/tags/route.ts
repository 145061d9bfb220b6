import { tagsResponseSchema } from '@/lib/intercom/contracts'
import { handle } from '@/lib/intercom/handler'
import { route } from '@/lib/intercom/route'
import { listTags } from '@/lib/intercom/tags'

/** Lists the labels that a conversation can have. For agents. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = route({
  GET: handle(
    {
      path: '/api/intercom/tags',
      summary: 'Lists the labels that a conversation can have.',
      allow: ['agent'],
      response: tagsResponseSchema,
    },
    ({ intercom }) => listTags(intercom),
  ),
})

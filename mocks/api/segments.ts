import type { Contact, Segment } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { type Endpoint, ok } from './endpoint.ts'
import { notFound } from './errors.ts'
import { findContact } from './find.ts'
import { readQuery } from './search.ts'
import { contactFields } from './search-fields.ts'

function isIn(workspace: Workspace, segment: Segment): (contact: Contact) => boolean {
  return readQuery(segment.query, contactFields, workspace.app.timezone)
}

function present({ query: _query, ...segment }: Segment): object {
  return segment
}

/** Segments, and who is in them. */
export const segmentEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/segments',
    answer({ workspace, query }) {
      const countOf = (segment: Segment) => workspace.contacts.filter(isIn(workspace, segment)).length
      const counted = query.get('include_count') === 'true'
      const segments = workspace.segments.map((one) => ({ ...present(one), ...(counted && { count: countOf(one) }) }))
      return ok({ type: 'segment.list', segments })
    },
  },
  {
    method: 'GET',
    path: '/segments/{segment_id}',
    answer({ workspace, params }) {
      const segment = workspace.segments.find(({ id }) => id === params.segment_id)
      if (!segment) throw notFound()
      return ok(present(segment))
    },
  },
  {
    method: 'GET',
    path: '/contacts/{contact_id}/segments',
    answer({ workspace, params }) {
      const contact = findContact(workspace, params.contact_id)
      return ok({ type: 'list', data: workspace.segments.filter((one) => isIn(workspace, one)(contact)).map(present) })
    },
  },
]

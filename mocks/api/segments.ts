import type { Contact, Segment } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { type Endpoint, ok } from './endpoint.ts'
import { notFound } from './errors.ts'
import { findContact } from './find.ts'
import { readQuery } from './search.ts'
import { contactFields } from './search-fields.ts'

function createSegmentMatcher(workspace: Workspace, segment: Segment): (contact: Contact) => boolean {
  return readQuery(segment.query, contactFields, workspace.app.timezone)
}

function presentSegment({ query: _query, ...segment }: Segment): object {
  return segment
}

/** Endpoints for segments. */
export const segmentEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/segments',
    respond({ workspace, query }) {
      const countContacts = (segment: Segment) => workspace.contacts.filter(createSegmentMatcher(workspace, segment)).length
      const counted = query.get('include_count') === 'true'
      const segments = workspace.segments.map((one) => ({ ...presentSegment(one), ...(counted && { count: countContacts(one) }) }))
      return ok({ type: 'segment.list', segments })
    },
  },
  {
    method: 'GET',
    path: '/segments/{segment_id}',
    respond({ workspace, params }) {
      const segment = workspace.segments.find(({ id }) => id === params.segment_id)
      if (!segment) throw notFound()
      return ok(presentSegment(segment))
    },
  },
  {
    method: 'GET',
    path: '/contacts/{contact_id}/segments',
    respond({ workspace, params }) {
      const contact = findContact(workspace, params.contact_id)
      return ok({ type: 'list', data: workspace.segments.filter((one) => createSegmentMatcher(workspace, one)(contact)).map(presentSegment) })
    },
  },
]

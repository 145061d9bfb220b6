import { NOW, type Workspace } from '../../mocks/index.ts'
import type { Step } from './step.ts'

const NOBODY = '000000000000000000000000'

const PARAMS = {
  segment_id: NOBODY, note_id: '1', subscription_id: '1',
  conversation_id: '1', contact_id: NOBODY, company_id: NOBODY, admin_id: '1', team_id: '1', tag_id: '1',
  external_id: 'nobody',
}

/** Requests for unknown ids. */
export function listUnknownIds({ viewer_id: admin_id }: Workspace): Step[] {
  const comment = { message_type: 'comment', type: 'admin', admin_id, body: 'x' }
  const rows: [method: string, path: string, body?: object][] = [
    ['GET', '/conversations/{conversation_id}'],
    ['PUT', '/conversations/{conversation_id}', { read: true }],
    ['POST', '/conversations/{conversation_id}/reply', comment],
    ['POST', '/conversations/{conversation_id}/parts', { message_type: 'open', admin_id }],
    ['POST', '/conversations/{conversation_id}/tags', { id: '1', admin_id }],
    ['DELETE', '/conversations/{conversation_id}/tags/{tag_id}', { admin_id }],
    ['POST', '/conversations/{conversation_id}/customers', { admin_id, customer: { email: 'x@y.example' } }],
    ['GET', '/contacts/{contact_id}'],
    ['PUT', '/contacts/{contact_id}', { name: 'x' }],
    ['GET', '/contacts/{contact_id}/notes'],
    ['POST', '/contacts/{contact_id}/notes', { body: 'x' }],
    ['GET', '/contacts/{contact_id}/tags'],
    ['POST', '/contacts/{contact_id}/tags', { id: '1' }],
    ['GET', '/contacts/{contact_id}/companies'],
    ['GET', '/contacts/find_by_external_id/{external_id}'],
    ['GET', '/companies/{company_id}'],
    ['GET', '/admins/{admin_id}'],
    ['GET', '/teams/{team_id}'],
    ['GET', '/tags/{tag_id}'],
    ['DELETE', '/tags/{tag_id}'],
    ['DELETE', '/contacts/{contact_id}'],
    ['POST', '/contacts/{contact_id}/archive'],
    ['POST', '/contacts/{contact_id}/unarchive'],
    ['POST', '/contacts/merge', { from: NOBODY, into: NOBODY }],
    ['GET', '/contacts/{contact_id}/segments'],
    ['GET', '/contacts/{contact_id}/subscriptions'],
    ['POST', '/contacts/{contact_id}/subscriptions', { id: '1', consent_type: 'opt_in' }],
    ['DELETE', '/contacts/{contact_id}/subscriptions/{subscription_id}'],
    ['DELETE', '/contacts/{contact_id}/companies/{company_id}'],
    ['PUT', '/companies/{company_id}', { name: 'x' }],
    ['DELETE', '/companies/{company_id}'],
    ['GET', '/companies/{company_id}/contacts'],
    ['GET', '/notes/{note_id}'],
    ['GET', '/segments/{segment_id}'],
    ['PUT', '/admins/{admin_id}/away', { away_mode_enabled: true, away_mode_reassign: false }],
    ['DELETE', '/conversations/{conversation_id}/customers/{contact_id}', { admin_id }],
    ['POST', '/conversations/redact', { type: 'source', conversation_id: '1', source_id: '1' }],
  ]
  return rows.map(([method, path, body]) => ({ method, path, params: PARAMS, ...(body ? { body } : {}) }))
}

/** Requests with impossible values. */
export function listBadRequests({ viewer_id: admin_id, contacts, conversations }: Workspace): Step[] {
  const contact_id = contacts[0]?.id ?? ''
  const conversation_id = conversations[0]?.id ?? ''
  const snooze = { message_type: 'snoozed', admin_id, snoozed_until: 1 }
  return [
    { method: 'GET', path: '/conversations', query: { per_page: '151' } },
    { method: 'GET', path: '/conversations', query: { starting_after: 'x' } },
    { method: 'POST', path: '/conversations/search', body: { query: { field: 'nonsense', operator: '=', value: 1 } } },
    { method: 'POST', path: '/conversations/search', body: '{' },
    { method: 'POST', path: '/contacts', body: { email: contacts[0]?.email } },
    { method: 'POST', path: '/contacts', body: { email: 'no address' } },
    { method: 'POST', path: '/contacts/{contact_id}/companies', params: { contact_id }, body: {} },
    { method: 'POST', path: '/conversations/{conversation_id}/parts', params: { conversation_id }, body: snooze },
    { method: 'POST', path: '/conversations', body: { from: { type: 'user', id: NOBODY }, body: 'x' } },
    { method: 'POST', path: '/events', body: { event_name: 'x', created_at: NOW, user_id: 'nobody' } },
    { method: 'POST', path: '/tags', body: {} },
    { method: 'POST', path: '/companies', body: { name: 'x' } },
    { method: 'POST', path: '/messages', body: { message_type: 'in_app' } },
    { method: 'PUT', path: '/admins/{admin_id}/away', params: { admin_id }, body: { away_mode_enabled: 'yes' } },
    { method: 'GET', path: '/admins/activity_logs' },
  ]
}

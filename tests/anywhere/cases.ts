/**
 * Requests to every route with their expected responses. Runs in Node, in an edge runtime and in the browser, so it
 * uses web standards only.
 */
import type { FaultId } from '../../mocks/index.ts'

export type Asker = 'agent' | 'customer' | 'nobody'

/** A request to a route and its expected response. */
export interface Case {
  name: string
  /** Row of the route table, such as `GET /api/intercom/admins`. */
  route: string
  /**
   * Path of the request.
   * @default the path of the route
   */
  path?: string
  as: Asker
  fault?: FaultId
  headers?: Record<string, string>
  body?: string
  /** Secret that signs the body like Intercom does. */
  signWith?: string
  status: number
  /** Subset of the expected response. */
  holds?: object
  /** Expected start of a stream of events. */
  begins?: string
}

/** Connects the cases to the routes of one runtime. */
export interface Door {
  /** Creates a new workspace, signs in the asker and sets the fault. */
  begin: (as: Asker, fault: FaultId | null) => void
  /** Sends a request from the app's own page. */
  ask: (path: string, init: RequestInit) => Promise<Response>
}

/** Environment variables of the cases. */
export const env = {
  INTERCOM_ACCESS_TOKEN: 'the-mocked-intercom-takes-any',
  INTERCOM_CLIENT_SECRET: 'new-secret,old-secret',
  INTERCOM_MESSENGER_API_SECRET: 'messenger-secret',
  INTERCOM_ATTACHMENT_HOSTS: 'files.example.com',
}

const LIST = 'GET /api/intercom/conversations'
const ONE = 'GET /api/intercom/conversations/[id]'
const START = 'POST /api/intercom/conversations'
const WRITE = 'POST /api/intercom/messages'
const FIND = 'GET /api/intercom/contacts'
const CONTACT = 'GET /api/intercom/contacts/[id]'
const EDIT = 'PATCH /api/intercom/contacts/[id]'
const TIMELINE = 'GET /api/intercom/contacts/[id]/timeline'
const NOTES = 'GET /api/intercom/contacts/[id]/notes'
const ADD_NOTE = 'POST /api/intercom/contacts/[id]/notes'
const UPSERT = 'POST /api/intercom/contacts'
const REPLY = 'POST /api/intercom/conversations/[id]/reply'
const NOTE = 'POST /api/intercom/conversations/[id]/notes'
const ACTION = 'POST /api/intercom/conversations/[id]/actions'
const EVENTS = 'POST /api/intercom/events'
const LIVE = 'GET /api/intercom/live'
const WEBHOOK = 'POST /api/intercom/webhook'

const DEFINITIONS = 'GET /api/intercom/conversations/attributes'
const COUNTS = 'GET /api/intercom/conversations/counts'
const TAGS = 'GET /api/intercom/tags'
const REPLIES = 'GET /api/intercom/saved-replies'
const ARTICLES = 'GET /api/intercom/articles'

const conversation = '/api/intercom/conversations/215471000000001'
const contact = '/api/intercom/contacts/68a1c0de0000000000000001'
/** A conversation of the signed-in customer. */
const OWN = '215471000000012'
/** Later than the mocked clock and than the real one. */
const tomorrow = Math.floor(Date.now() / 1000) + 400 * 86_400
const files = {
  body: '',
  attachment_urls: ['https://files.example.com/a.png'],
  attachment_files: [{ name: 'b.txt', content_type: 'text/plain', data: btoa('hello') }],
}
const json = (value: unknown) => JSON.stringify(value)
const freshKey = () => ({ 'idempotency-key': crypto.randomUUID() })
const error = (code: string) => ({ error: { code } })

/** Builds a request that writes in a conversation, with its own idempotency key. */
function message(route: string, as: Asker, body: object, id = '215471000000001') {
  const message_type = route === NOTE ? 'note' : 'comment'
  const path = route.split(' ')[1]!.replace('[id]', id)
  return { route, path, as, headers: freshKey(), body: json({ message_type, ...body }) }
}

const action = (body: object) => ({ route: ACTION, path: `${conversation}/actions`, as: 'agent' as const, body: json(body) })

const delivery = (id: string) => json({
  type: 'notification_event', id: `${id}-${crypto.randomUUID()}`, topic: 'conversation.user.replied', app_id: 'hx7q2mlt',
  created_at: Math.floor(Date.now() / 1000), data: { item: { type: 'conversation', id: '215471000000001' } },
})

/** Builds every case, with new delivery ids each time. Cases of one route are adjacent. */
export function makeCases(): Case[] {
  const [one, two] = [delivery('one'), delivery('two')]
  const lost = crypto.randomUUID()
  return [
    { name: 'an agent lists conversations', route: LIST, as: 'agent', status: 200 },
    { name: 'a customer lists their own', route: LIST, as: 'customer', status: 200 },
    { name: 'an unknown query parameter', route: LIST, path: '/api/intercom/conversations?nope=1', as: 'agent', status: 400, holds: { error: { code: 'invalid_request', fields: { nope: 'is not known' } } } },
    { name: 'a permanent fault', route: LIST, as: 'agent', fault: '503', status: 503, holds: error('upstream_unavailable') },
    { name: 'a wait beyond the deadline', route: LIST, as: 'agent', fault: '429-hostile', status: 429, holds: { error: { retry_after: 60 } } },
    { name: 'a truncated response', route: LIST, as: 'agent', fault: 'truncated-stream', status: 503 },
    { name: 'an oversized response', route: LIST, as: 'agent', fault: '200-5MB', status: 200 },
    { name: 'a redirect', route: LIST, as: 'agent', fault: 'redirect', status: 502, holds: error('upstream_invalid') },
    { name: 'an agent reads a conversation', route: ONE, path: conversation, as: 'agent', status: 200, holds: { id: '215471000000001' } },
    { name: 'an unknown conversation', route: ONE, path: '/api/intercom/conversations/1', as: 'agent', status: 404, holds: error('not_found') },
    { name: 'an invalid id', route: ONE, path: '/api/intercom/conversations/x%2Fy', as: 'agent', status: 400 },
    { name: 'conversations with a tag and priority', route: LIST, path: '/api/intercom/conversations?tag_id=9128001&priority=priority&state=all', as: 'agent', status: 200 },
    { name: 'a customer filters by a tag', route: LIST, path: '/api/intercom/conversations?tag_id=9128001', as: 'customer', status: 403 },
    { name: 'a customer begins a conversation', route: START, as: 'customer', headers: freshKey(), body: json({ subject: 'Invoice', body: 'Where is it?' }), status: 200, holds: { conversation: { parts: { 0: { author: { type: 'contact' } } } }, incomplete: [] } },
    { name: 'a customer begins with a file', route: START, as: 'customer', headers: freshKey(), body: json({ body: 'See the file', attachment_files: files.attachment_files }), status: 200, holds: { conversation: { parts: { 1: { attachments: { 0: { name: 'b.txt' } } } } }, incomplete: [] } },
    { name: 'a conversation with an attribute', route: START, as: 'customer', headers: freshKey(), body: json({ body: 'Hello', custom_attributes: { plan: 'pro' } }), status: 403, holds: { error: { fields: { 'custom_attributes.plan': 'is not allowed' } } } },
    { name: 'a conversation about nothing', route: START, as: 'customer', headers: freshKey(), body: json({ subject: 'Hello', body: ' ' }), status: 400, holds: { error: { fields: { body: 'must not be empty' } } } },
    { name: 'a conversation without a key', route: START, as: 'customer', body: json({ body: 'Hello' }), status: 400 },
    { name: 'an agent begins none as a customer', route: START, as: 'agent', headers: freshKey(), body: json({ body: 'Hello' }), status: 403, holds: error('forbidden') },
    { name: 'a conversation while Intercom is away', route: START, as: 'customer', headers: freshKey(), body: json({ body: 'Hello' }), fault: '503', status: 503 },
    { name: 'an agent writes to a contact', route: WRITE, as: 'agent', headers: freshKey(), body: json({ message_type: 'in_app', contact_id: '68a1c0de0000000000000001', body: 'Hello' }), status: 200 },
    { name: 'an agent sends an email', route: WRITE, as: 'agent', headers: freshKey(), body: json({ message_type: 'email', subject: 'News', contact_id: '68a1c0de0000000000000001', body: 'Hello' }), status: 200 },
    { name: 'an email without a subject', route: WRITE, as: 'agent', headers: freshKey(), body: json({ message_type: 'email', contact_id: '68a1c0de0000000000000001', body: 'Hello' }), status: 400 },
    { name: 'a message to an unknown contact', route: WRITE, as: 'agent', headers: freshKey(), body: json({ message_type: 'in_app', contact_id: '1', body: 'Hello' }), status: 404 },
    { name: 'a customer writes to a contact', route: WRITE, as: 'customer', headers: freshKey(), body: json({ message_type: 'in_app', contact_id: '68a1c0de0000000000000001', body: 'Hello' }), status: 403, holds: error('forbidden') },
    { name: 'an agent counts conversations', route: COUNTS, as: 'agent', status: 200, holds: { open: 17 } },
    { name: 'a customer gets no counts', route: COUNTS, as: 'customer', status: 403, holds: error('forbidden') },
    { name: 'failing counts', route: COUNTS, as: 'agent', fault: '401', status: 502, holds: error('upstream_auth') },
    { name: 'counts that wait too long', route: COUNTS, as: 'agent', fault: '429-hostile', status: 429, holds: { error: { retry_after: 60 } } },
    { name: 'an agent lists tags', route: TAGS, as: 'agent', status: 200 },
    { name: 'a customer gets no tags', route: TAGS, as: 'customer', status: 403, holds: error('forbidden') },
    { name: 'an agent filters by channel, Fin and taking part', route: LIST, path: '/api/intercom/conversations?channel=email&ai_agent=handed_over&teammate=me&state=all', as: 'agent', status: 200, holds: { conversations: [] } },
    { name: 'a customer filters by channel', route: LIST, path: '/api/intercom/conversations?channel=email', as: 'customer', status: 403 },
    { name: 'an agent asks for definitions of attributes', route: DEFINITIONS, as: 'agent', status: 200, holds: { definitions: null } },
    { name: 'a customer gets no definitions of attributes', route: DEFINITIONS, as: 'customer', status: 403, holds: error('forbidden') },
    { name: 'an agent asks for saved replies', route: REPLIES, as: 'agent', status: 200, holds: { replies: null } },
    { name: 'a customer gets no saved replies', route: REPLIES, as: 'customer', status: 403, holds: error('forbidden') },
    { name: 'a saved reply before 2.16', route: `${REPLIES}/[id]`, path: '/api/intercom/saved-replies/410001', as: 'agent', status: 404, holds: error('not_found') },
    { name: 'a customer gets no saved reply', route: `${REPLIES}/[id]`, path: '/api/intercom/saved-replies/410001', as: 'customer', status: 403, holds: error('forbidden') },
    { name: 'an agent finds articles', route: ARTICLES, path: '/api/intercom/articles?q=refund', as: 'agent', status: 200, holds: { articles: [{ title: 'Refunds for seats', internal: false }, { internal: true }] } },
    { name: 'a search of articles for nothing', route: ARTICLES, path: '/api/intercom/articles?q=', as: 'agent', status: 400 },
    { name: 'a customer finds no articles', route: ARTICLES, path: '/api/intercom/articles?q=refund', as: 'customer', status: 403, holds: error('forbidden') },
    { name: 'failing articles', route: ARTICLES, path: '/api/intercom/articles?q=refund', as: 'agent', fault: '403', status: 502, holds: error('upstream_forbidden') },
    { name: 'failing tags', route: TAGS, as: 'agent', fault: '200-wrong-shape', status: 502, holds: error('upstream_invalid') },

    { ...message(REPLY, 'agent', { body: 'Hello\n\n<b>' }), name: 'an agent replies', status: 200, holds: { parts: { 0: { kind: 'message' } } } },
    { ...message(REPLY, 'agent', files), name: 'an agent replies with files', status: 200, holds: { parts: { 0: { attachments: { 0: { name: 'a.png' }, 1: { name: 'b.txt', filesize: 5 } } } } } },
    { ...message(REPLY, 'customer', { body: 'Hello' }, OWN), name: 'a customer replies in their own', status: 200, holds: { parts: { 0: { kind: 'message', author: { type: 'contact' } } } } },
    { ...message(REPLY, 'customer', files, OWN), name: 'a customer replies with files', status: 200, holds: { parts: { 0: { attachments: { 1: { name: 'b.txt' } } } } } },
    { ...message(REPLY, 'customer', { body: 'Hello' }, '215471000000001'), name: "a customer replies in another customer's conversation", status: 404, holds: error('not_found') },
    { ...message(REPLY, 'agent', { message_type: 'note', body: 'Hello' }), name: 'a note on the way of a reply', status: 400 },
    { ...message(REPLY, 'agent', { body: ' ' }), name: 'a reply of nothing', status: 400, holds: { error: { fields: { body: 'must not be empty, unless a file comes with it' } } } },
    { ...message(REPLY, 'agent', { body: 'x', attachment_urls: ['https://evil.example/a.png'] }), name: 'a file of somewhere else', status: 400 },
    { ...message(REPLY, 'agent', { body: 'x', attachment_files: [{ name: '../a', content_type: 'text/plain', data: 'AAAA' }] }), name: 'a file with a path', status: 400 },
    { ...message(REPLY, 'agent', { body: 'x'.repeat(5_000_000) }), name: 'a reply of 5 MB', status: 413 },
    { ...message(REPLY, 'agent', { body: 'x' }), headers: {}, name: 'a reply without a key', status: 400 },
    { ...message(REPLY, 'agent', { body: 'Once' }), headers: { 'idempotency-key': lost }, name: 'a reply that may have arrived', fault: 'conn-reset', status: 503, holds: error('upstream_unavailable') },
    { ...message(REPLY, 'agent', { body: 'Once' }), headers: { 'idempotency-key': lost }, name: 'the same reply', status: 409, holds: { error: { code: 'conflict', retry_after: undefined } } },
    { ...message(NOTE, 'agent', { body: 'Hello' }), name: 'an agent writes a note', status: 200, holds: { parts: { 0: { kind: 'note' } } } },
    { ...message(NOTE, 'agent', { message_type: 'comment', body: 'Hello' }), name: 'a reply on the way of a note', status: 400 },
    { ...message(NOTE, 'customer', { body: 'Hello' }), name: 'a customer writes none', status: 403 },
    { ...message(NOTE, 'agent', { body: 'Hello' }), name: 'a note while Intercom is away', fault: '503', status: 503 },

    { ...action({ action: 'close' }), name: 'an agent closes a conversation', status: 200, holds: { conversation: { state: 'closed' } } },
    { ...action({ action: 'open' }), name: 'opens it', status: 200, holds: { conversation: { state: 'open' } } },
    { ...action({ action: 'snooze', snoozed_until: tomorrow }), name: 'snoozes it', status: 200, holds: { conversation: { state: 'snoozed', snoozed_until: tomorrow } } },
    { ...action({ action: 'snooze', snoozed_until: 1 }), name: 'snoozes it into the past', status: 400, holds: { error: { fields: { snoozed_until: 'must lie ahead' } } } },
    { ...action({ action: 'assign', admin_id: '7042002' }), name: 'assigns it', status: 200, holds: { conversation: { admin_assignee_id: '7042002' } } },
    { ...action({ action: 'assign', admin_id: null, team_id: '8310001' }), name: 'assigns it to a team', status: 200, holds: { conversation: { admin_assignee_id: null, team_assignee_id: '8310001' } } },
    { ...action({ action: 'assign', admin_id: '1' }), name: 'assigns an unknown admin', status: 404 },
    { ...action({ action: 'tag', tag_id: '9128001' }), name: 'labels it', status: 200 },
    { ...action({ action: 'untag', tag_id: '9128001' }), name: 'takes a label off', status: 200 },
    { ...action({ action: 'tag', tag_id: '1' }), name: 'labels it with what is not there', status: 404 },
    { ...action({ action: 'mark_read' }), name: 'marks it as read', status: 200, holds: { conversation: { read: true } } },
    { ...action({ action: 'set_attribute', name: 'Severity', value: 'High' }), name: 'sets an attribute', status: 200, holds: { conversation: { id: '215471000000001' } } },
    { ...action({ action: 'set_attribute', name: 'a.b', value: 'High' }), name: 'sets an attribute without a valid name', status: 400 },
    { ...action({ action: 'set_attribute', name: 'Severity', value: ['High'] }), name: 'sets an attribute to a list', status: 400 },
    { ...action({ action: 'mark_unread' }), name: 'marks it as unread', status: 200, holds: { conversation: { read: false } } },
    { ...action({ action: 'merge' }), name: 'an unknown action', status: 400 },
    { ...action({ action: 'close' }), name: 'closes it while Intercom is away', fault: '502-html', status: 503 },
    { ...action({ action: 'close' }), as: 'customer', name: 'a customer does none of it', status: 403 },

    { name: 'an agent finds contacts', route: FIND, path: '/api/intercom/contacts?q=a', as: 'agent', status: 200 },
    { name: 'a search for nothing', route: FIND, path: '/api/intercom/contacts?q=%20', as: 'agent', status: 400 },
    { name: 'a customer finds none', route: FIND, path: '/api/intercom/contacts?q=a', as: 'customer', status: 403, holds: error('forbidden') },
    { name: 'an agent reads a contact', route: CONTACT, path: '/api/intercom/contacts/68a1c0de0000000000000001', as: 'agent', status: 200, holds: { role: 'user' } },
    { name: "a customer reads another customer's contact", route: CONTACT, path: '/api/intercom/contacts/68a1c0de0000000000000009', as: 'customer', status: 404 },
    { name: 'an agent reads a timeline', route: TIMELINE, path: `${contact}/timeline`, as: 'agent', status: 200, holds: { entries: { 1: { kind: 'event', event_name: 'chart_exported' } }, missing: [] } },
    { name: 'a timeline before a time', route: TIMELINE, path: `${contact}/timeline?before=1794900000&limit=1`, as: 'agent', status: 200, holds: { missing: [] } },
    { name: 'a timeline before no time', route: TIMELINE, path: `${contact}/timeline?before=x`, as: 'agent', status: 400 },
    { name: 'a timeline while Intercom is away', route: TIMELINE, path: `${contact}/timeline`, as: 'agent', fault: '503', status: 503, holds: error('upstream_unavailable') },
    { name: 'a customer gets no timeline', route: TIMELINE, path: `${contact}/timeline`, as: 'customer', status: 403, holds: error('forbidden') },
    { name: 'an agent lists notes', route: NOTES, path: `${contact}/notes`, as: 'agent', status: 200, holds: { total_count: 2 } },
    { name: 'a customer gets no notes', route: NOTES, path: `${contact}/notes`, as: 'customer', status: 403, holds: error('forbidden') },
    { name: 'an agent adds a note', route: ADD_NOTE, path: `${contact}/notes`, as: 'agent', headers: freshKey(), body: json({ body: 'Prefers <b>\n\nscreenshots' }), status: 200, holds: { author: { type: 'admin', id: '7042001' } } },
    { name: 'a note of nothing', route: ADD_NOTE, path: `${contact}/notes`, as: 'agent', headers: freshKey(), body: json({ body: ' ' }), status: 400, holds: { error: { fields: { body: 'must not be empty' } } } },
    { name: 'a note without a key', route: ADD_NOTE, path: `${contact}/notes`, as: 'agent', body: json({ body: 'Hello' }), status: 400 },
    { name: 'a customer adds no note', route: ADD_NOTE, path: `${contact}/notes`, as: 'customer', headers: freshKey(), body: json({ body: 'Hello' }), status: 403, holds: error('forbidden') },
    { name: 'an agent changes a contact', route: EDIT, path: contact, as: 'agent', body: json({ name: 'Maya O.', phone: null, custom_attributes: { role_in_company: 'CEO' } }), status: 200, holds: { name: 'Maya O.', phone: null, custom_attributes: { role_in_company: 'CEO' } } },
    { name: 'an agent changes an attribute that is not listed', route: EDIT, path: contact, as: 'agent', body: json({ custom_attributes: { plan: 'free' } }), status: 400, holds: { error: { fields: { 'custom_attributes.plan': 'is not allowed' } } } },
    { name: 'a customer changes no contact', route: EDIT, path: contact, as: 'customer', body: json({ name: 'Ann' }), status: 403, holds: error('forbidden') },
    { name: 'an agent lists the team', route: 'GET /api/intercom/admins', as: 'agent', status: 200, holds: { viewer_id: '7042001' } },
    { name: 'a customer gets no team', route: 'GET /api/intercom/admins', as: 'customer', status: 403, holds: error('forbidden') },
    { name: 'an agent checks the health', route: 'GET /api/intercom/health', as: 'agent', status: 200, holds: { token: 'accepted', workspace: { id: 'hx7q2mlt' } } },
    { name: 'a customer gets a token', route: 'GET /api/intercom/identity', as: 'customer', status: 200, holds: { expires_in: 3600, user_hash: null } },

    { name: 'a customer updates their contact', route: UPSERT, as: 'customer', body: json({ name: 'Ann B' }), status: 200, holds: { name: 'Ann B' } },
    { name: 'a customer sets an address', route: UPSERT, as: 'customer', body: json({ email: 'x@y.example' }), status: 403 },
    { name: 'an agent creates a contact', route: UPSERT, as: 'agent', body: json({ external_id: 'new-1', name: 'New' }), status: 200, holds: { external_id: 'new-1' } },
    { name: 'one key for two bodies', route: UPSERT, as: 'agent', headers: { 'idempotency-key': 'not a key' }, body: json({ external_id: 'a' }), status: 400 },

    { name: 'an event', route: EVENTS, as: 'customer', body: json({ event_name: 'plan_upgraded', metadata: { plan: 'pro' } }), status: 202, holds: { accepted: true, event_name: 'plan_upgraded' } },
    { name: 'several events', route: EVENTS, as: 'customer', body: json([{ event_name: 'seen' }, { event_name: 'No' }]), status: 202, holds: { results: [{ accepted: true }, { accepted: false, error: { code: 'invalid_request' } }] } },
    { name: "another user's event", route: EVENTS, as: 'customer', body: json({ event_name: 'seen', user_id: 'somebody' }), status: 403 },
    { name: 'a time in an event', route: EVENTS, as: 'customer', body: json({ event_name: 'seen', created_at: 1 }), status: 400, holds: { error: { fields: { created_at: 'is not known' } } } },
    { name: 'an event as plain text', route: EVENTS, as: 'customer', headers: { 'content-type': 'text/plain' }, body: '{}', status: 415 },
    { name: 'an event with invalid JSON', route: EVENTS, as: 'customer', body: '{', status: 400 },
    { name: 'an event of 65 kB', route: EVENTS, as: 'customer', body: json({ event_name: 'x'.repeat(66_000) }), status: 413 },
    { name: 'an event with a lost response', route: EVENTS, as: 'customer', body: json({ event_name: 'seen' }), fault: 'conn-reset', status: 503 },

    { name: 'an agent opens the stream', route: LIVE, as: 'agent', status: 200, begins: 'retry: 1000\nevent: ready\nid: ' },
    { name: 'a customer opens the stream', route: LIVE, as: 'customer', status: 200, begins: 'retry: 1000\nevent: ready\nid: ' },
    { name: 'a stream that resumes too late', route: LIVE, as: 'agent', headers: { 'last-event-id': 'long-ago' }, status: 200, begins: 'retry: 1000\nevent: resync\n' },
    { name: 'a stream of a customer while Intercom fails', route: LIVE, as: 'customer', fault: '503', status: 503, holds: error('upstream_unavailable') },

    { name: 'a delivery', route: WEBHOOK, as: 'nobody', body: one, signWith: 'new-secret', status: 200, holds: { received: true, duplicate: false } },
    { name: 'the same delivery', route: WEBHOOK, as: 'nobody', body: one, signWith: 'old-secret', status: 200, holds: { duplicate: true } },
    { name: 'a delivery with another secret', route: WEBHOOK, as: 'nobody', body: two, signWith: 'wrong', status: 401 },
    { name: 'a delivery without a signature', route: WEBHOOK, as: 'nobody', body: two, status: 401 },
    { name: "the check of the webhook's address", route: WEBHOOK.replace('POST', 'HEAD'), as: 'nobody', status: 200 },
  ]
}

/** Builds a refused request without a session for each row of the table. */
export function buildRefusals(rows: readonly { method: string; path: string; allow: unknown }[]): Case[] {
  return rows.filter(({ allow }) => allow !== 'signature').map(({ method, path }) => ({
    name: 'no session',
    route: `${method} ${path}`,
    path: path.replace(/\[\w+\]/g, '1'),
    as: 'nobody',
    ...(method !== 'GET' && { body: '{}' }),
    status: 401,
    holds: error('unauthorized'),
  }))
}

async function sign(secret: string, body: string): Promise<string> {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const key = await crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign'])
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(body)))
  return `sha1=${Array.from(signature, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

function holds(actual: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return actual === wanted
  if (typeof actual !== 'object' || actual === null) return false
  return Object.entries(wanted).every(([key, value]) => holds((actual as Record<string, unknown>)[key], value))
}

/** Reads a response. Reads the first chunk of a stream of events, which never ends, and cancels it. */
export async function readAnswer(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text()
  const reader = response.body?.getReader()
  const { value } = (await reader?.read()) ?? {}
  await reader?.cancel()
  return new TextDecoder().decode(value)
}

/** @returns a description of the failure, or `null` */
async function run(one: Case, door: Door): Promise<string | null> {
  const [method = 'GET', path = ''] = one.route.split(' ')
  door.begin(one.as, one.fault ?? null)
  const headers = {
    ...(one.body !== undefined && { 'content-type': 'application/json' }),
    ...(one.signWith && { 'x-hub-signature': await sign(one.signWith, one.body ?? '') }),
    ...one.headers,
  }
  const response = await door.ask(one.path ?? path, { method, headers, ...(one.body !== undefined && { body: one.body }) })
  const text = await readAnswer(response)
  const title = `${one.route}, ${one.name}`
  if (response.status !== one.status) return `${title}: ${response.status} instead of ${one.status}: ${text.slice(0, 300)}`
  if (!response.headers.get('cache-control')?.startsWith('private, no-store')) return `${title}: may be cached`
  if (one.begins !== undefined && !text.startsWith(one.begins)) return `${title}: ${text.slice(0, 300)}`
  if (one.holds && !holds(JSON.parse(text), one.holds)) return `${title}: ${text.slice(0, 300)}`
  return null
}

/**
 * Runs cases one after the other.
 * @returns a line for each failure
 */
export async function runCases(all: readonly Case[], door: Door): Promise<string[]> {
  const wrong: string[] = []
  for (const one of all) {
    const problem = await run(one, door)
    if (problem !== null) wrong.push(problem)
  }
  return wrong
}

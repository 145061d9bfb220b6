/** Lists every write in a conversation, with a small workspace to test it in. */
import {
  addAdmin, addContact, addNote, addTag, addTeam, createWorkspace, NOW, startConversation, type Workspace,
} from '../../mocks/index.ts'
import type { Principal } from 'intercom-v0-kit/server'
import { call, intercom, type RouteUnderTest } from './harness.ts'

/** First admin. */
export const priya = { kind: 'agent', adminId: '7042001' } as const
/** Second admin. */
export const sam = { kind: 'agent', adminId: '7042002' } as const
/** Customer with a conversation. */
export const ann = { kind: 'customer', userId: 'ann' } as const
/** Customer with another conversation. */
export const bob = { kind: 'customer', userId: 'bob' } as const

/** Text of notes. It must never reach a customer. */
export const SECRET = 'canary: for teammates alone'

/**
 * Builds two admins, a team, two tags, and a conversation for each of two customers. Ann's has a tag, an assignee and a
 * note.
 */
export function buildTwo(): Workspace {
  const workspace = createWorkspace(NOW)
  const [admin] = [addAdmin(workspace, { name: 'Priya' }), addAdmin(workspace, { name: 'Sam' })]
  addTeam(workspace, { name: 'Billing' }, [admin])
  const tags = [addTag(workspace, 'refund'), addTag(workspace, 'bug')]
  const people = ['Ann', 'Bob'].map((name) =>
    addContact(workspace, { external_id: name.toLowerCase(), name, email: `${name.toLowerCase()}@alder.example` }))
  const [first] = people.map((contact) =>
    startConversation(workspace, { contact, body: `<p>From ${contact.name}</p>`, at: NOW - 3600 }))
  first!.title = SECRET
  first!.admin_assignee_id = Number(admin.id)
  first!.tags.tags.push({ ...tags[0]!, applied_at: NOW, applied_by: { type: 'admin', id: admin.id } })
  addNote(workspace, first!, admin, NOW - 1800, { body: `<p>${SECRET}</p>` })
  return workspace
}

const conversationRoute = (path: string): RouteUnderTest => ({
  path: `/api/intercom/conversations/[id]/${path}`,
  id: (workspace) => workspace.conversations[0]?.id,
})

/** Route that replies to the customer. */
export const reply = conversationRoute('reply')
/** Route that adds a note. */
export const notes = conversationRoute('notes')
/** Route of all other changes. */
export const actions = conversationRoute('actions')

/** A write in a conversation. */
export interface Write extends RouteUnderTest {
  what: string
  as: Principal
  body: object
  /** Request to Intercom that makes the change. */
  writes: { method: string; path: RegExp }
  /** Whether Intercom has the change, or how often for posted messages. */
  isDone: () => boolean | number
}

/** Returns Ann's conversation in its current state. */
export const hers = () => intercom.workspace.conversations[0]!
const posted = () => hers().conversation_parts.conversation_parts.filter(({ body }) => body?.includes('Good morning')).length

const posts = (what: string, route: RouteUnderTest, as: Principal, message_type: 'comment' | 'note'): Write => ({
  ...route,
  what,
  as,
  body: { message_type, body: 'Good morning' },
  writes: { method: 'POST', path: /\/reply$/ },
  isDone: posted,
})

const act = (what: string, body: object, isDone: () => boolean, method = 'POST', path = /\/parts$/): Write => ({
  ...actions, what, as: priya, body: { action: what.split(' ')[0], ...body }, writes: { method, path }, isDone,
})

/** Unix seconds, later than the mocked clock and than the real one. */
export const tomorrow = Math.max(NOW, Math.floor(Date.now() / 1000)) + 86_400

const hasTag = (id: string) => hers().tags.tags.some((tag) => tag.id === id)

/** Replies of an agent and a customer, a note, and every action. */
export const conversationWrites: Write[] = [
  posts('reply of an agent', reply, priya, 'comment'),
  posts('reply of a customer', reply, ann, 'comment'),
  posts('note', notes, priya, 'note'),
  act('close', {}, () => hers().state === 'closed'),
  act('open', {}, () => hers().conversation_parts.conversation_parts.some(({ part_type }) => part_type === 'open')),
  act('snooze', { snoozed_until: tomorrow }, () => hers().snoozed_until === tomorrow),
  act('assign to an admin', { admin_id: '7042002' }, () => String(hers().admin_assignee_id) === '7042002'),
  act('assign to a team', { team_id: '8310001' }, () => String(hers().team_assignee_id) === '8310001'),
  act('assign to nobody', { admin_id: null }, () => !hers().admin_assignee_id),
  act('tag', { tag_id: '9128002' }, () => hasTag('9128002'), 'POST', /\/tags$/),
  act('untag', { tag_id: '9128001' }, () => !hasTag('9128001'), 'DELETE', /\/tags\/\d+$/),
  act('mark_read', {}, () => hers().read === true, 'PUT', /\/conversations\/\d+$/),
  act('set_attribute', { name: 'Severity', value: 'High' }, () => hers().custom_attributes.Severity === 'High', 'PUT', /\/conversations\/\d+$/),
]

/** Builds a POST request, with a new key by default. */
export function toPost(body: unknown, key: string = crypto.randomUUID()) {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key }
  return { method: 'POST', headers, body: JSON.stringify(body) } as const
}

/** Posts to a route, with a new key by default. */
export function post(route: RouteUnderTest, body: unknown, { key, id }: { key?: string; id?: string } = {}): Promise<Response> {
  return call(route, { ...toPost(body, key), ...(id !== undefined && { id }) })
}

/** Returns requests to Intercom that change something, oldest first. */
export const changes = () => intercom.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/search'))

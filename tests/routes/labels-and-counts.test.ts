import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  addAdmin, addContact, addTag, addTeam, createWorkspace, faultIds, NOW, startConversation, type Workspace,
} from '../../mocks/index.ts'
import { conversationCountsSchema, conversationsResponseSchema, errorResponseSchema, tagsResponseSchema } from '../../src/kit/contracts/index.ts'
import { begin, call, end, expectNothingLeaked, get, hurry, intercom, logged, readingRoutes, signIn, waits, type RouteUnderTest } from './harness.ts'
import { expectedOfWrites } from './write-faults.ts'

const counts: RouteUnderTest = { path: '/api/intercom/conversations/counts' }
const tags = readingRoutes.find(({ path }) => path === '/api/intercom/tags')!

/** Builds eight conversations, named after their traits. */
function build(): Workspace {
  const workspace = createWorkspace(NOW)
  const [me, other] = [addAdmin(workspace, { name: 'Me' }), addAdmin(workspace, { name: 'Other' })]
  const team = addTeam(workspace, { name: 'Billing' }, [me])
  const [urgent] = [addTag(workspace, 'urgent'), addTag(workspace, 'bug'), addTag(workspace, 'O&#39;Neill &lt;vip&gt;')]
  const contact = addContact(workspace, { external_id: 'ann', name: 'Ann' })
  let at = NOW
  const start = (name: string, fields: object = {}) =>
    Object.assign(startConversation(workspace, { contact, body: `<p>${name}</p>`, at: (at -= 100) }), fields)
  const label = (conversation: ReturnType<typeof start>) =>
    conversation.tags.tags.push({ ...urgent, applied_at: NOW, applied_by: { type: 'admin', id: me.id } })
  label(start('Labelled'))
  start('Important', { priority: 'priority', read: true, waiting_since: null })
  start('Mine', { admin_assignee_id: Number(me.id) })
  start('Others', { admin_assignee_id: Number(other.id) })
  start('Team', { team_assignee_id: Number(team.id) })
  label(start('Labelled and closed', { state: 'closed', open: false, priority: 'priority' }))
  start('Mine and closed', { state: 'closed', open: false, admin_assignee_id: Number(me.id) })
  start('Snoozed', { state: 'snoozed', snoozed_until: NOW + 100 })
  return workspace
}

beforeEach(() => {
  begin(build)
  signIn({ kind: 'agent', adminId: '7042001' })
})
afterEach(end)

async function readFailure(response: Response) {
  const text = await response.text()
  expectNothingLeaked(text)
  return { status: response.status, ...errorResponseSchema.parse(JSON.parse(text)).error }
}

describe('list by tag and priority', () => {
  const previews = async (query: string) =>
    conversationsResponseSchema.parse(await (await get('/api/intercom/conversations', { query })).json()).conversations.map(({ preview }) => preview)

  test.each([
    ['tag_id=9128001', ['Labelled']],
    ['tag_id=9128001&state=all', ['Labelled', 'Labelled and closed']],
    ['tag_id=9128002', []],
    ['tag_id=999', []],
    ['priority=priority', ['Important']],
    ['priority=priority&state=all', ['Important', 'Labelled and closed']],
    ['priority=not_priority', ['Labelled', 'Mine', 'Others', 'Team']],
    ['priority=priority&tag_id=9128001&state=closed', ['Labelled and closed']],
    ['tag_id=9128001&assignee=me', []],
    ['status=unread', ['Labelled', 'Mine', 'Others', 'Team']],
  ])('filters by %s', async (query, expected) => {
    expect(await previews(query)).toEqual(expected)
  })

  test.each(['tag_id=', 'tag_id=bug', 'tag_id=1%2F2', 'tag_id=1&tag_id=2', 'priority=', 'priority=high', 'priority=true'])(
    'refuses %s before any request', async (query) => {
      const { status, fields } = await readFailure(await get('/api/intercom/conversations', { query }))
      expect([status, Object.keys(fields ?? {})]).toEqual([400, [query.split('=')[0]]])
      expect(intercom.requests).toEqual([])
    })
})

describe('tags', () => {
  test('are sorted by name for people', async () => {
    expect(tagsResponseSchema.parse(await (await call(tags)).json())).toEqual({
      tags: [{ id: '9128002', name: 'bug' }, { id: '9128003', name: "O'Neill <vip>" }, { id: '9128001', name: 'urgent' }],
    })
  })

  test('are an empty list without tags', async () => {
    begin(() => createWorkspace(NOW))
    signIn({ kind: 'agent', adminId: '7042001' })
    expect(await (await call(tags)).json()).toEqual({ tags: [] })
  })
})

describe('counts', () => {
  const searches = () => intercom.requests.filter(({ path }) => path === '/conversations/search')

  test('are those of the signed-in agent', async () => {
    expect(conversationCountsSchema.parse(await (await call(counts)).json())).toEqual({
      open: 5, mine: 1, unassigned: 2, unread: 4, waiting: 4, oldest_waiting_since: NOW - 500, snoozed: 1, closed: 2,
    })
    signIn({ kind: 'agent', adminId: '7042003' })
    expect(await (await call(counts)).json()).toMatchObject({ open: 5, mine: 0 })
  })

  test('cost seven searches for one conversation each', async () => {
    await call(counts)
    expect(searches()).toHaveLength(7)
    expect(intercom.requests).toHaveLength(7)
    for (const { body } of searches()) expect(body).toMatchObject({ pagination: { per_page: 1 } })
  })

  test.each(faultIds)('report %s', async (id) => {
    const { status, code } = expectedOfWrites[id]
    intercom.setFault(id)
    if (code === 'upstream_timeout') hurry()
    const response = await call(counts)
    expect(response.status).toBe(status)
    if (code) expect(await readFailure(response)).toMatchObject({ code })
    expect(searches().length).toBeLessThanOrEqual(21)
  })

  test('are complete or an error', async () => {
    intercom.setFault({ id: '403', times: 1 })
    expect(await readFailure(await call(counts))).toMatchObject({ status: 502, code: 'upstream_forbidden' })
    // Later responses of the other searches must not throw.
    await new Promise((resolve) => setTimeout(resolve))
    expect(logged).toHaveLength(1)
  })

  test('retry a temporary failure', async () => {
    intercom.setFault({ id: '503', times: 2 })
    expect((await call(counts)).status).toBe(200)
    expect(searches()).toHaveLength(9)
  })

  test('wait for Intercom’s limit within the deadline, then return the wait', async () => {
    intercom.setFault('429-retry-after-s')
    expect(await readFailure(await call(counts))).toMatchObject({ status: 429, code: 'rate_limited', retry_after: 2 })
    expect(searches().length).toBeLessThanOrEqual(15)
    expect(Math.max(...waits)).toBeLessThan(3500)
    intercom.setFault('429-hostile')
    expect(await readFailure(await call(counts))).toMatchObject({ status: 429, retry_after: 60 })
  })

  test.each([-1, 1.5, null, '12', 'many'])('refuse a total of %j', async (total_count) => {
    vi.stubGlobal('fetch', async () => Response.json({ type: 'conversation.list', conversations: [], total_count }))
    expect(await readFailure(await call(counts))).toMatchObject({ status: 502, code: 'upstream_invalid' })
  })

  test('refuse a query', async () => {
    for (const query of ['state=open', 'assignee=me', 'admin_id=7042002']) expect((await call(counts, { query })).status).toBe(400)
    expect(intercom.requests).toEqual([])
  })
})

test.each([counts, tags])('refuses customers on $path', async (route) => {
  signIn({ kind: 'customer', userId: 'ann' })
  expect(await readFailure(await call(route))).toMatchObject({ status: 403, code: 'forbidden' })
  expect(intercom.requests).toEqual([])
})

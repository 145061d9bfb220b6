import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NOW } from '../../mocks/index.ts'
import { changedConversationSchema, errorResponseSchema, LAST_MOMENT } from '../../src/kit/contracts/index.ts'
import { begin, end, expectNothingLeaked, intercom, signIn } from './harness.ts'
import { actions, ann, buildTwo, changes, hers, post, priya, tomorrow } from './conversation-writes.ts'

beforeEach(() => {
  begin(buildTwo)
  signIn(priya)
})
afterEach(end)

async function act(body: object, how?: Parameters<typeof post>[2]) {
  const response = await post(actions, body, how)
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return changedConversationSchema.parse(JSON.parse(text))
}

async function refused(body: unknown, how?: Parameters<typeof post>[2]) {
  const response = await post(actions, body, how)
  const text = await response.text()
  expectNothingLeaked(text)
  return { status: response.status, ...errorResponseSchema.parse(JSON.parse(text)).error }
}

const left = () => changes().map(({ method, path, body }) => ({ method, path: path.replace(/^\/conversations\/\d+/, ''), body }))
const by = { admin_id: '7042001' }
const manage = (body: object) => [{ method: 'POST', path: '/parts', body: { type: 'admin', ...by, ...body } }]
const assignment = (type: string, assignee_id: string) => manage({ type, message_type: 'assignment', assignee_id })

describe('requests to Intercom', () => {
  test.each([
    [{ action: 'close' }, manage({ message_type: 'close' })],
    [{ action: 'open' }, manage({ message_type: 'open' })],
    [{ action: 'snooze', snoozed_until: tomorrow }, manage({ message_type: 'snoozed', snoozed_until: tomorrow })],
    [{ action: 'assign', admin_id: '7042002' }, assignment('admin', '7042002')],
    [{ action: 'assign', admin_id: null }, assignment('admin', '0')],
    [{ action: 'assign', team_id: '8310001' }, assignment('team', '8310001')],
    [{ action: 'assign', team_id: null }, assignment('team', '0')],
    [{ action: 'assign', admin_id: '7042002', team_id: '8310001' }, [...assignment('team', '8310001'), ...assignment('admin', '7042002')]],
    [{ action: 'assign', admin_id: null, team_id: null }, [...assignment('team', '0'), ...assignment('admin', '0')]],
    [{ action: 'tag', tag_id: '9128002' }, [{ method: 'POST', path: '/tags', body: { id: '9128002', ...by } }]],
    [{ action: 'untag', tag_id: '9128001' }, [{ method: 'DELETE', path: '/tags/9128001', body: by }]],
    [{ action: 'mark_read' }, [{ method: 'PUT', path: '', body: { read: true } }]],
    [{ action: 'mark_unread' }, [{ method: 'PUT', path: '', body: { read: false } }]],
    [{ action: 'set_attribute', name: 'Severity', value: 'High' }, [{ method: 'PUT', path: '', body: { custom_attributes: { Severity: 'High' } } }]],
    [{ action: 'set_attribute', name: 'Affected people', value: 0 }, [{ method: 'PUT', path: '', body: { custom_attributes: { 'Affected people': 0 } } }]],
    [{ action: 'set_attribute', name: 'Severity', value: null }, [{ method: 'PUT', path: '', body: { custom_attributes: { Severity: null } } }]],
  ])('sends %j in the name of the signed-in agent', async (action, expected) => {
    await act(action)
    expect(left()).toEqual(expected)
  })
})

describe('responses', () => {
  test.each([
    [{ action: 'close' }, { state: 'closed', waiting_since: null }, 'close'],
    [{ action: 'open' }, { state: 'open' }, 'open'],
    [{ action: 'snooze', snoozed_until: tomorrow }, { state: 'snoozed', snoozed_until: tomorrow }, 'snoozed'],
    [{ action: 'assign', admin_id: '7042002' }, { admin_assignee_id: '7042002' }, 'assignment'],
    [{ action: 'assign', admin_id: null }, { admin_assignee_id: null }, 'assignment'],
    [{ action: 'assign', team_id: '8310001' }, { team_assignee_id: '8310001', admin_assignee_id: '7042001' }, 'assignment'],
    [{ action: 'tag', tag_id: '9128002' }, { tags: [{ id: '9128001', name: 'refund' }, { id: '9128002', name: 'bug' }] }, undefined],
    [{ action: 'untag', tag_id: '9128001' }, { tags: [] }, undefined],
    [{ action: 'mark_read' }, { read: true }, undefined],
    [{ action: 'mark_unread' }, { read: false }, undefined],
  ])('returns the new state and the event of %j', async (action, conversation, event) => {
    const answer = await act(action)
    expect(answer.conversation).toMatchObject({ id: hers().id, ...conversation })
    if (event) expect(answer.parts.at(-1)).toMatchObject({ kind: 'event', part_type: event, author: { type: 'admin', id: '7042001' } })
  })

  test.each(['closed', 'snoozed'])('opens a %s conversation when it is assigned, like Intercom does', async (state) => {
    await act(state === 'closed' ? { action: 'close' } : { action: 'snooze', snoozed_until: tomorrow })
    const { conversation, parts } = await act({ action: 'assign', admin_id: '7042002' })
    expect(conversation).toMatchObject({ state: 'open', snoozed_until: null, admin_assignee_id: '7042002' })
    expect(parts.at(-1)?.part_type).toBe(state === 'closed' ? 'assign_and_reopen' : 'assign_and_unsnooze')
  })

  test.each([
    { action: 'close' }, { action: 'open' }, { action: 'snooze', snoozed_until: tomorrow }, { action: 'assign', admin_id: '7042002' },
    { action: 'tag', tag_id: '9128001' }, { action: 'untag', tag_id: '9128001' }, { action: 'untag', tag_id: '9128002' }, { action: 'mark_read' },
  ])('accepts %j a second time', async (action) => {
    const { conversation } = await act(action)
    expect((await act(action)).conversation).toEqual(conversation)
  })
})

describe('snoozed_until', () => {
  test.each([NOW - 10, NOW, 1])('refuses a past moment (%i) by name', async (snoozed_until) => {
    const { status, code, fields } = await refused({ action: 'snooze', snoozed_until })
    expect({ status, code, fields }).toEqual({ status: 400, code: 'invalid_request', fields: { snoozed_until: 'must lie ahead' } })
    expect(hers().state).toBe('open')
  })

  test('passes on that Intercom refused a future moment', async () => {
    intercom.setFault('422')
    expect(await refused({ action: 'snooze', snoozed_until: tomorrow })).toMatchObject({ status: 422, code: 'rejected' })
  })

  test.each([tomorrow + 100 * 365 * 86_400, LAST_MOMENT])('accepts a moment far ahead (%i)', async (snoozed_until) => {
    expect((await act({ action: 'snooze', snoozed_until })).conversation!.snoozed_until).toBe(snoozed_until)
  })

  test.each([LAST_MOMENT + 1, 1e308, tomorrow + 0.5, -1, 0, String(tomorrow), null, undefined, 'tomorrow'])(
    'refuses %j', async (snoozed_until) => {
      expect(await refused({ action: 'snooze', snoozed_until })).toMatchObject({ status: 400, fields: { snoozed_until: expect.any(String) } })
      expect(intercom.requests).toEqual([])
    })
})

describe('unknown ids', () => {
  test.each([
    { action: 'assign', admin_id: '7042999' }, { action: 'assign', team_id: '8310999' }, { action: 'assign', admin_id: '8310001' },
    { action: 'assign', team_id: '7042001' }, { action: 'assign', admin_id: 'f'.repeat(24) }, { action: 'tag', tag_id: '9128999' },
  ])('changes nothing for %j', async (action) => {
    const before = structuredClone(hers())
    expect(await refused(action)).toMatchObject({ status: 404, code: 'not_found' })
    expect(hers()).toEqual(before)
  })

  test.each([{ action: 'close' }, { action: 'assign', admin_id: null }, { action: 'tag', tag_id: '9128001' }, { action: 'untag', tag_id: '9128001' }, { action: 'mark_read' }])(
    'responds with 404 for an unknown conversation: %j', async (action) => {
      expect(await refused(action, { id: '999' })).toMatchObject({ status: 404, code: 'not_found' })
    })

  test('reports a failure if only the first of two assignees was set, and a retry sets both', async () => {
    expect((await refused({ action: 'assign', team_id: '8310001', admin_id: '7042999' }, { key: 'k' })).status).toBe(404)
    expect(String(hers().team_assignee_id)).toBe('8310001')
    const mended = await act({ action: 'assign', team_id: '8310001', admin_id: '7042002' }, { key: 'mended' })
    expect(mended.conversation).toMatchObject({ team_assignee_id: '8310001', admin_assignee_id: '7042002' })
  })

  test("keeps a tag and reports a failure if Intercom doesn't know the admin", async () => {
    signIn({ kind: 'agent', adminId: '999' })
    expect((await refused({ action: 'untag', tag_id: '9128001' })).status).toBe(404)
    expect(hers().tags.tags).toHaveLength(1)
  })
})

describe('refused before any request to Intercom', () => {
  test.each([
    {}, { action: 'delete' }, { action: 'Close' }, { action: ['close'] }, { action: 'close', body: 'Bye' }, { action: 'close', admin_id: '7042002' },
    { action: 'close', snoozed_until: tomorrow }, { action: 'assign' }, { action: 'assign', assignee_id: '7042002' }, { action: 'assign', admin_id: 7042002 },
    { action: 'assign', admin_id: '' }, { action: 'assign', admin_id: '../me' }, { action: 'assign', team_id: 'team:1' }, { action: 'tag' },
    { action: 'tag', tag_id: '' }, { action: 'untag', tag_id: '1/../../admins' }, { action: 'untag', tag_id: '.' }, { action: 'tag', tag_id: '1', id: '2' },
    { action: 'mark_read', read: false }, { action: 'priority', priority: true }, { action: 'snooze' }, [], [{ action: 'close' }], 'close', null,
  ])('refuses %j', async (body) => {
    expect(await refused(body)).toMatchObject({ status: 400, code: 'invalid_request', fields: expect.any(Object) })
    expect(intercom.requests).toEqual([])
  })

  test('refuses every action of a customer', async () => {
    signIn(ann)
    for (const body of [{ action: 'close' }, { action: 'assign', admin_id: null }, { action: 'tag', tag_id: '9128002' }, { action: 'mark_read' }, {}]) {
      expect(await refused(body)).toMatchObject({ status: 403, code: 'forbidden' })
    }
    expect(intercom.requests).toEqual([])
  })
})

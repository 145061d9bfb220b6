import { describe, expect, it, vi } from 'vitest'
import { NOW } from '../data/clock.ts'
import { createTestClient } from './test-client.ts'

describe('access tokens', () => {
  it.each(['', 'Bearer ', 'Bearer invalid', 'Basic abc'])('rejects "%s"', async (Authorization) => {
    const { status, headers, body } = await createTestClient().send('GET', '/me', undefined, { Authorization })
    expect(status).toBe(401)
    expect(body).toMatchObject({
      type: 'error.list',
      errors: [{ code: 'unauthorized', message: 'Access Token Invalid' }],
    })
    expect(headers.has('X-RateLimit-Limit')).toBe(false)
  })

  it('accepts only the given token', async () => {
    const { send } = createTestClient({ token: 'secret' })
    expect((await send('GET', '/me')).status).toBe(401)
    expect((await send('GET', '/me', undefined, { Authorization: 'Bearer secret' })).status).toBe(200)
  })
})

describe('API versions', () => {
  it.each(['2.11', '2.12', '2.13', '2.14', '2.15', '2.16', 'Preview'])('supports %s', async (version) => {
    const { send } = createTestClient()
    const { status, headers } = await send('GET', '/conversations', undefined, { 'Intercom-Version': version })
    expect([status, headers.get('Intercom-Version')]).toEqual([200, version])
  })

  it.each(['2.10', '3.0', 'x'])('rejects %s', async (version) => {
    const { status, body } = await createTestClient().send('GET', '/me', undefined, { 'Intercom-Version': version })
    expect([status, body.errors[0].code]).toEqual([400, 'intercom_version_invalid'])
  })

  it('differs by version where Intercom does', async () => {
    const { send } = createTestClient()
    const at = (version: string, path: string) => send('GET', path, undefined, { 'Intercom-Version': version })
    const external = '/contacts/find_by_external_id/usr_1000'
    expect([(await at('2.12', external)).status, (await at('2.13', external)).status]).toEqual([404, 200])
    expect((await at('2.11', '/admins')).body.admins[0].avatar).toHaveProperty('image_url')
    expect((await at('2.12', '/admins')).body.admins[0].avatar).toMatch(/^https:/)
    const { id } = (await at('2.14', external)).body
    expect((await at('2.15', `/contacts/${id}`)).body.owner_id).toBe(7042003)
    expect((await at('2.16', `/contacts/${id}`)).body.owner_id).toBe('7042003')
    const { conversations } = (await at('2.16', '/conversations?per_page=150')).body
    expect(new Set(conversations.map(({ priority }) => priority))).toEqual(new Set(['none', 'high']))
    const teams = async (version: string) => {
      const { body } = await at(version, '/conversations?per_page=150')
      return body.conversations.map(({ team_assignee_id }) => team_assignee_id)
    }
    expect(await teams('2.15')).toContain(null)
    expect(await teams('2.16')).not.toContain(null)
    const noneId = conversations.find(({ priority }) => priority === 'none')!.id
    const prioritize = async (version: string) =>
      (await send('PUT', `/conversations/${noneId}`, { priority: 'high' }, { 'Intercom-Version': version })).body.priority
    expect([await prioritize('2.14'), await prioritize('2.16'), await prioritize('Preview')]).toEqual(['not_priority', 'none', 'high'])
    expect((await at('Unstable', '/me')).headers.get('Intercom-Version')).toBe('Preview')
  })
})

it('names similar endpoints if one is not simulated', async () => {
  const { send } = createTestClient()
  const { body } = await send('GET', '/contacts/68a1c0de0000000000000001/visits')
  expect(body.errors[0].message).toContain('The mocked Intercom has no GET /contacts/68a1c0de0000000000000001/visits.')
  expect(body.errors[0].message).toContain('POST /contacts/merge')
  expect((await send('POST', '/tickets')).body.errors[0].message).toMatch(/It has \/admins|It has .*\/conversations/)
})

describe('invalid requests', () => {
  const event = { event_name: 'x', user_id: 'usr_1000', created_at: NOW }
  it.each<[string, string, unknown, number, string]>([
    ['GET', '/nonsense', undefined, 404, 'not_simulated'],
    ['PUT', '/me', {}, 404, 'not_simulated'],
    ['POST', '/tickets', {}, 404, 'not_simulated'],
    ['GET', '/conversations/%E0%A4%A', undefined, 404, 'not_simulated'],
    ['GET', '/conversations/../me/x', undefined, 404, 'not_simulated'],
    ['POST', '/contacts', '{"email":', 400, 'parameter_invalid'],
    ['POST', '/contacts', '[1]', 400, 'parameter_invalid'],
    ['POST', '/contacts', {}, 400, 'parameter_invalid'],
    ['GET', '/conversations?per_page=151', undefined, 400, 'parameter_invalid'],
    ['GET', '/conversations?starting_after=x', undefined, 400, 'client_error'],
    ['GET', '/admins/1', undefined, 404, 'admin_not_found'],
    ['GET', '/companies/1', undefined, 404, 'company_not_found'],
    ['POST', '/events', { event_name: 'x', user_id: 'usr_1000' }, 400, 'parameter_invalid'],
    ['POST', '/events', { event_name: 'x', user_id: 'nobody', created_at: NOW }, 404, 'not_found'],
    ['POST', '/events', { ...event, metadata: { a: { b: 1 } } }, 400, 'parameter_invalid'],
  ])('rejects %s %s with %j', async (method, path, body, status, code) => {
    const answer = await createTestClient().send(method, path, body)
    expect([answer.status, answer.body.errors[0].code]).toEqual([status, code])
    expect(answer.body.request_id).toBe(answer.headers.get('X-Request-Id'))
  })

  const elevenAddresses = Array.from({ length: 11 }, () => 'https://x.example/a.png')
  const reply = (more: object) => ({ type: 'admin', message_type: 'comment', admin_id: '7042001', body: 'x', ...more })
  it.each<[string, object, number, string]>([
    ['reply', reply({ admin_id: undefined }), 400, 'parameter_invalid'],
    ['reply', reply({ admin_id: '1' }), 404, 'not_found'],
    ['reply', reply({ body: ' ' }), 400, 'parameter_invalid'],
    ['reply', reply({ message_type: 'shout' }), 400, 'parameter_invalid'],
    ['reply', reply({ type: 'dog' }), 400, 'parameter_invalid'],
    ['reply', reply({ created_at: NOW + 1 }), 400, 'parameter_invalid'],
    ['reply', reply({ attachment_urls: ['ftp://x.example/a'] }), 400, 'parameter_invalid'],
    ['reply', reply({ attachment_urls: elevenAddresses }), 400, 'parameter_invalid'],
    ['reply', { type: 'user', message_type: 'comment', user_id: 'usr_1017', body: 'not mine' }, 404, 'not_found'],
    ['parts', reply({ message_type: 'snoozed', snoozed_until: NOW - 1 }), 422, 'data_invalid'],
    ['parts', reply({ message_type: 'snoozed' }), 400, 'parameter_invalid'],
    ['parts', reply({ message_type: 'assignment', assignee_id: '1' }), 404, 'assignee_not_found'],
    ['parts', reply({ message_type: 'explode' }), 400, 'parameter_invalid'],
  ])('rejects %s with %j and changes nothing', async (path, body, status, code) => {
    const { intercom, send } = createTestClient()
    const conversation = intercom.workspace.conversations[0]!
    const before = structuredClone(conversation)
    const answer = await send('POST', `/conversations/${conversation.id}/${path}`, body)
    expect([answer.status, answer.body.errors[0].code]).toEqual([status, code])
    expect(conversation).toEqual(before)
  })

  it('rejects an Accept header without JSON', async () => {
    expect((await createTestClient().send('GET', '/me', undefined, { Accept: 'text/html' })).status).toBe(406)
  })

  it('rejects requests above the rate limit', async () => {
    const { send } = createTestClient({ rateLimit: 2 })
    vi.useFakeTimers({ now: 1_000_000 })
    const statuses = [await send('GET', '/me'), await send('GET', '/me'), await send('GET', '/me')]
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429])
    expect(statuses[2]?.headers.get('X-RateLimit-Remaining')).toBe('0')
    vi.setSystemTime(1_010_000)
    expect((await send('GET', '/me')).status).toBe(200)
    vi.useRealTimers()
  })
})

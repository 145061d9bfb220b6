import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type FaultId, faultIds } from './faults.ts'
import { type Intercom, createIntercom } from './intercom.ts'

let intercom: Intercom
beforeEach(() => {
  intercom = createIntercom()
})

const headers = { Authorization: 'Bearer good', 'Content-Type': 'application/json' }
const list = (signal?: AbortSignal) =>
  intercom.handle(new Request('https://api.intercom.io/conversations', { headers, ...(signal ? { signal } : {}) }))

async function asked(id: FaultId): Promise<Response> {
  intercom.setFault(id)
  return list()
}

describe('answers with a status', () => {
  test.each<[FaultId, number, string | undefined]>([
    ['401', 401, 'unauthorized'],
    ['403', 403, 'api_plan_restricted'],
    ['404', 404, 'not_found'],
    ['422', 422, 'parameter_invalid'],
    ['429-reset', 429, 'rate_limit_exceeded'],
    ['429-retry-after-s', 429, 'rate_limit_exceeded'],
    ['429-retry-after-date', 429, 'rate_limit_exceeded'],
    ['429-hostile', 429, 'rate_limit_exceeded'],
    ['500', 500, 'server_error'],
    ['503', 503, 'service_unavailable'],
  ])('%s', async (id, status, code) => {
    const response = await asked(id)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ type: 'error.list', errors: [{ code }] })
  })

  test('each 429 says how long to wait in its own way', async () => {
    const soon = Date.now() / 1000
    expect(Number((await asked('429-reset')).headers.get('X-RateLimit-Reset'))).toBeGreaterThan(soon)
    expect((await asked('429-retry-after-s')).headers.get('Retry-After')).toBe('2')
    const date = (await asked('429-retry-after-date')).headers.get('Retry-After') ?? ''
    expect(Date.parse(date)).toBeGreaterThan(soon * 1000)
    expect((await asked('429-hostile')).headers.get('Retry-After')).toBe('999999999')
  })

  test('a redirect leads away', async () => {
    const response = await asked('redirect')
    expect([response.status, response.headers.get('Location')]).toEqual([302, 'https://attacker.test/'])
  })
})

describe('answers that are not what they say', () => {
  test.each<[FaultId, number, string, string]>([
    ['502-html', 502, 'text/html', '<h1>502'],
    ['200-html', 200, 'text/html', '<html>'],
    ['200-malformed', 200, 'application/json', '"conv'],
    ['200-wrong-shape', 200, 'application/json', 'null'],
  ])('%s', async (id, status, type, part) => {
    const response = await asked(id)
    expect(response.status).toBe(status)
    expect(response.headers.get('Content-Type')).toContain(type)
    expect(await response.text()).toContain(part)
  })

  test.each<[FaultId, number]>([['200-empty', 200], ['204', 204]])('%s has no body', async (id, status) => {
    const response = await asked(id)
    expect([response.status, await response.text()]).toEqual([status, ''])
  })

  test('200-unknown-fields adds keys everywhere, and a part of no known type', async () => {
    const id = intercom.workspace.conversations.find(({ conversation_parts }) => conversation_parts.total_count > 1)?.id
    intercom.setFault('200-unknown-fields')
    const response = await intercom.handle(new Request(`https://api.intercom.io/conversations/${id}`, { headers }))
    const body = (await response.json()) as {
      unheard_of: unknown
      conversation_parts: { conversation_parts: { part_type: string }[] }
    }
    expect(body.unheard_of).toBeDefined()
    expect(body.conversation_parts.conversation_parts.at(-1)?.part_type).toBe('quantum_flip')
  })

  test('200-null-author empties what is always there', async () => {
    const body = (await (await asked('200-null-author')).json()) as {
      conversations: { created_at: unknown; source: { author: unknown; body: unknown } }[],
    }
    expect(body.conversations[0]).toMatchObject({ created_at: null, source: { author: null, body: null } })
  })

  test('200-5MB is a good answer of more than 5 MB', async () => {
    const text = await (await asked('200-5MB')).text()
    expect(text.length).toBeGreaterThan(5 * 1024 * 1024)
    expect(JSON.parse(text)).toMatchObject({ type: 'conversation.list' })
  })

  test('truncated-stream breaks off in the middle', async () => {
    await expect((await asked('truncated-stream')).text()).rejects.toThrow(/middle of the answer/)
  })
})

describe('no answer', () => {
  test('offline never arrives, conn-reset does and is lost', async () => {
    const tags = () => intercom.handle(
      new Request('https://api.intercom.io/tags', { method: 'POST', headers, body: '{"name":"Lost"}' }),
    )
    const kept = () => intercom.workspace.tags.some(({ name }) => name === 'Lost')
    intercom.setFault('offline')
    expect((await tags()).type).toBe('error')
    expect(kept()).toBe(false)
    intercom.setFault('conn-reset')
    expect((await tags()).type).toBe('error')
    expect(kept()).toBe(true)
  })

  test('slow-10s answers after ten seconds', async () => {
    vi.useFakeTimers()
    const answered = vi.fn()
    const answer = asked('slow-10s').then(answered)
    await vi.advanceTimersByTimeAsync(9_900)
    expect(answered).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(200)
    await answer
    expect(answered.mock.calls[0]?.[0]).toHaveProperty('status', 200)
    vi.useRealTimers()
  })

  test.each<FaultId>(['never', 'slow-10s'])('%s ends when the caller gives up', async (id) => {
    intercom.setFault(id)
    const caller = new AbortController()
    const answer = list(caller.signal)
    setTimeout(() => caller.abort(new Error('enough')), 5)
    expect((await answer).type).toBe('error')
  })
})

describe('who meets a fault', () => {
  const get = async (path: string, method = 'GET') =>
    (await intercom.handle(new Request(`https://api.intercom.io${path}`, { method, headers }))).status

  test('only the next ones, where their number is given', async () => {
    intercom.setFault({ id: '500', times: 2 })
    expect([await get('/me'), await get('/me'), await get('/me')]).toEqual([500, 500, 200])
  })

  test('only a method and a path, where they are given', async () => {
    intercom.setFault({ id: '500', method: 'get', path: /^\/conversations\/\d+$/ })
    const id = intercom.workspace.conversations[0]?.id
    expect([
      await get(`/conversations/${id}`),
      await get('/conversations'),
      await get(`/conversations/${id}`, 'PUT'),
    ]).toEqual([500, 200, 200])
    intercom.setFault({ id: '500', path: '/me' })
    expect([await get('/me'), await get('/admins')]).toEqual([500, 200])
  })

  test('nobody, once it is taken away', async () => {
    intercom.setFault('500')
    intercom.setFault(null)
    expect(await get('/me')).toBe(200)
  })
})

test('there are 25 of them', () => {
  expect(faultIds.toSorted()).toEqual([
    '200-5MB', '200-empty', '200-html', '200-malformed', '200-null-author', '200-unknown-fields', '200-wrong-shape',
    '204', '401', '403', '404', '422', '429-hostile', '429-reset', '429-retry-after-date', '429-retry-after-s',
    '500', '502-html', '503', 'conn-reset', 'never', 'offline', 'redirect', 'slow-10s', 'truncated-stream',
  ])
})

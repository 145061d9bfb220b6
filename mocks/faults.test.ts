import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type FaultId, faultIds } from './faults.ts'
import { type Intercom, createIntercom } from './intercom.ts'

let intercom: Intercom
beforeEach(() => {
  intercom = createIntercom()
})

const headers = { Authorization: 'Bearer good', 'Content-Type': 'application/json' }
const list = (signal?: AbortSignal) =>
  intercom.handle(new Request('https://api.intercom.io/conversations', { headers, ...(signal ? { signal } : {}) }))

async function request(id: FaultId): Promise<Response> {
  intercom.setFault(id)
  return list()
}

describe('error responses', () => {
  it.each<[FaultId, number, string | undefined]>([
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
  ])('responds to %s with %i and %s', async (id, status, code) => {
    const response = await request(id)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ type: 'error.list', errors: [{ code }] })
  })

  it('sends a different rate-limit header with each 429', async () => {
    const soon = Date.now() / 1000
    expect(Number((await request('429-reset')).headers.get('X-RateLimit-Reset'))).toBeGreaterThan(soon)
    expect((await request('429-retry-after-s')).headers.get('Retry-After')).toBe('2')
    const date = (await request('429-retry-after-date')).headers.get('Retry-After') ?? ''
    expect(Date.parse(date)).toBeGreaterThan(soon * 1000)
    expect((await request('429-hostile')).headers.get('Retry-After')).toBe('999999999')
  })

  it('redirects to another host', async () => {
    const response = await request('redirect')
    expect([response.status, response.headers.get('Location')]).toEqual([302, 'https://attacker.test/'])
  })
})

describe('invalid responses', () => {
  it.each<[FaultId, number, string, string]>([
    ['502-html', 502, 'text/html', '<h1>502'],
    ['200-html', 200, 'text/html', '<html>'],
    ['200-malformed', 200, 'application/json', '"conv'],
    ['200-wrong-shape', 200, 'application/json', 'null'],
  ])('responds to %s with %i, %s and an unusable body', async (id, status, type, part) => {
    const response = await request(id)
    expect(response.status).toBe(status)
    expect(response.headers.get('Content-Type')).toContain(type)
    expect(await response.text()).toContain(part)
  })

  it.each<[FaultId, number]>([['200-empty', 200], ['204', 204]])('sends no body for %s', async (id, status) => {
    const response = await request(id)
    expect([response.status, await response.text()]).toEqual([status, ''])
  })

  it('adds unknown fields and a part of unknown type for 200-unknown-fields', async () => {
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

  it('empties required fields for 200-null-author', async () => {
    const body = (await (await request('200-null-author')).json()) as {
      conversations: { created_at: unknown; source: { author: unknown; body: unknown } }[],
    }
    expect(body.conversations[0]).toMatchObject({ created_at: null, source: { author: null, body: null } })
  })

  it('sends a valid body of more than 5 MB for 200-5MB', async () => {
    const text = await (await request('200-5MB')).text()
    expect(text.length).toBeGreaterThan(5 * 1024 * 1024)
    expect(JSON.parse(text)).toMatchObject({ type: 'conversation.list' })
  })

  it('breaks off the body for truncated-stream', async () => {
    await expect((await request('truncated-stream')).text()).rejects.toThrow(/middle of the response/)
  })
})

describe('lost responses', () => {
  it('changes nothing for offline, but takes effect for conn-reset', async () => {
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

  it('responds after ten seconds for slow-10s', async () => {
    vi.useFakeTimers()
    const withRequestLog = vi.fn()
    const answer = request('slow-10s').then(withRequestLog)
    await vi.advanceTimersByTimeAsync(9_900)
    expect(withRequestLog).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(200)
    await answer
    expect(withRequestLog.mock.calls[0]?.[0]).toHaveProperty('status', 200)
    vi.useRealTimers()
  })

  it.each<FaultId>(['never', 'slow-10s'])('ends %s when the caller aborts', async (id) => {
    intercom.setFault(id)
    const caller = new AbortController()
    const answer = list(caller.signal)
    setTimeout(() => caller.abort(new Error('enough')), 5)
    expect((await answer).type).toBe('error')
  })
})

describe('affected requests', () => {
  const get = async (path: string, method = 'GET') =>
    (await intercom.handle(new Request(`https://api.intercom.io${path}`, { method, headers }))).status

  it('fails only the given number of requests', async () => {
    intercom.setFault({ id: '500', times: 2 })
    expect([await get('/me'), await get('/me'), await get('/me')]).toEqual([500, 500, 200])
  })

  it('fails only requests with the given method and path', async () => {
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

  it('fails no request after the fault is removed', async () => {
    intercom.setFault('500')
    intercom.setFault(null)
    expect(await get('/me')).toBe(200)
  })
})

it('offers 25 faults', () => {
  expect(faultIds.toSorted()).toEqual([
    '200-5MB', '200-empty', '200-html', '200-malformed', '200-null-author', '200-unknown-fields', '200-wrong-shape',
    '204', '401', '403', '404', '422', '429-hostile', '429-reset', '429-retry-after-date', '429-retry-after-s',
    '500', '502-html', '503', 'conn-reset', 'never', 'offline', 'redirect', 'slow-10s', 'truncated-stream',
  ])
})

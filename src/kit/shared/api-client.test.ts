import { afterEach, describe, expect, it, vi } from 'vitest'
import { getViewer, isTemporary, requestJson, RequestError, setBasePath } from '@/kit/shared/api-client'
import { onSessionEnd } from '@/kit/shared/session'

const answerWith = (answer: () => Response | Promise<Response>) => vi.stubGlobal('fetch', vi.fn(async () => answer()))
const toRequestError = (run: Promise<unknown>) => run.then(() => undefined, (reason: unknown) => reason)
const request = () => requestJson<{ rows: string[] }>('/api/intercom/rows', (data) => Array.isArray(data.rows))

afterEach(() => vi.unstubAllGlobals())

describe('requestJson', () => {
  it("returns the route's response", async () => {
    answerWith(() => Response.json({ rows: ['a'] }))
    expect(await request()).toEqual({ rows: ['a'] })
  })

  it("requests below the app's base path", async () => {
    answerWith(() => Response.json({ rows: [] }))
    setBasePath('/shop')
    await request()
    setBasePath('')
    await request()
    expect(vi.mocked(fetch).mock.calls.map(([url]) => url)).toEqual(['/shop/api/intercom/rows', '/api/intercom/rows'])
  })

  it('keeps the error of the route', async () => {
    const error = { code: 'rate_limited', message: 'Slow down.', request_id: 'r1', retry_after: 7 }
    answerWith(() => Response.json({ error }, { status: 429 }))
    expect(await toRequestError(request())).toMatchObject({ code: 'rate_limited', status: 429, requestId: 'r1', retryAfter: 7 })
  })

  it.each([
    ['HTML 401', 401, {}, { code: 'unauthorized' }],
    ['HTML 403', 403, {}, { code: 'forbidden' }],
    ['text 413', 413, {}, { code: 'payload_too_large' }],
    ['HTML 429 with seconds', 429, { 'retry-after': '30' }, { code: 'rate_limited', retryAfter: 30 }],
    ['HTML 429 with a date', 429, { 'retry-after': new Date(Date.now() + 20_500).toUTCString() }, { code: 'rate_limited', retryAfter: expect.any(Number) }],
    ['HTML 429 without a wait', 429, { 'retry-after': 'soon' }, { code: 'rate_limited', retryAfter: undefined }],
    ['HTML 500', 500, {}, { code: 'malformed' }],
  ])('maps %s of something in front of the app by its status', async (_, status, headers, expected) => {
    answerWith(() => new Response('<html>', { status, headers: headers as Record<string, string> }))
    expect(await toRequestError(request())).toMatchObject({ status, ...expected })
  })

  it.each([
    [401, 'unauthenticated', 'unauthorized'], [403, 'constructor', 'forbidden'], [413, 'FUNCTION_PAYLOAD_TOO_LARGE', 'payload_too_large'],
    [429, 'too_many', 'rate_limited'], [502, 'toString', 'malformed'], [504, 'FUNCTION_INVOCATION_TIMEOUT', 'malformed'],
  ])('maps JSON %i with the code %s of something in front of the app to %s', async (status, code, expected) => {
    answerWith(() => Response.json({ error: { code, message: 'Ask example.com' } }, { status, headers: { 'retry-after': '9' } }))
    expect(await toRequestError(request())).toMatchObject({ status, code: expected, retryAfter: 9 })
  })

  it('takes a page after a redirect for a sign-in page', async () => {
    answerWith(() => Object.defineProperty(new Response('<html>'), 'redirected', { value: true }))
    expect(await toRequestError(request())).toMatchObject({ code: 'unauthorized' })
  })

  it.each([
    ['a page of somebody else', () => new Response('<html>', { status: 200 })],
    ['an error page of somebody else', () => new Response('<html>', { status: 502 })],
    ['nothing', () => new Response('', { status: 200 })],
    ['null', () => Response.json(null)],
    ['JSON of another shape', () => Response.json({ rows: null })],
    ['an error of another shape', () => Response.json({ error: 'no' }, { status: 500 })],
  ])('reports %s as malformed', async (_, answer) => {
    answerWith(answer)
    expect(await toRequestError(request())).toMatchObject({ code: 'malformed' })
  })

  it('reports a missing response as offline', async () => {
    answerWith(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await toRequestError(request())).toMatchObject({ code: 'offline', status: 0 })
  })

  it('reports a truncated body as a lost connection', async () => {
    answerWith(
      () => new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('network error')) })),
    )
    expect(await toRequestError(request())).toMatchObject({ code: 'offline' })
  })

  describe('a missing route', () => {
    const notFound = () => new Response('<!doctype html><title>404</title>', { status: 404 })
    async function warningsOf(urls: string[], answer: () => Response): Promise<string[]> {
      vi.resetModules()
      const { requestJson: ask } = await import('@/kit/shared/api-client')
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
      answerWith(answer)
      for (const url of urls) await toRequestError(ask(url, () => true))
      const warnings = warn.mock.calls.map(([text]) => String(text))
      warn.mockRestore()
      return warnings
    }

    it('is named once in the console, with the command that adds it', async () => {
      const warnings = await warningsOf(['/api/intercom/admins', '/api/intercom/conversations?q=x', '/api/account'], notFound)
      expect(warnings).toEqual([
        expect.stringMatching(/^Intercom: \/api\/intercom responded with 404.* app\/api\/intercom\/\[\.\.\.path\]\/route\.ts with: export const \{ GET, .* \} = createIntercomRoutes\(\{ authorize \}\)/),
        expect.stringMatching(/^Intercom: \/api\/account responded with 404.* account-settings/),
      ])
    })

    it('differs from a resource that does not exist', async () => {
      const answer = () => Response.json({ error: { code: 'not_found', message: 'No such contact.', request_id: 'r1' } }, { status: 404 })
      expect(await warningsOf(['/api/intercom/contacts/1'], answer)).toEqual([])
    })

    it('is not named in production', async () => {
      vi.stubEnv('NODE_ENV', 'production')
      expect(await warningsOf(['/api/intercom/admins'], notFound)).toEqual([])
      vi.unstubAllEnvs()
    })
  })

  it('is not reported for an aborted request', async () => {
    answerWith(() => Promise.reject(new DOMException('Aborted', 'AbortError')))
    expect(await toRequestError(request())).toMatchObject({ name: 'AbortError' })
  })
})

describe('isTemporary', () => {
  it.each([
    ['offline', 0, true],
    ['rate_limited', 429, true],
    ['upstream_unavailable', 502, true],
    ['unauthorized', 401, false],
    ['forbidden', 403, false],
    ['not_found', 404, false],
    ['malformed', 200, false],
  ] as const)('of %s (%s) is %s', (code, status, expected) => {
    expect(isTemporary(new RequestError(code, '', status))).toBe(expected)
  })
})

it('ends the session when another user signs in, and not for late responses of the user before', async () => {
  const ends: boolean[] = []
  const stop = onSessionEnd((isOtherTab) => void ends.push(isOtherTab))
  const respond = (viewer: string) => Response.json({}, { headers: { 'x-intercom-viewer': viewer } })
  const responses: ((response: Response) => void)[] = []
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => void responses.push(resolve)))
  const [first, late, next] = Array.from({ length: 3 }, () => requestJson('/api/intercom/tags', () => true))
  responses[0]?.(respond('ann'))
  await first
  responses[2]?.(respond('ben'))
  await next
  responses[1]?.(respond('ann'))
  await late
  expect([ends, getViewer()]).toEqual([[false], 'ben'])
  stop()
  vi.unstubAllGlobals()
})

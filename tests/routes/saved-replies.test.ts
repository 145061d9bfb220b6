import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { faultIds, type Macro } from '../../mocks/index.ts'
import { articlesResponseSchema, savedRepliesResponseSchema } from '../../src/kit/contracts/index.ts'
import { begin, call, end, expectNothingLeaked, get, hurry, intercom, type RouteUnderTest, signIn } from './harness.ts'

const repliesRoute: RouteUnderTest = { path: '/api/intercom/saved-replies' }
const replyRoute: RouteUnderTest = { path: '/api/intercom/saved-replies/[id]' }
const articlesRoute: RouteUnderTest = { path: '/api/intercom/articles' }
const priya = { kind: 'agent', adminId: '7042001' } as const
const kofi = { kind: 'agent', adminId: '7042004' } as const

beforeEach(() => {
  begin()
  signIn(priya)
  vi.stubEnv('INTERCOM_API_VERSION', '2.16')
})
afterEach(end)

async function readReplies() {
  const response = await call(repliesRoute)
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return savedRepliesResponseSchema.parse(JSON.parse(text))
}

async function findArticles(q: string) {
  const response = await call(articlesRoute, { query: new URLSearchParams({ q }).toString() })
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return articlesResponseSchema.parse(JSON.parse(text))
}

const getTitles = async () => (await readReplies()).replies?.map(({ title }) => title)
const paths = () => intercom.requests.map(({ path }) => path)

function addMacros(count: number, change: Partial<Macro> = {}) {
  const [first] = intercom.workspace.macros
  for (let index = 0; index < count; index += 1) {
    intercom.workspace.macros.push({ ...first!, id: `9${index}`, name: `Reply ${index}`, ...change })
  }
}

describe('saved replies', () => {
  test('are those that the asking agent sees, whoever the access token belongs to', async () => {
    const ofPriya = await getTitles()
    expect(ofPriya).toContain('Greeting')
    expect(ofPriya).not.toContain('Refund is on its way')
    signIn(kofi)
    const ofKofi = await getTitles()
    expect(ofKofi).toContain('Refund is on its way')
    expect(ofKofi).not.toContain('Incident: dashboards are late')
    signIn({ kind: 'agent', adminId: '1' })
    expect(await getTitles()).not.toContain('Refund is on its way')
  })

  test('leave out unknown audiences and replies of the Messenger', async () => {
    addMacros(1, { name: 'Nobody', visible_to: 'some_day' as 'everyone' })
    addMacros(1, { name: 'No team', visible_to: 'specific_teams', visible_to_team_ids: [] })
    const titles = await getTitles()
    for (const title of ['Nobody', 'No team', 'Messenger greeting']) expect(titles).not.toContain(title)
  })

  test('keep their lines and placeholders', async () => {
    const { replies } = await readReplies()
    expect(replies?.find(({ title }) => title === 'Greeting')?.body)
      .toBe('Hi {{user.first_name|fallback:"there"}},\n\nthank you for writing to Tidewater.\n\nBest,\n{{teammate.first_name}}')
  })

  test('keep placeholders of a body in HTML, and drop those without text', async () => {
    addMacros(1, { name: 'HTML', body_text: null, body: '<p>Hi <attribute key="user.name" default="you &amp; all"/>, order <attribute key="order.number"/></p>' })
    addMacros(1, { name: 'Nothing', body_text: '', body: null })
    const { replies } = await readReplies()
    expect(replies?.find(({ title }) => title === 'HTML')?.body).toBe('Hi {{user.name|fallback:"you & all"}}, order {{order.number}}')
    expect(replies?.some(({ title }) => title === 'Nothing')).toBe(false)
  })

  test('come from all pages, up to a budget of calls', async () => {
    addMacros(300)
    expect((await readReplies()).replies).toHaveLength(307)
    expect(paths().filter((path) => path === '/macros')).toHaveLength(3)
    addMacros(1000)
    const { replies, truncated } = await readReplies()
    expect([replies?.length, truncated]).toEqual([expect.any(Number), true])
    expect(paths().filter((path) => path === '/macros')).toHaveLength(8)
  })

  test('of 20,000 characters each stay within a limit', async () => {
    addMacros(200, { body_text: 'x'.repeat(30_000) })
    const response = await call(repliesRoute)
    const text = await response.text()
    expect(text.length).toBeLessThan(1_100_000)
    expect(savedRepliesResponseSchema.parse(JSON.parse(text)).truncated).toBe(true)
  })

  test.each([['2.11', null], ['2.14', null], ['2.15', null], ['2.16', expect.any(Array)], ['Preview', expect.any(Array)]])('in %s are %o', async (version, replies) => {
    vi.stubEnv('INTERCOM_API_VERSION', version)
    expect((await readReplies()).replies).toEqual(replies)
    if (replies === null) expect(paths()).toEqual([])
  })

  test.each([['403', 'permission'], ['404', 'failure'], ['503', 'failure']] as const)('of teams are left out if teams answer %s', async (id, missing) => {
    signIn(kofi)
    intercom.setFault({ id, path: '/teams' })
    const response = await readReplies()
    expect(response).toMatchObject({ missing })
    expect(response.replies?.map(({ title }) => title)).toContain('Greeting')
    expect(response.replies?.map(({ title }) => title)).not.toContain('Refund is on its way')
  })
})

describe('one saved reply', () => {
  const findId = (wanted: string) => intercom.workspace.macros.find(({ name }) => name === wanted)!.id

  test('is read if the list has no bodies, as long lists', async () => {
    vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
      const response = await intercom.fetch(input, init)
      if (!new URL(input).pathname.endsWith('/macros')) return response
      const { data, ...list } = await response.json()
      return Response.json({ ...list, data: data.map((macro: Macro) => ({ ...macro, body: null, body_text: null })) })
    })
    const { replies } = await readReplies()
    const found = replies?.find(({ title }) => title === 'Export limit')
    expect(found?.body).toBeNull()
    expect(await (await call(replyRoute, { id: found!.id })).json()).toEqual({ ...found, body: expect.stringMatching(/^The browser export stops/) })
  })

  test('of another team, of the Messenger or before 2.16 is not found', async () => {
    // The admin of the access token is in that team, the asking agent is not.
    intercom.workspace.viewer_id = kofi.adminId
    const ofTeam = findId('Refund is on its way')
    expect((await call(replyRoute, { id: ofTeam })).status).toBe(404)
    expect((await call(replyRoute, { id: findId('Messenger greeting') })).status).toBe(404)
    expect((await call(replyRoute, { id: '1' })).status).toBe(404)
    signIn(kofi)
    expect((await call(replyRoute, { id: ofTeam })).status).toBe(200)
    intercom.setFault({ id: '403', path: '/teams' })
    expect((await call(replyRoute, { id: ofTeam })).status).toBe(404)
    vi.stubEnv('INTERCOM_API_VERSION', '2.15')
    expect((await call(replyRoute, { id: ofTeam })).status).toBe(404)
  })
})

describe('articles', () => {
  test('are published ones, and internal ones apart', async () => {
    expect(await findArticles('refund')).toEqual({
      articles: [
        { id: expect.any(String), title: 'Refunds for seats', url: 'https://help.tidewater.example/billing/refunds', internal: false },
        { id: expect.any(String), title: 'When to approve a refund', url: null, internal: true },
      ],
    })
    expect(intercom.requests.find(({ path }) => path === '/articles/search')?.query).toEqual({ phrase: 'refund', state: 'published' })
  })

  test('that Intercom returns against the filter are dropped: drafts, and unsafe addresses', async () => {
    for (const article of intercom.workspace.articles) {
      article.url = article.state === 'draft' ? 'https://help.tidewater.example/draft' : 'mailto:help@tidewater.example'
    }
    vi.stubGlobal('fetch', async (input: string, init: RequestInit) => intercom.fetch(input.replace('state=published', 'state=all'), init))
    expect((await findArticles('refund')).articles.map(({ title }) => title)).toEqual(['When to approve a refund'])
  })

  test('are found by words of their beginning, without accents', async () => {
    intercom.workspace.internal_articles[0]!.body = '<p>Über <b>Erstattungen</b> &amp; mehr</p>'
    expect((await findArticles('mehr uber')).articles).toMatchObject([{ internal: true }])
    expect((await findArticles('strong')).articles).toEqual([])
  })

  test('are only those of the Help Center before 2.14', async () => {
    vi.stubEnv('INTERCOM_API_VERSION', '2.13')
    expect((await findArticles('refund')).articles).toMatchObject([{ internal: false }])
    expect(paths()).toEqual(['/articles/search'])
  })

  test.each([['403', 'permission'], ['404', 'failure'], ['429-hostile', 'failure'], ['503', 'failure'], ['200-wrong-shape', 'failure']] as const)('of one kind are there if the other answers %s', async (id, reason) => {
    intercom.setFault({ id, path: '/articles/search' })
    expect(await findArticles('refund')).toMatchObject({ articles: [{ internal: true }], missing: { articles: reason } })
    intercom.setFault({ id, path: '/internal_articles/search' })
    expect(await findArticles('refund')).toMatchObject({ articles: [{ internal: false }], missing: { internal_articles: reason } })
  })

  test.each(['', '%20', `${'x'.repeat(201)}`])('refuse the query %o', async (q) => {
    expect((await call(articlesRoute, { query: `q=${q}` })).status).toBe(400)
    expect(intercom.requests).toEqual([])
  })
})

describe('both', () => {
  const routes = [{ route: repliesRoute, path: /^\/macros/ }, { route: articlesRoute, path: /articles\/search$/, query: 'q=refund' }]

  test.each(routes)('$route.path is refused to customers, without a call', async ({ route, query }) => {
    signIn({ kind: 'customer', userId: 'usr_1000' })
    const response = await call(route, { query })
    expect([response.status, await response.text()]).toEqual([403, expect.not.stringMatching(/refund|Greeting/i)])
    expect(intercom.requests).toEqual([])
  })

  test.each(routes)('$route.path has a limit of its own', async ({ route, query }) => {
    let status = 200
    for (let index = 0; index < 130 && status === 200; index += 1) status = (await call(route, { query })).status
    expect(status).toBe(429)
    expect((await get('/api/intercom/tags')).status).toBe(200)
  })

  describe.each(routes)('$route.path', ({ route, path, query }) => {
    test.each(faultIds)('hides nothing else if Intercom responds with %s', async (id) => {
      intercom.setFault({ id, path })
      if (id === 'never' || id === 'slow-10s') hurry(1)
      const response = await call(route, { query })
      const text = await response.text()
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      if (response.ok) {
        expect(['200-unknown-fields', '200-null-author', '200-5MB']).toContain(id)
        if (id !== '200-null-author') expect(text).toMatch(/refund|Greeting/i)
      } else {
        expect(response.status).toBeGreaterThan(400)
        expectNothingLeaked(text)
      }
      expect((await get('/api/intercom/conversations')).status).toBe(200)
      expect((await get('/api/intercom/conversations/[id]', { id: intercom.workspace.conversations[0]!.id })).status).toBe(200)
    })
  })
})

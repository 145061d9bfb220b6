import type { Cache } from 'swr'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toConversationUrl } from '@/kit/shared/inbox-data'
import { clearDrafts, drafts } from '@/kit/inbox/composer/drafts'
import { toOptimisticPart } from '@/kit/inbox/composer/outbox-message'
import { readViewer } from '@/kit/shared/api-client'
import { forgetUser, getSession } from '@/kit/shared/session'
import { getOutbox } from '@/kit/inbox/composer/outbox'

const NOW = 1_795_015_440
const author = { type: 'admin', id: '1', name: 'Priya', avatar_url: null } as const
const message = (text: string, at = NOW) => ({ mode: 'reply' as const, text, files: [], at })
const json = (status: number, body: object) => Response.json(body, { status })
const failure = (status: number, code: string, more = {}) =>
  json(status, { error: { code, message: code, request_id: 'r', ...more } })

function fields(parts: object[]) {
  return {
    id: '1', title: null, state: 'open', read: true, priority: false, created_at: NOW, updated_at: NOW,
    last_message_at: NOW, waiting_since: null, snoozed_until: null, first_response_seconds: null, admin_assignee_id: null,
    team_assignee_id: null, tags: [], contact: null, parts, omitted_parts: 0,
  }
}

/** Mocks a server: the thread for GET, responses to POSTs in turn, and the received requests. */
function makeServer(...answers: (() => Response | Promise<Response>)[]) {
  const posts: { path: string; key: string | null; body: { body: string } }[] = []
  const thread: object[] = []
  const server = { viewer: '' }
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', headers, body }: RequestInit = {}) => {
    if (method === 'GET') return json(200, fields(thread))
    if (method === 'HEAD') return new Response(null, { headers: { 'x-intercom-viewer': server.viewer } })
    posts.push({ path: url.split('/').at(-1) ?? '', key: new Headers(headers).get('idempotency-key'), body: JSON.parse(String(body)) })
    const next = answers.shift()
    if (!next) throw new TypeError('fetch failed')
    return next()
  })
  const cache = new Map([[toConversationUrl('1'), { data: fields(thread) }]])
  const mutate = vi.fn(async (key: string, data: { data: unknown }) => void cache.set(key, { data } as never))
  const outbox = getOutbox({ cache: cache as unknown as Cache, mutate: mutate as never, unload: vi.fn() })
  const taken = (text: string) => {
    const part = toOptimisticPart(`part-${text}`, message(text), author)
    thread.push(part)
    const { contact: _contact, parts: _parts, ...conversation } = fields([])
    return json(200, { conversation, parts: [part] })
  }
  return Object.assign(server, { posts, outbox, taken, thread })
}

const settled = () => vi.waitFor(() => expect(true).toBe(true)).then(() => new Promise((resolve) => setTimeout(resolve, 5)))

describe('outbox', () => {
  beforeEach(() => clearDrafts())
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('shows a message at once, and removes it when sent', async () => {
    const server = makeServer(() => server.taken('Hello'))
    const onSent = vi.fn()
    server.outbox.send({ ...message('Hello'), conversationId: '1', onSent })
    expect(server.outbox.get('1')).toMatchObject([{ text: 'Hello', delivery: 'sending' }])
    await vi.waitFor(() => expect(server.outbox.get('1')).toEqual([]))
    expect(onSent).toHaveBeenCalledTimes(1)
    expect(server.posts).toMatchObject([{ path: 'reply', body: { message_type: 'comment', body: 'Hello' } }])
  })

  it('never sends a waiting message as the next user', async () => {
    vi.useFakeTimers()
    const limited = { error: { code: 'rate_limited', message: 'Slow down.', request_id: 'r', retry_after: 5 } }
    const server = makeServer(() => json(429, limited))
    const onSent = vi.fn()
    server.outbox.send({ ...message('Canary'), conversationId: '1', onSent })
    await vi.waitFor(() => expect(server.outbox.get('1')).toMatchObject([{ delivery: 'waiting' }]))
    forgetUser(false)
    expect(server.outbox.get('1')).toEqual([])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.posts).toHaveLength(1)
    expect([server.outbox.get('1'), onSent.mock.calls]).toEqual([[], []])
  })

  it('asks who is signed in before it sends a waiting message', async () => {
    vi.useFakeTimers()
    const server = makeServer(() => failure(429, 'rate_limited', { retry_after: 5 }))
    readViewer(new Response(null, { headers: { 'x-intercom-viewer': 'ann' } }), getSession())
    server.outbox.send({ ...message('Canary'), conversationId: '1' })
    await vi.waitFor(() => expect(server.outbox.get('1')).toMatchObject([{ delivery: 'waiting' }]))
    server.viewer = 'ben'
    await vi.advanceTimersByTimeAsync(60_000)
    expect([server.posts.length, server.outbox.get('1')]).toEqual([1, []])
  })

  it('sends a note to the notes route', async () => {
    const server = makeServer(() => server.taken('Careful'))
    server.outbox.send({ ...message('Careful'), mode: 'note', conversationId: '1' })
    await vi.waitFor(() => expect(server.outbox.get('1')).toEqual([]))
    expect(server.posts).toMatchObject([{ path: 'notes', body: { message_type: 'note' } }])
  })

  it('retries with the same key and body, one request at a time', async () => {
    const server = makeServer(() => failure(503, 'upstream_unavailable'), () => server.taken('Hello'))
    server.outbox.send({ ...message('Hello'), conversationId: '1' })
    await vi.waitFor(() => expect(server.outbox.get('1')[0]?.delivery).toBe('failed'))
    const id = server.outbox.get('1')[0]?.id ?? ''
    server.outbox.retry(id)
    server.outbox.retry(id)
    await vi.waitFor(() => expect(server.outbox.get('1')).toEqual([]))
    expect(server.posts).toHaveLength(2)
    expect(server.posts[1]).toEqual(server.posts[0])
  })

  it('finds a message in the thread whose response was lost', async () => {
    const server = makeServer(() => {
      server.taken('Hello')
      throw new TypeError('fetch failed')
    })
    const onSent = vi.fn()
    server.outbox.send({ ...message('Hello'), conversationId: '1', onSent })
    await vi.waitFor(() => expect(server.outbox.get('1')).toEqual([]))
    expect(onSent).toHaveBeenCalledTimes(1)
    expect(server.posts).toHaveLength(1)
  })

  it('does not mistake an earlier equal message for the failed one', async () => {
    const server = makeServer(() => server.taken('ok'), () => failure(504, 'upstream_timeout'))
    server.outbox.send({ ...message('ok'), conversationId: '1' })
    server.outbox.send({ ...message('ok'), conversationId: '1' })
    await vi.waitFor(() => expect(server.outbox.get('1')).toMatchObject([{ delivery: 'failed' }]))
  })

  it('offers a new message if the first attempt is lost and missing in the thread', async () => {
    const server = makeServer(() => failure(504, 'upstream_timeout'), () => failure(409, 'conflict'), () => server.taken('Hello'))
    server.outbox.send({ ...message('Hello'), conversationId: '1' })
    await vi.waitFor(() => expect(server.outbox.get('1')[0]?.delivery).toBe('failed'))
    const id = server.outbox.get('1')[0]?.id ?? ''
    server.outbox.retry(id)
    await vi.waitFor(() => expect(server.outbox.get('1')[0]?.delivery).toBe('missing'))
    server.outbox.retry(id)
    await vi.waitFor(() => expect(server.outbox.get('1')).toEqual([]))
    const [first, second, third] = server.posts.map(({ key }) => key)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('waits for Retry-After, then continues by itself', async () => {
    vi.useFakeTimers()
    const server = makeServer(() => failure(409, 'conflict', { retry_after: 1 }), () => failure(429, 'rate_limited', { retry_after: 2 }), () => server.taken('Hello'))
    server.outbox.send({ ...message('Hello'), conversationId: '1' })
    await vi.advanceTimersByTimeAsync(500)
    expect(server.outbox.get('1')[0]?.delivery).toBe('waiting')
    expect(server.posts).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(600)
    expect(server.posts).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(server.outbox.get('1')).toEqual([])
    expect(new Set(server.posts.map(({ key }) => key)).size).toBe(1)
  })

  it('sends messages in order', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const server = makeServer(async () => (await held, server.taken('first')), () => server.taken('second'))
    server.outbox.send({ ...message('first'), conversationId: '1' })
    server.outbox.send({ ...message('second'), conversationId: '1' })
    await settled()
    expect(server.posts).toHaveLength(1)
    release()
    await vi.waitFor(() => expect(server.outbox.get('1')).toEqual([]))
    expect(server.posts.map(({ body }) => body.body)).toEqual(['first', 'second'])
  })

  it('restores a discarded message to an empty draft only', async () => {
    const server = makeServer(() => failure(403, 'forbidden'), () => failure(403, 'forbidden'))
    for (const text of ['one', 'two']) server.outbox.send({ ...message(text), conversationId: '1' })
    await vi.waitFor(() => expect(server.outbox.get('1').every(({ delivery }) => delivery === 'failed')).toBe(true))
    for (const { id } of server.outbox.get('1')) server.outbox.discard(id)
    expect(drafts.get('1', 'reply').text).toBe('one')
    expect(server.outbox.get('1')).toEqual([])
  })

  it('discards no message that is being sent', async () => {
    const server = makeServer(() => new Promise<Response>(() => {}))
    server.outbox.send({ ...message('Hello'), conversationId: '1' })
    server.outbox.discard(server.outbox.get('1')[0]?.id ?? '')
    expect(server.outbox.get('1')).toHaveLength(1)
  })
})

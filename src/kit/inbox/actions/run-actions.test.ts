import type { Cache } from 'swr'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ActionResult, runActions } from '@/kit/inbox/actions/run-actions'
import { toConversationUrl } from '@/kit/shared/inbox-data'
import { forgetUser } from '@/kit/shared/session'
import { toasts } from '@/kit/inbox/actions/toasts'
import { formatShortDateTime } from '@/kit/strings/format-time'

const NOW = 1_795_015_440
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index))
const close = [{ action: 'close' }] as const
const refuse = (status: number, code: string, retry_after?: number) =>
  Response.json({ error: { code, message: code, request_id: 'r', retry_after } }, { status })

function conversation(id: string) {
  return {
    id, state: 'open', title: null, read: true, priority: false, last_message_at: NOW, waiting_since: null, snoozed_until: null,
    first_response_seconds: null, admin_assignee_id: null, team_assignee_id: null, tags: [], created_at: NOW, updated_at: NOW,
  }
}

/** A page with `count` conversations, and a server that `respond` can refuse requests for. */
function makePage(count: number, respond: (id: string, action: string) => Response | null = () => null) {
  const posts: [id: string, action: string][] = []
  let [running, most] = [0, 0]
  vi.stubGlobal('fetch', async (url: string, { body }: RequestInit = {}) => {
    const id = url.split('/').at(-2) ?? ''
    const { action } = JSON.parse(String(body)) as { action: string }
    posts.push([id, action])
    most = Math.max(most, ++running)
    await Promise.resolve()
    running -= 1
    return respond(id, action) ?? Response.json({ conversation: conversation(id), parts: [] })
  })
  const cache = new Map(ids(count).map((id) => [toConversationUrl(id), { data: { ...conversation(id), parts: [] } }]))
  const progress: number[] = []
  const results: ActionResult[] = []
  const context = {
    cache: cache as unknown as Cache,
    mutate: vi.fn(async () => {}) as never,
    unload: vi.fn(),
    getStrings: ((component: string) => (key: string, values?: object) => `${component} ${key} ${JSON.stringify(values ?? {})}`) as never,
    format: { current: { locale: 'en', timeZone: 'UTC' } },
    onProgress: ({ finished }: { finished: number }) => void progress.push(finished),
    onResult: (result: ActionResult) => void results.push(result),
  }
  return { posts, progress, results, most: () => most, run: (actions: Parameters<typeof runActions>[2]) => runActions(context, ids(count), actions) }
}

const messages = () => toasts.get().map(({ message }) => message)

describe('runActions', () => {
  beforeEach(() => toasts.clear())
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('drops toasts of a user who signs out, and runs no undo as the next user', async () => {
    const page = makePage(1)
    await page.run(close)
    const [undo] = toasts.get()
    forgetUser(false)
    expect(toasts.get()).toEqual([])
    undo?.action?.onAction()
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect([page.posts.length, toasts.get()]).toEqual([1, []])
  })

  it('changes four conversations at a time, each once', async () => {
    const page = makePage(9)
    await page.run(close)
    expect(page.most()).toBe(4)
    expect(page.posts.map(([id]) => id).toSorted()).toEqual(ids(9))
    expect(page.progress).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(messages()).toEqual([expect.stringContaining('"count":9')])
  })

  it.each([1, 3])('says until when %i conversations are snoozed', async (count) => {
    const page = makePage(count)
    await page.run([{ action: 'snooze', snoozed_until: NOW + 3600 }])
    expect(messages()).toEqual([`actionToast snoozed {"count":${count},"time":"${formatShortDateTime(NOW + 3600, { locale: 'en', timeZone: 'UTC' })}"}`])
  })

  it('undoes every change with one toast', async () => {
    const page = makePage(3)
    await page.run(close)
    toasts.undoLast()
    await vi.waitFor(() => expect(messages()).toEqual([expect.stringContaining('undone')]))
    expect(page.posts.slice(3)).toEqual(ids(3).map((id) => [id, 'open']))
  })

  it('retries only the conversations that failed', async () => {
    let isDown = true
    const page = makePage(3, (id) => (isDown && id === '1' ? refuse(503, 'upstream_unavailable') : null))
    await page.run(close)
    const [first] = page.results
    expect([...(first?.failed.keys() ?? [])]).toEqual(['1'])
    expect(first?.done).toEqual(['0', '2'])
    expect(messages()).toHaveLength(1)
    isDown = false
    await first?.retry?.()
    expect(page.posts.slice(3)).toEqual([['1', 'close']])
    expect(page.results.at(-1)).toMatchObject({ done: ['1'], retry: null })
  })

  it('retries a single failure from its toast, and only the actions that failed', async () => {
    let isDown = true
    const page = makePage(1, (_, action) => (isDown && action === 'untag' ? refuse(503, 'upstream_unavailable') : null))
    await page.run([{ action: 'tag', tag_id: '7' }, { action: 'untag', tag_id: '8' }])
    const failure = toasts.get().find(({ kind }) => kind === 'error')
    expect(failure?.message).toContain('taggedUnclear')
    isDown = false
    toasts.act(failure?.id ?? '')
    await vi.waitFor(() => expect(page.posts.slice(2)).toEqual([['0', 'untag']]))
    await vi.waitFor(() => expect(toasts.get().map(({ kind }) => kind)).toEqual(['status']))
  })

  it('retries an undo that failed', async () => {
    let isDown = false
    const page = makePage(1, () => (isDown ? refuse(503, 'upstream_unavailable') : null))
    await page.run(close)
    isDown = true
    toasts.undoLast()
    await vi.waitFor(() => expect(messages()).toEqual([expect.stringContaining('undoneUnclear')]))
    isDown = false
    toasts.act(toasts.get()[0]?.id ?? '')
    await vi.waitFor(() => expect(messages()).toEqual([expect.stringContaining('undone ')]))
    expect(page.posts.map(([, action]) => action)).toEqual(['close', 'open', 'open'])
  })

  it('lets all conversations wait for the pause that the server asks for', async () => {
    vi.useFakeTimers()
    let refusals = 2
    const page = makePage(6, () => (refusals-- > 0 ? refuse(429, 'rate_limited', 7) : null))
    const done = page.run(close)
    await vi.advanceTimersByTimeAsync(6_900)
    const before = page.posts.length
    expect(before).toBeLessThanOrEqual(4)
    await vi.advanceTimersByTimeAsync(200)
    await done
    expect(page.posts.length).toBeGreaterThan(before)
    expect(page.results.at(-1)?.done).toHaveLength(6)
  })

  it('gives up after three tries, and at once if the pause is long', async () => {
    vi.useFakeTimers()
    const page = makePage(1, () => refuse(429, 'rate_limited', 2))
    const done = page.run(close)
    await vi.advanceTimersByTimeAsync(10_000)
    await done
    expect(page.posts).toHaveLength(3)
    const late = makePage(1, () => refuse(429, 'rate_limited', 3_600))
    await late.run(close)
    expect(late.posts).toHaveLength(1)
  })
})

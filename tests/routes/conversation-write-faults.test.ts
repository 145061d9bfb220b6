import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { faultIds, type FaultId } from '../../mocks/index.ts'
import { changedConversationSchema, errorResponseSchema } from '../../src/kit/contracts/index.ts'
import { begin, end, expectNothingLeaked, hurry, intercom, logged, signIn, waits } from './harness.ts'
import { ann, buildTwo, changes, conversationWrites, hers, post, priya, reply, sam, type Write } from './conversation-writes.ts'
import { certainly, expectedOfWrites } from './write-faults.ts'

const unhandled = vi.fn()

beforeEach(() => {
  begin(buildTwo)
  process.on('unhandledRejection', unhandled)
})

afterEach(async () => {
  end()
  await new Promise((resolve) => setTimeout(resolve))
  process.off('unhandledRejection', unhandled)
  expect(unhandled).not.toHaveBeenCalled()
})

const sent = ({ writes: { method, path } }: Write) =>
  intercom.requests.filter((request) => request.method === method && path.test(request.path))

/** Expires the deadline at once for faults that never respond in time. */
function expireDeadlineFor(id: FaultId, requests?: number): void {
  if (id === 'never' || id === 'slow-10s') hurry(requests)
}

async function read(response: Response) {
  const text = await response.text()
  const data = JSON.parse(text)
  if (response.ok) return { text, data: changedConversationSchema.parse(data), error: undefined }
  expectNothingLeaked(text)
  return { text, data: undefined, error: errorResponseSchema.parse(data).error }
}

/** Number of times that the write reached Intercom. Actions count as 0 or 1. */
const times = (write: Write) => Number(write.isDone())

describe.each(conversationWrites)('$what', (write) => {
  const isMessage = write.writes.path.source.includes('reply')
  beforeEach(() => signIn(write.as))

  test('succeeds without a fault', async () => {
    expect(times(write)).toBe(0)
    const response = await post(write, write.body)
    const { text, data } = await read(response)
    expect(response.status, text).toBe(200)
    expect(data?.conversation?.id).toBe(intercom.workspace.conversations[0]?.id)
    expect([times(write), sent(write).length]).toEqual([1, 1])
  })

  test.each(faultIds)('reports %s', async (id) => {
    const { status, code, tries } = expectedOfWrites[id]
    intercom.setFault({ id, ...write.writes })
    expireDeadlineFor(id)
    const response = await post(write, write.body)
    const { text, error } = await read(response)
    expect([response.status, sent(write).length], text).toEqual([status, tries])
    expect(Math.max(0, ...waits)).toBeLessThan(3500)
    expect(times(write)).toBeLessThanOrEqual(1)
    expect(error?.code).toBe(code)
    if (!error) return
    expect(response.headers.get('retry-after')).toBe(error.retry_after === undefined ? null : String(error.retry_after))
    expect(logged.at(-1)).toMatchObject({ request_id: error.request_id, status, code, route: write.path })
  })

  test.each(faultIds)('retries with the same key after %s without writing twice', async (id) => {
    intercom.setFault({ id, ...write.writes, times: 1 })
    expireDeadlineFor(id, 1)
    const first = await post(write, write.body, { key: 'key' })
    const { text } = await read(first)
    const before = sent(write).length
    const again = await post(write, write.body, { key: 'key' })
    const answer = await read(again)

    if (first.ok) {
      expect([again.status, answer.text, sent(write).length]).toEqual([200, text, before])
      expect(times(write)).toBe(1)
    } else if (!isMessage || certainly.has(id)) {
      expect(again.status, answer.text).toBe(200)
      expect(times(write)).toBe(1)
    } else {
      // The result is unknown and the deadline has passed, so a user has to look: it is never posted twice.
      expect([again.status, answer.error?.code, answer.error?.retry_after]).toEqual([409, 'conflict', undefined])
      expect(again.headers.get('retry-after')).toBeNull()
      expect(sent(write)).toHaveLength(before)
      expect(times(write)).toBeLessThanOrEqual(1)
      const anew = await post(write, write.body, { key: 'anew' })
      expect(anew.status).toBe(200)
    }
  })

  test('asks a concurrent duplicate to wait, then replays the response', async () => {
    let arrived = () => {}
    let answer = () => {}
    const arrival = new Promise<void>((resolve) => (arrived = resolve))
    const gate = new Promise<void>((resolve) => (answer = resolve))
    vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
      if (init.method === write.writes.method && write.writes.path.test(new URL(input).pathname)) {
        arrived()
        await gate
      }
      return intercom.fetch(input, init)
    })
    const first = post(write, write.body, { key: 'key' })
    await arrival
    const second = await post(write, write.body, { key: 'key' })
    expect(second.status).toBe(409)
    expect((await read(second)).error).toMatchObject({ code: 'conflict', retry_after: 1 })
    answer()
    const { text } = await read(await first)
    expect((await read(await post(write, write.body, { key: 'key' }))).text).toBe(text)
    expect([times(write), sent(write).length]).toEqual([1, 1])
  })

  test('writes once for ten concurrent duplicates', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(write, write.body, { key: 'key' })))
    const statuses = answers.map(({ status }) => status)
    expect(statuses).toContain(200)
    for (const status of statuses) expect([200, 409]).toContain(status)
    expect([times(write), sent(write).length]).toEqual([1, 1])
  })

  test('refuses a key that is reused with another body', async () => {
    await post(write, write.body, { key: 'key' })
    const before = changes().length
    const other = isMessage ? { ...write.body, body: 'Something else' } : { action: 'mark_unread' }
    const response = await post(write, other, { key: 'key' })
    expect(response.status).toBe(400)
    expect((await read(response)).error?.fields).toEqual({ 'Idempotency-Key': 'was used for another request' })
    expect(changes()).toHaveLength(before)
  })

  test('separates keys by conversation and user', async () => {
    signIn(priya)
    await post(write, write.body, { key: 'key' })
    await post(write, write.body, { key: 'key', id: intercom.workspace.conversations[1]!.id })
    signIn(sam)
    await post(write, write.body, { key: 'key' })
    expect(sent(write)).toHaveLength(3)
  })

  test('refuses an invalid key before any request', async () => {
    const response = await post(write, write.body, { key: 'no key' })
    expect(response.status).toBe(400)
    expect(changes()).toEqual([])
  })
})

describe('check before a customer’s reply', () => {
  beforeEach(() => signIn(ann))
  const body = { message_type: 'comment', body: 'Good morning' }

  test.each(faultIds)('sends nothing after %s, and sends it on a retry with the same key', async (id) => {
    const { status, code } = expectedOfWrites[id]
    intercom.setFault({ id, method: 'GET', path: /^\/conversations\/\d+$/ })
    expireDeadlineFor(id)
    const response = await post(reply, body, { key: 'key' })
    const { text, error } = await read(response)
    expect([response.status, error?.code], text).toEqual([status, code])
    expect(changes()).toHaveLength(response.ok ? 1 : 0)
    intercom.setFault(null)
    vi.restoreAllMocks()
    expect((await post(reply, body, { key: 'key' })).status).toBe(200)
    expect(changes()).toHaveLength(1)
  })
})

describe('check after a change of tags', () => {
  beforeEach(() => signIn(priya))

  test.each(['tag', 'untag'].flatMap((action) => faultIds.map((fault) => [action, fault] as const)))('reports a failed check after %s, and succeeds on a retry', async (action, id) => {
    const write = conversationWrites.find(({ what }) => what === action)!
    intercom.setFault({ id, method: 'GET', path: /^\/conversations\/\d+$/ })
    // The clock is hurried after the change: the deadline holds for both requests.
    if (id === 'never' || id === 'slow-10s') hurry(1)
    const response = await post(write, write.body, { key: 'key' })
    expect(response.status, await response.clone().text()).toBe(200)
    expect(write.isDone()).toBe(true)
    const { conversation, parts } = changedConversationSchema.parse(await response.json())
    if (conversation === null) expect(parts).toEqual([])
    else expect(conversation.id).toBe(hers().id)
  })
})

test('refuses a reply without a key before any request', async () => {
  signIn(priya)
  const { call } = await import('./harness.ts')
  const headers = { 'content-type': 'application/json' }
  const response = await call(reply, { method: 'POST', headers, body: JSON.stringify({ message_type: 'comment', body: 'Hi' }) })
  expect(response.status).toBe(400)
  expect(intercom.requests).toEqual([])
})

/** Checks that lists and threads open within a budget of work and bytes, whatever one customer wrote. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  changedConversationSchema, conversationSchema, conversationsResponseSchema, type Conversation, type Part,
} from '../../src/kit/contracts/index.ts'
import { toPlainText } from '../../src/kit/rich-text/index.ts'
import { begin, call, end, get, logged, signIn } from './harness.ts'
import { actions, ann, buildTwo, post, priya, reply } from './conversation-writes.ts'

const ID = '9001'
const CONTACT = 'a'.repeat(24)

type Parts = { body: string; type?: string }[]

const author = { type: 'user', id: CONTACT, name: 'Ann', email: 'ann@alder.example' }
const admin = { type: 'admin', id: '7042001', name: 'Priya', email: 'priya@team.example' }

function toConversation(opening: string, parts: Parts, id = ID) {
  return {
    type: 'conversation', id, state: 'open', open: true, read: false, created_at: 1000, updated_at: 9000,
    source: { type: 'conversation', id: '1', subject: '', body: opening, author, attachments: [] },
    contacts: { contacts: [{ type: 'contact', id: CONTACT, external_id: 'ann' }] },
    tags: { tags: [] },
    conversation_parts: {
      total_count: parts.length,
      conversation_parts: parts.map(({ body, type = 'comment' }, index) => ({
        id: String(100 + index), part_type: type, body, created_at: 1001 + index, author: type === 'note' ? admin : author, attachments: [],
      })),
    },
  }
}

/** Intercom, with one conversation in it, and a list of rows. */
function serve(conversation: object, rows: unknown[] = [conversation]) {
  const encode = (data: unknown) => new TextEncoder().encode(JSON.stringify(data))
  const one = encode(conversation)
  const list = encode({ type: 'conversation.list', conversations: rows, total_count: rows.length, pages: null })
  const contacts = encode({ type: 'list', data: [{ type: 'contact', id: CONTACT, external_id: 'ann', role: 'user', name: 'Ann' }], total_count: 1 })
  const headers = { 'content-type': 'application/json' }
  vi.stubGlobal('fetch', vi.fn(async (url: string) => {
    const bytes = url.endsWith('/conversations/search') ? list : url.endsWith('/contacts/search') ? contacts : one
    return new Response(bytes, { headers })
  }))
}

async function measure<T>(run: () => Promise<T>): Promise<{ result: T; cpu: number; memory: number }> {
  const used = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  const before = used()
  const start = process.cpuUsage()
  const result = await run()
  const { user, system } = process.cpuUsage(start)
  return { result, cpu: (user + system) / 1000, memory: (used() - before) / 2 ** 20 }
}

/** The cheapest of five: the first pays for the compiler. */
async function measureCheapest<T>(run: () => Promise<T>) {
  const runs = []
  for (let index = 0; index < 5; index++) runs.push(await measure(run))
  return runs.toSorted((a, b) => a.cpu - b.cpu)[0]!
}

/** Largest cost of a page, in times that this machine needs to parse 5 MB of JSON: 300 to 400 ms on a quiet one. */
const LARGEST_COST = 6

const yardstick = JSON.stringify(Array.from({ length: 100_000 }, (_, index) => ({ id: String(index), text: `line ${index}`, read: index % 2 === 0 })))

/** Cost of a run, compared with the yardstick: a busy machine needs longer for both. Memory is in megabytes. */
async function cheapest<T>(run: () => Promise<T>) {
  const { result, cpu, memory } = await measureCheapest(run)
  const { cpu: unit } = await measureCheapest(async () => JSON.parse(yardstick) as unknown)
  return { result, cost: cpu / unit, memory }
}

beforeEach(() => {
  begin(buildTwo)
  signIn(priya)
})
afterEach(end)

const lines = (count: number) => Array.from({ length: count }, (_, index) => `<p>${index}</p>`).join('')

const repeat = (count: number, body: string): Parts => Array.from({ length: count }, (_, index) => ({ body: `${body}<p>end of ${index}</p>` }))

const textOf = (part: Part | undefined) => (part && part.kind !== 'event' ? toPlainText(part.body) : '')

const hostile: Record<string, { opening: string; parts: Parts }> = {
  '300 messages of 2,500 short lines': { opening: '<p>Hi</p>', parts: repeat(300, lines(2500)) },
  '300 messages of 2,500 line breaks': { opening: '<p>Hi</p>', parts: repeat(300, 'ab<br>'.repeat(2500)) },
  'an opening message of 4.3 MB': { opening: `<p>Hi</p>${'<b>x</b> '.repeat(480_000)}`, parts: repeat(3, '<p>Yes</p>') },
  'an opening message of 30 MB': { opening: `<p>Hi</p>${'word '.repeat(6_000_000)}`, parts: repeat(3, '<p>Yes</p>') },
  '25 messages of 170 kB': { opening: '<p>Hi</p>', parts: repeat(25, `<p>${'word '.repeat(34_000)}</p>`) },
  '52 replies of 19,990 less-than signs': { opening: '<p>Hi</p>', parts: repeat(52, `<p>${'&lt;'.repeat(19_990)}</p>`) },
  '60 e-mails of 80 kB': { opening: '<p>Hi</p>', parts: repeat(60, `<style>p{}</style><table><tr><td>${'<a href="https://a.example/é">x</a>'.repeat(2200)}</td></tr></table>`) },
  '500 messages of escaped quotes': { opening: '<p>Hi</p>', parts: repeat(500, `<p>${'"\\'.repeat(10_000)}</p>`) },
  '500 messages of surrogates': { opening: '<p>Hi</p>', parts: repeat(500, '\uD83D\uDE00'.repeat(4000)) },
  '500 messages of control characters': { opening: '<p>Hi</p>', parts: repeat(500, '&#1;'.repeat(8000)) },
}

describe.each(Object.entries(hostile))('%s', (_, { opening, parts }) => {
  const LIST = '/api/intercom/conversations'

  test('the thread opens, with its newest messages whole', async () => {
    serve(toConversation(opening, parts))
    const { result, cost, memory } = await cheapest(async () => (await get(`${LIST}/[id]`, { id: ID })).text())
    const thread: Conversation = conversationSchema.parse(JSON.parse(result))
    expect(Buffer.byteLength(result)).toBeLessThan(1.5e6)
    expect(cost).toBeLessThan(LARGEST_COST)
    expect(memory).toBeLessThan(150)

    expect(thread.parts[0]).toMatchObject({ part_type: 'source' })
    expect(textOf(thread.parts[0])).toMatch(/^Hi/)
    const last = thread.parts.at(-1)!
    expect(last).toMatchObject({ id: String(99 + parts.length) })
    expect(last).not.toHaveProperty('truncated')
    expect(textOf(last)).toMatch(new RegExp(`end of ${parts.length - 1}$`))
    // Each part is sent or counted, and a shortened part is flagged.
    expect(thread.parts.length + thread.omitted_parts).toBe(parts.length + 1)
    for (const part of thread.parts.slice(1)) {
      if (part.kind === 'event') throw new Error('There is no event.')
      const isWhole = toPlainText(part.body).endsWith(`end of ${Number(part.id) - 100}`)
      expect(part.truncated === true).toBe(!isWhole)
    }
  })

  test('the list opens', async () => {
    serve({}, [toConversation(opening, []), ...parts.slice(0, 49).map(({ body }, index) => toConversation(`<p>Row</p>${body}`, [], String(index + 1)))])
    const { result, cost, memory } = await cheapest(async () => (await get(LIST, { query: 'limit=50' })).text())
    const { conversations } = conversationsResponseSchema.parse(JSON.parse(result))
    expect(conversations).toHaveLength(Math.min(49, parts.length) + 1)
    expect(conversations[0]!.preview).toMatch(/^Hi/)
    expect(conversations.at(-1)!.preview).toMatch(/^Row/)
    expect(cost).toBeLessThan(LARGEST_COST)
    expect(memory).toBeLessThan(150)
  })

  test('a customer reads it, whatever the team wrote in between', async () => {
    signIn(ann)
    const read = async (notes: Parts) => {
      serve(toConversation(opening, [...parts.slice(0, 5), ...notes, ...parts.slice(5, 30)]))
      return conversationSchema.parse(await (await get(`${LIST}/[id]`, { id: ID })).json())
    }
    const told = ({ parts: shown, omitted_parts }: Conversation) =>
      [omitted_parts, ...shown.map((part) => part.kind === 'event' ? null : [toPlainText(part.body).length, part.truncated])]
    expect(told(await read(repeat(3, lines(500)).map((part) => ({ ...part, type: 'note' }))))).toEqual(told(await read([])))
  })

  test('an action and a reply are reported as done', async () => {
    serve(toConversation(opening, parts))
    for (const response of [await post({ ...actions, id: () => ID }, { action: 'close' }), await post({ ...reply, id: () => ID }, { message_type: 'comment', body: 'Hi' })]) {
      const text = await response.text()
      expect(response.status, text).toBe(200)
      expect(Buffer.byteLength(text)).toBeLessThan(1.5e6)
      expect(changedConversationSchema.parse(JSON.parse(text)).conversation).toMatchObject({ id: ID })
    }
  })
})

describe('one bad row', () => {
  const good = () => toConversation('<p>Good</p>', [], '7')

  test.each<[string, unknown]>([
    ['without an id', { ...good(), id: undefined }],
    ['that is null', null],
    ['that is a list', []],
    ['with a number that no integer holds', { ...good(), id: '8', statistics: { time_to_admin_reply: 1e300 } }],
    ['with an attachment of a size that no integer holds', { ...good(), id: '8', source: { ...good().source, attachments: [{ url: 'https://a.example', filesize: 1e300, width: 1e300 }] } }],
    ['with fields of other kinds', { ...good(), id: '8', source: 7, contacts: 'x', tags: [], statistics: true, created_at: -5, title: {} }],
  ])('%s does not cost the list', async (_, row) => {
    serve({}, [row, good()])
    const response = await get('/api/intercom/conversations')
    const text = await response.text()
    expect(response.status, text).toBe(200)
    expect(conversationsResponseSchema.parse(JSON.parse(text)).conversations.at(-1)).toMatchObject({ id: '7', preview: 'Good' })
  })

  test('with numbers that no integer holds opens as a thread', async () => {
    const conversation = toConversation('<p>Good</p>', [{ body: 'x' }])
    const attachments = [{ name: 'a', url: 'https://a.example', filesize: 1e300, width: 1e300, height: 0.5 }]
    const parts = conversation.conversation_parts.conversation_parts.map((part) => ({ ...part, attachments }))
    serve({ ...conversation, statistics: { time_to_admin_reply: 1e300 }, conversation_parts: { total_count: 1e300, conversation_parts: parts } })
    const response = await get('/api/intercom/conversations/[id]', { id: ID })
    expect(response.status, JSON.stringify(logged)).toBe(200)
  })
})

describe('an attachment list without end', () => {
  test('does not cost the thread', async () => {
    const conversation = toConversation('<p>Hi</p>', repeat(500, '<p>x</p>'))
    const attachments = Array.from({ length: 4 }, () => ({ name: 'n'.repeat(400), url: `https://a.example/${'u'.repeat(1800)}` }))
    for (const part of conversation.conversation_parts.conversation_parts) Object.assign(part, { attachments })
    serve(conversation)
    const { result, cost } = await cheapest(async () => (await call({ path: '/api/intercom/conversations/[id]' }, { id: ID })).text())
    const thread = conversationSchema.parse(JSON.parse(result))
    expect(Buffer.byteLength(result)).toBeLessThan(1.5e6)
    expect(cost).toBeLessThan(LARGEST_COST)
    expect(thread.parts.length + thread.omitted_parts).toBe(501)
    expect(thread.omitted_parts).toBeGreaterThan(0)
  })
})

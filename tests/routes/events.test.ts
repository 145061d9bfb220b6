import * as fc from 'fast-check'
import {
  createIntercomRoutes, defineEvents, type InferEvents, listEvents, type Principal, trackServerEvent,
} from 'intercom-v0-kit/server'
import { afterEach, beforeEach, describe, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { addContact, createWorkspace, NOW, type Workspace } from '../../mocks/index.ts'
import { errorResponseSchema, eventSchema, eventsResponseSchema } from '../../src/kit/contracts/index.ts'
import { findEventProblems } from '../../src/kit/messenger/event-rules.ts'
import { begin, call, end, expectNothingLeaked, intercom, signIn, type RouteUnderTest } from './harness.ts'

const route: RouteUnderTest = { path: '/api/intercom/events' }

function build(): Workspace {
  const workspace = createWorkspace(NOW)
  addContact(workspace, { external_id: 'ann', name: 'Ann', email: 'ann@alder.example' })
  addContact(workspace, { external_id: 'bob', name: 'Bob', email: 'bob@alder.example' })
  return workspace
}

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await call(route, {
    method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers },
  })
  const text = await response.text()
  expectNothingLeaked(text)
  return { status: response.status, data: JSON.parse(text) }
}

async function refusal(body: unknown) {
  const { status, data } = await post(body)
  return { status, ...errorResponseSchema.parse(data).error }
}

/** Returns the events in Intercom, oldest first. */
const events = () => intercom.workspace.events
const ann = { kind: 'customer', userId: 'ann' } as const
const agent = { kind: 'agent', adminId: '7042001' } as const
const upgraded = { event_name: 'subscription_upgraded', metadata: { plan: 'pro', seats: 5 } }

beforeEach(() => {
  begin(build)
  signIn(ann)
})
afterEach(end)

describe('an event of a customer', () => {
  test("accepts the body of Intercom's guide", async () => {
    const { status, data } = await post({ ...upgraded, user_id: 'ann' })
    expect(status).toBe(202)
    expect(eventsResponseSchema.parse(data)).toEqual({
      accepted: true, event_name: 'subscription_upgraded', user_id: 'ann', created_at: expect.any(Number),
    })
    expect(events()).toMatchObject([{ ...upgraded, user_id: 'ann', created_at: data.created_at }])
    expect(Math.abs(data.created_at - Date.now() / 1000)).toBeLessThan(60)
  })

  test('belongs to the customer without a user id', async () => {
    expect((await post({ event_name: 'profile_updated' })).status).toBe(202)
    expect(events()).toMatchObject([{ user_id: 'ann', metadata: {} }])
  })

  test('is refused for another user before any request', async () => {
    expect(await refusal({ ...upgraded, user_id: 'bob' })).toMatchObject({ status: 403, code: 'forbidden', fields: { user_id: expect.any(String) } })
    expect(intercom.requests).toEqual([])
  })

  test('tells what to do first for a user that Intercom does not know', async () => {
    signIn({ kind: 'customer', userId: 'new' })
    const { status, code, message } = await refusal(upgraded)
    expect([status, code]).toEqual([404, 'not_found'])
    expect(message).toContain('POST /api/intercom/contacts')
  })
})

describe('an event of an agent', () => {
  beforeEach(() => signIn(agent))

  test('requires a user id', async () => {
    expect((await post({ ...upgraded, user_id: 'bob' })).status).toBe(202)
    expect(events()).toMatchObject([{ user_id: 'bob' }])
    expect(await refusal(upgraded)).toMatchObject({ status: 400, fields: { user_id: expect.any(String) } })
  })
})

describe('a body', () => {
  test.each<[string, unknown, string[]]>([
    ['a time', { ...upgraded, created_at: 1 }, ['created_at']],
    ['an e-mail address', { ...upgraded, email: 'x' }, ['email']],
    ['a contact id', { ...upgraded, id: 'x', intercom_user_id: 'y' }, ['id', 'intercom_user_id']],
    ['no name', { metadata: {} }, ['event_name']],
    ['a name in capitals', { event_name: 'Upgraded' }, ['event_name']],
    ['a name with a dot', { event_name: 'plan.upgraded' }, ['event_name']],
    ['a long name', { event_name: 'a'.repeat(151) }, ['event_name']],
    ['nested metadata', { ...upgraded, metadata: { a: { b: 1 } } }, ['metadata.a']],
    ['a list in metadata', { ...upgraded, metadata: { a: [1] } }, ['metadata.a']],
    ['long metadata', { ...upgraded, metadata: { a: 'x'.repeat(256) } }, ['metadata.a']],
    ['a key with a dot', { ...upgraded, metadata: { 'a.b': 1 } }, ['metadata.a.b']],
    ['eleven keys', { ...upgraded, metadata: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`k${i}`, i])) }, ['metadata']],
    ['no events', [], ['body']],
    ['51 events', Array.from({ length: 51 }, () => upgraded), ['body']],
    ['text', 'x', ['body']],
    ['nothing', null, ['body']],
  ])('is refused by name with %s, before any request', async (_, body, names) => {
    const { status, code, fields } = await refusal(body)
    expect([status, code]).toEqual([400, 'invalid_request'])
    expect(Object.keys(fields ?? {})).toEqual(names)
    expect(intercom.requests).toEqual([])
  })

  test('accepts links and money', async () => {
    const metadata = { order: { url: 'https://a.example/1', value: '1' }, price: { amount: 100, currency: 'eur' }, gone: null, is: true }
    expect((await post({ event_name: 'order_placed', metadata })).status).toBe(202)
    expect(events()).toMatchObject([{ metadata }])
  })

  test('passes the same checks as in the browser', () => {
    const name = fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9_]{1,20}$/), fc.constantFrom('a'.repeat(150), 'a'.repeat(151)))
    const value = fc.oneof(
      fc.jsonValue(), fc.string(), fc.constantFrom('x'.repeat(255), 'x'.repeat(256)),
      fc.record({ url: fc.string(), value: fc.string() }), fc.record({ amount: fc.integer(), currency: fc.string() }),
    )
    const metadata = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('a.b', 'a'.repeat(190), 'a'.repeat(191))), value, { maxKeys: 12 })
    fc.assert(fc.property(name, metadata, (event_name, raw) => {
      const sent = JSON.parse(JSON.stringify(raw))
      fc.pre(!Object.hasOwn(sent, '__proto__'))
      expect(eventSchema.safeParse({ event_name, metadata: sent }).success).toBe(findEventProblems(event_name, sent).length === 0)
    }), { numRuns: 1000 })
  })
})

describe('a link', () => {
  test.each([
    'javascript:alert(1)', 'data:text/html,x', 'JaVaScRiPt:x', '/relative', '//a.example', 'mailto:a@b.example', `https://a.example/${'x'.repeat(60_000)}`, '',
  ])('to %s is refused', async (url) => {
    expect((await refusal({ event_name: 'x_y', metadata: { link: { url: url.slice(0, 60_000), value: 'Order' } } })).status).toBe(400)
  })

  test.each([{ url: 'https://a.example', value: 'x'.repeat(60_000) }, { amount: 1, currency: 'x'.repeat(60_000) }])('or money of 60 kB is refused: %#', async (value) => {
    expect((await refusal({ event_name: 'x_y', metadata: { value } })).status).toBe(400)
    expect(findEventProblems('x_y', { value } as never)).toHaveLength(1)
  })
})

describe('several events', () => {
  test('have a result each, in order', async () => {
    const { status, data } = await post([
      upgraded, { event_name: 'Bad' }, { event_name: 'seen', user_id: 'bob' }, 7, { event_name: 'seen', user_id: 'ann' },
    ])
    expect(status).toBe(202)
    expect(eventsResponseSchema.parse(data)).toMatchObject({ results: [
      { accepted: true, event_name: 'subscription_upgraded' },
      { accepted: false, error: { code: 'invalid_request', fields: { event_name: expect.any(String) } } },
      { accepted: false, error: { code: 'forbidden' } },
      { accepted: false, error: { code: 'invalid_request' } },
      { accepted: true, event_name: 'seen' },
    ] })
    expect(events().map(({ event_name, user_id }) => [event_name, user_id])).toEqual([
      ['subscription_upgraded', 'ann'], ['seen', 'ann'],
    ])
  })

  test('count separately with the same name', async () => {
    const { data } = await post(Array.from({ length: 50 }, (_, n) => ({ event_name: 'item_added', metadata: { n } })))
    expect(data.results.every(({ accepted }: { accepted: boolean }) => accepted)).toBe(true)
    expect(events()).toHaveLength(50)
    const inTime = events().toSorted((a, b) => a.created_at - b.created_at)
    expect(inTime.map(({ metadata }) => metadata.n)).toEqual(Array.from({ length: 50 }, (_, n) => n))
  })
})

describe('a retry with the same key', () => {
  const headers = { 'idempotency-key': 'k1' }

  test.each(['conn-reset', '500', '503', '200-html', 'truncated-stream'] as const)('counts one event after %s', async (fault) => {
    intercom.setFault({ id: fault, times: 1 })
    expect((await post(upgraded, headers)).status).toBeGreaterThanOrEqual(fault === 'truncated-stream' ? 202 : 500)
    expect((await post(upgraded, headers)).status).toBe(202)
    expect(events()).toHaveLength(1)
  })

  test('counts one event after a second has passed', async () => {
    intercom.setFault({ id: 'conn-reset', times: 1 })
    await post(upgraded, headers)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await post(upgraded, headers)
    expect(events()).toHaveLength(1)
  })

  test('sends only the failed ones of several events', async () => {
    intercom.setFault({ id: 'conn-reset', times: 2 })
    const several = ['a', 'b', 'c'].map((event_name) => ({ event_name }))
    const first = await post(several, headers)
    expect(first.data.results.filter(({ accepted }: { accepted: boolean }) => accepted)).toHaveLength(1)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const second = await post(several, headers)
    expect(second.data.results.every(({ accepted }: { accepted: boolean }) => accepted)).toBe(true)
    expect(events().map(({ event_name }) => event_name).sort()).toEqual(['a', 'b', 'c'])
  })
})

describe('a catalogue', () => {
  const appEvents = defineEvents({
    plan_upgraded: z.object({ plan: z.enum(['team', 'scale']), seats: z.number().int().min(1).optional() }),
    signed_out: null,
    report_opened: z.object({ report: z.string().max(20) }).optional(),
  })
  const routes = createIntercomRoutes({ authorize: async () => principal, events: appEvents })
  let principal: Principal | null = ann
  beforeEach(() => void (principal = ann))

  async function send(body: unknown, headers: Record<string, string> = {}) {
    const request = new Request('https://app.example/api/intercom/events', {
      method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers },
    })
    const response = await routes.POST(request, { params: Promise.resolve({}) })
    const text = await response.text()
    expectNothingLeaked(text)
    return { status: response.status, data: JSON.parse(text) }
  }

  test('lets its events pass, with the metadata that their schemas leave', async () => {
    expect((await send({ event_name: 'plan_upgraded', metadata: { plan: 'team', seats: 5, admin: true } })).status).toBe(202)
    expect((await send({ event_name: 'signed_out' })).status).toBe(202)
    expect((await send({ event_name: 'report_opened' })).status).toBe(202)
    expect(events().map(({ event_name, metadata }) => [event_name, metadata])).toEqual([
      ['plan_upgraded', { plan: 'team', seats: 5 }], ['signed_out', {}], ['report_opened', {}],
    ])
  })

  test.each<[string, unknown, string, RegExp]>([
    ['an unknown event', { event_name: 'plan_downgraded' }, 'event_name', /plan_upgraded, signed_out, report_opened/],
    ['a name that every object has', { event_name: 'constructor' }, 'event_name', /must be one of/],
    ['a wrong value', { event_name: 'plan_upgraded', metadata: { plan: 'free' } }, 'metadata.plan', /team.*scale/],
    ['a wrong type', { event_name: 'plan_upgraded', metadata: { plan: 'team', seats: '5' } }, 'metadata.seats', /number/],
    ['a missing key', { event_name: 'plan_upgraded', metadata: {} }, 'metadata.plan', /team.*scale/],
    ['no metadata', { event_name: 'plan_upgraded' }, 'metadata', /object/],
    ['metadata that is too much', { event_name: 'signed_out', metadata: { plan: 'team' } }, 'metadata', /none/],
    ['a long text', { event_name: 'report_opened', metadata: { report: 'x'.repeat(21) } }, 'metadata.report', /20/],
  ])('refuses %s, and names the key and what was expected', async (_, body, key, expected) => {
    const { status, data } = await send(body)
    const { code, fields, message } = errorResponseSchema.parse(data).error
    expect([status, code]).toEqual([400, 'invalid_request'])
    expect(Object.keys(fields ?? {})).toEqual([key])
    expect(fields![key]).toMatch(expected)
    expect(message).toContain(`"${key}"`)
    expect(intercom.requests).toEqual([])
  })

  test('refuses events of a batch one by one, also from agents', async () => {
    principal = agent
    const { data } = await send([
      { event_name: 'signed_out', user_id: 'ann' }, { event_name: 'unknown_event', user_id: 'ann' },
      { event_name: 'plan_upgraded', user_id: 'bob', metadata: { plan: 'x' } },
    ])
    expect(data.results.map(({ accepted }: { accepted: boolean }) => accepted)).toEqual([true, false, false])
    expect(data.results[2].error.fields).toHaveProperty(['metadata.plan'])
    expect(events()).toHaveLength(1)
  })

  test('does not let a customer track for another user', async () => {
    expect((await send({ event_name: 'signed_out', user_id: 'bob' })).status).toBe(403)
    expect(events()).toEqual([])
  })

  test('refuses a name that Intercom would keep in another spelling', () => {
    expect(() => defineEvents({ 'Plan Upgraded': null })).toThrow('"Plan Upgraded"')
  })

  test('is listed for docs', () => {
    const described = defineEvents({
      plan_upgraded: z.object({ plan: z.enum(['team', 'scale']).describe('The new plan.'), seats: z.number().optional() }).describe('A larger plan was bought.'),
      signed_out: null,
    })
    expect(listEvents(described)).toEqual([
      {
        name: 'plan_upgraded',
        description: 'A larger plan was bought.',
        properties: [
          { name: 'plan', type: '"team" | "scale"', isRequired: true, description: 'The new plan.' },
          { name: 'seats', type: 'number', isRequired: false, description: '' },
        ],
      },
      { name: 'signed_out', description: '', properties: [] },
    ])
  })

  test('gives the browser types alone', () => {
    expectTypeOf<InferEvents<typeof appEvents>>().toEqualTypeOf<{
      readonly plan_upgraded: { plan: 'team' | 'scale'; seats?: number | undefined }
      readonly signed_out: undefined
      readonly report_opened: { report: string } | undefined
    }>()
  })
})

describe('trackServerEvent', () => {
  const catalogue = defineEvents({ plan_upgraded: z.object({ plan: z.string() }), signed_out: null })

  test('tracks an event of the customer without a request', async () => {
    expect(await trackServerEvent(ann, 'report_opened', { report: 'revenue' })).toMatchObject({ accepted: true, user_id: 'ann' })
    expect(events()).toMatchObject([{ event_name: 'report_opened', user_id: 'ann', metadata: { report: 'revenue' } }])
  })

  test('checks the catalogue and the metadata', async () => {
    await trackServerEvent(ann, 'plan_upgraded', { plan: 'team' }, { events: catalogue })
    // @ts-expect-error -- not an event of the catalogue
    await expect(trackServerEvent(ann, 'unknown_event', undefined, { events: catalogue })).rejects.toMatchObject({ code: 'invalid_request' })
    // @ts-expect-error -- not the metadata of the event
    await expect(trackServerEvent(ann, 'plan_upgraded', { plan: 1 }, { events: catalogue })).rejects.toMatchObject({ fields: { 'metadata.plan': expect.any(String) } })
    await expect(trackServerEvent(ann, 'Bad Name')).rejects.toMatchObject({ fields: { event_name: expect.any(String) } })
    expect(events()).toHaveLength(1)
  })

  test('counts one event per key, also after a lost response, and keeps customers apart', async () => {
    const options = { events: catalogue, idempotencyKey: 'invoice-1' }
    intercom.setFault({ id: 'conn-reset', times: 1 })
    await expect(trackServerEvent(ann, 'signed_out', undefined, options)).rejects.toMatchObject({ code: expect.any(String) })
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const first = await trackServerEvent(ann, 'signed_out', undefined, options)
    expect(await trackServerEvent(ann, 'signed_out', undefined, options)).toEqual(first)
    expect(events()).toHaveLength(1)
    await trackServerEvent({ kind: 'customer', userId: 'bob' }, 'signed_out', undefined, options)
    expect(events()).toHaveLength(2)
    await trackServerEvent(ann, 'plan_upgraded', { plan: 'team' }, options)
    expect(events()).toHaveLength(3)
    await expect(trackServerEvent(ann, 'plan_upgraded', { plan: 'scale' }, options)).rejects.toMatchObject({ code: 'invalid_request' })
  })

  test('has no event for an agent', async () => {
    await expect(trackServerEvent(agent as never, 'signed_out')).rejects.toMatchObject({ code: 'invalid_request' })
    expect(intercom.requests).toEqual([])
  })
})

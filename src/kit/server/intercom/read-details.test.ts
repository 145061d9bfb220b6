import { describe, expect, test } from 'vitest'
import { attributeDefinitionsResponseSchema, conversationSchema } from '@/kit/contracts/index'
import { hasAbility } from '@/kit/server/intercom/api-versions'
import { intercomAttributeDefinitionsSchema, intercomConversationSchema } from '@/kit/server/intercom/intercom-schemas'
import { normalizeConversation } from '@/kit/server/intercom/normalize-conversation'

/** Reads the details of a conversation and parses them with the contract. */
function read(conversation: Record<string, unknown>) {
  const given = intercomConversationSchema.parse({ id: '1', created_at: 1000, conversation_parts: {}, ...conversation })
  return conversationSchema.parse(normalizeConversation(given, new Map())).details!
}

const nothing = { channel: 'other', page_url: null, ai_agent: null, rating: null, sla: null, attributes: [] }

describe('details', () => {
  test('are empty without facts', () => {
    expect(read({})).toEqual(nothing)
  })

  test('are not read for rows of lists, which have no parts', () => {
    const row = intercomConversationSchema.parse({ id: '1', sla_applied: { sla_name: 'Gold', sla_status: 'hit' } })
    expect(row.details).toBeNull()
  })

  test('survive values of the wrong type', () => {
    for (const odd of ['text', 7, true, [], [null], {}, null, { toString: 1 }]) {
      const keys = ['source', 'channel', 'conversation_rating', 'sla_applied', 'ai_agent', 'custom_attributes', 'ai_agent_participated']
      read(Object.fromEntries(keys.map((key) => [key, odd])))
      read({ ai_agent_participated: true, ai_agent: { rating: odd, rating_remark: odd, resolution_state: odd, content_sources: odd } })
      read({ ai_agent_participated: true, ai_agent: { content_sources: { content_sources: [odd, { title: odd, url: odd }] } } })
      read({ source: { type: odd, url: odd }, channel: { current: odd }, sla_applied: { sla_name: odd, sla_status: odd } })
      read({ conversation_rating: { rating: odd, remark: odd }, custom_attributes: { a: odd } })
    }
  })
})

describe('the channel', () => {
  test.each([
    [{ source: { type: 'email' } }, 'email'],
    [{ source: { type: 'carrier_pigeon' } }, 'other'],
    [{ source: { type: 'constructor' } }, 'other'],
    [{ source: { type: 'conversation' }, channel: { initial: 'messenger', current: 'email' } }, 'email'],
    [{ source: { type: 'email' }, channel: { initial: 'email', current: 'messenger' } }, 'conversation'],
    [{ source: { type: 'sms' }, channel: { current: 'zendesk_ticket' } }, 'sms'],
  ])('of %j is %s', (conversation, channel) => {
    expect(read(conversation).channel).toBe(channel)
  })

  test.each([
    ['https://app.example/a', 'https://app.example/a'], ['javascript:alert(1)', null], ['mailto:a@b.example', null],
    ['data:text/html,x', null], ['/relative', null], ['https://user:secret@app.example/', 'https://app.example/'], ['', null],
    [`https://app.example/${'a'.repeat(10_000)}`, null],
  ])('links the page %j as %j', (url, safe) => {
    expect(read({ source: { url } }).page_url).toBe(safe)
  })
})

describe('the part of the AI agent', () => {
  test.each([
    ['assumed_resolution', 'assumed_resolution'], ['confirmed_resolution', 'confirmed_resolution'], ['abandoned', 'abandoned'],
    ['routed_to_team', 'escalated'], ['escalated', 'escalated'], ['negative_feedback', 'negative_feedback'],
    ['procedure_handoff', 'procedure_handoff'], ['something_new', null], ['constructor', null], [null, null],
  ])('with the state %j is %j', (resolution_state, outcome) => {
    expect(read({ ai_agent_participated: true, ai_agent: { resolution_state } }).ai_agent).toEqual({ outcome, rating: null, sources: [] })
  })

  test('is null if it took no part', () => {
    expect(read({ ai_agent_participated: false, ai_agent: null }).ai_agent).toBeNull()
  })

  test('has at most ten sources, each with a safe address', () => {
    const sources = [
      { title: 'Rate &amp; limits \u202Eevil', url: 'https://help.example/limits' }, { title: 'Inside', url: '/fin-ai-agent/content?id=1' },
      { title: '', url: 'https://help.example/x' }, { title: 'Script', url: 'javascript:alert(1)' }, { title: '', url: 'javascript:alert(1)' },
      ...Array.from({ length: 20 }, (_, index) => ({ title: `Article ${index}` })),
    ]
    const agent = read({ ai_agent_participated: true, ai_agent: { content_sources: { content_sources: sources } } }).ai_agent!
    expect(agent.sources).toHaveLength(10)
    expect(agent.sources.slice(0, 4)).toEqual([
      { title: 'Rate & limits evil', url: 'https://help.example/limits' }, { title: 'Inside', url: null },
      { title: 'help.example', url: 'https://help.example/x' }, { title: 'Script', url: null },
    ])
  })
})

describe('ratings', () => {
  test.each([
    [5, 5], [1, 1], ['4', 4], [0, null], [6, null], [3.5, null], [-1, null], [null, null], [true, null], [Infinity, null],
  ])('of %j are %j', (rating, score) => {
    expect(read({ conversation_rating: { rating, remark: '' } }).rating).toEqual(score === null ? null : { score, remark: null })
    const { ai_agent } = read({ ai_agent_participated: true, ai_agent: { rating, rating_remark: ' Thanks &amp; bye\u202E ' } })
    expect(ai_agent?.rating).toEqual(score === null ? null : { score, remark: 'Thanks & bye' })
  })

  test('have short remarks', () => {
    expect(read({ conversation_rating: { rating: 5, remark: 'word '.repeat(10_000) } }).rating?.remark?.length).toBeLessThanOrEqual(501)
  })
})

test.each([
  [{ sla_name: 'Gold', sla_status: 'missed' }, { name: 'Gold', status: 'missed' }],
  [{ sla_name: '', sla_status: 'hit' }, { name: null, status: 'hit' }],
  [{ sla_name: 'Removed', sla_status: null }, null],
  [{ sla_name: 'New', sla_status: 'paused' }, null],
  [null, null],
])('reads the SLA %j as %j', (sla_applied, sla) => {
  expect(read({ sla_applied }).sla).toEqual(sla)
})

describe('attributes', () => {
  test('keep their type, and leave out empty and nested ones', () => {
    const custom_attributes = { text: 'x', number: 1.5, zero: 0, no: false, none: null, empty: '', list: { type: 'Order.list' }, array: [] }
    expect(read({ custom_attributes }).attributes).toEqual([
      { name: 'text', value: 'x' }, { name: 'number', value: 1.5 }, { name: 'zero', value: 0 }, { name: 'no', value: false },
    ])
  })

  test('mark a text that lacks a part', () => {
    expect(read({ custom_attributes: { long: 'x'.repeat(3000), lines: 'a\nb', fine: 'a b' } }).attributes).toMatchObject([
      { name: 'long', truncated: true }, { name: 'lines', value: 'a b', truncated: true }, { name: 'fine', value: 'a b' },
    ])
  })

  test('are limited in number and length', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`a${index}`, 'x']))
    expect(read({ custom_attributes: many }).attributes).toHaveLength(50)
    const long = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`a${index}`, 'x'.repeat(500)]))
    expect(JSON.stringify(read({ custom_attributes: long }).attributes).length).toBeLessThan(10_000)
  })

  test('skip names that cannot be written, and numbers that JSON cannot hold', () => {
    const custom_attributes = JSON.parse('{ "__proto__": "p", "a.b": 1, "$x": 1, "": 1, "huge": 1e999 }')
    expect(read({ custom_attributes }).attributes).toEqual([{ name: '__proto__', value: 'p' }])
    expect(read({ custom_attributes: { ['n'.repeat(191)]: 1 } }).attributes).toEqual([])
  })
})

describe('definitions of attributes', () => {
  const parse = (data: unknown) => attributeDefinitionsResponseSchema.parse({ definitions: intercomAttributeDefinitionsSchema.parse({ data }) })

  test('have a type and options', () => {
    const options = [{ label: 'Low', archived: false }, { label: 'Old', archived: true }, { label: 'Low' }, { label: 7 }, null]
    expect(parse([
      { name: 'Severity', data_type: 'list', description: '', options }, { name: 'Files', data_type: 'files' },
      { name: 'Gone', data_type: 'string', archived: true }, { name: 'a.b', data_type: 'string' }, { name: 7 }, null, 'text',
    ])).toEqual({
      definitions: [
        { name: 'Severity', description: null, data_type: 'list', options: ['Low'] },
        { name: 'Files', description: null, data_type: 'other', options: [] },
      ],
    })
  })

  test('are refused without a list', () => {
    for (const data of [null, undefined, {}, 'text']) expect(() => parse(data)).toThrow()
  })
})

test.each([
  ['2.14', false], ['2.15', false], ['2.16', true], ['2.20', true], ['3.0', true], ['Preview', true], ['Unstable', true],
])('knows that version %s has definitions of attributes: %s', (version, has) => {
  expect(hasAbility(version, 'attributeDefinitions')).toBe(has)
})

test('lets no stable version set the priority', () => {
  expect(hasAbility('2.16', 'settingPriority')).toBe(false)
  expect(hasAbility('Preview', 'settingPriority')).toBe(true)
})

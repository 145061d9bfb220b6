import { describe, expect, test } from 'vitest'
import { partSchema, type Part } from '@/kit/contracts/index'
import { intercomConversationSchema } from '@/kit/server/intercom/intercom-schemas'
import { normalizeParts } from '@/kit/server/intercom/normalize-part'

const admin = { type: 'admin', id: '9', name: 'Priya' }

/** Builds a thread and parses it with the contract. */
function thread(parts: unknown[], source: unknown = null): Part[] {
  const conversation = { id: '1', source, conversation_parts: { conversation_parts: parts, total_count: parts.length } }
  return partSchema.array().parse(normalizeParts(intercomConversationSchema.parse(conversation), 1000, () => true).parts)
}

const part = (part_type: unknown, fields: Record<string, unknown> = {}) =>
  ({ id: '5', part_type, body: null, created_at: 2000, author: admin, ...fields })

const kinds = (parts: Part[]) => parts.map(({ kind, id }) => `${kind} ${id}`)

describe('kinds', () => {
  test.each([
    ['comment', '<p>x</p>', ['message 5']],
    ['comment', null, ['message 5']],
    ['quick_reply', '<p>x</p>', ['message 5']],
    ['note', '<p>x</p>', ['note 5']],
    ['note', null, ['note 5']],
    ['open', null, ['event 5']],
    ['open', '<p>Still broken</p>', ['event 5', 'message 5-body']],
    ['close', '', ['event 5']],
    ['close', '<p>Bye</p>', ['event 5', 'message 5-body']],
    ['assignment', '<p>For you</p>', ['event 5', 'note 5-body']],
    ['assign_and_reopen', '<p>For you</p>', ['event 5', 'note 5-body']],
    ['note_and_reopen', '<p>x</p>', ['event 5', 'note 5-body']],
    ['snoozed', null, ['event 5']],
    ['timer_unsnooze', null, ['event 5']],
    ['away_mode_assignment', null, ['event 5']],
    ['participant_added', null, ['event 5']],
    ['conversation_rating_changed', null, ['event 5']],
    ['language_detection_details', null, ['event 5']],
    ['quantum_flip', null, ['event 5']],
    ['quantum_flip', '<p>x</p>', ['event 5', 'note 5-body']],
    ['constructor', '<p>x</p>', ['event 5', 'note 5-body']],
    ['__proto__', null, ['event 5']],
    [null, '<p>x</p>', ['event 5', 'note 5-body']],
    [7, null, ['event 5']],
  ])('maps %j with body %j', (type, body, expected) => {
    expect(kinds(thread([part(type, { body })]))).toEqual(expected)
  })

  test('keeps the text of an event under its own type, author and time', () => {
    const [event, text] = thread([part('close', { body: '<p>Bye</p>' })])
    const common = { part_type: 'close', created_at: 2000, author: admin }
    expect([event, text]).toMatchObject([common, common])
  })
})

describe('missing fields', () => {
  test('falls back to a generic author', () => {
    expect(thread([part('comment', { author: null })])[0]?.author)
      .toEqual({ type: 'bot', id: null, name: null, avatar_url: null })
  })

  test.each([
    ['user', 'contact'], ['lead', 'contact'], ['visitor', 'contact'], ['admin', 'admin'], ['team', 'team'],
    ['bot', 'bot'], ['operator', 'bot'], ['constructor', 'bot'], [null, 'bot'],
  ])('reads author type %j as %s', (type, kind) => {
    expect(thread([part('comment', { author: { type, id: 1, name: 'A' } })])[0]?.author)
      .toEqual({ type: kind, id: '1', name: 'A', avatar_url: null })
  })

  test('creates an id', () => {
    expect(kinds(thread([null, undefined, 31].map((id) => part('comment', { id })))))
      .toEqual(['message part-0', 'message part-1', 'message 31'])
  })

  test('takes the time of the part before', () => {
    const times = thread([
      part('comment', { id: '1', created_at: null }), part('comment', { id: '2', created_at: 3000 }),
      part('comment', { id: '3', created_at: null }),
    ]).map(({ created_at }) => created_at)
    expect(times).toEqual([1000, 3000, 3000])
  })

  test('skips malformed parts', () => {
    expect(kinds(thread([null, 'x', 7, part('comment')]))).toEqual(['message 5'])
  })
})

test('sorts the oldest first, and keeps the order of simultaneous events', () => {
  const ids = thread([
    part('comment', { id: '3', created_at: 4000 }), part('open', { id: '1', created_at: 3000 }),
    part('assignment', { id: '2', created_at: 3000 }),
  ]).map(({ id }) => id)
  expect(ids).toEqual(['1', '2', '3'])
})

test('an answer of the AI agent in the name of an admin is the AI agent’s', () => {
  const [message] = thread([part('comment', { body: 'x', author: { ...admin, from_ai_agent: true } })])
  expect(message?.author).toMatchObject({ type: 'bot', name: 'Priya' })
})

test.each([
  [{ type: 'admin', id: '7' }, { type: 'admin', id: '7' }],
  [{ type: 'team', id: 8 }, { type: 'team', id: '8' }],
  [{ type: 'admin', id: 0 }, null],
  [{ type: 'nobody_admin', id: null }, null],
  [null, null],
  ['admin', null],
  [{ type: 'bot', id: '3' }, { type: 'bot', id: '3' }],
  [{ type: 'bot', id: null }, { type: 'bot', id: 'bot' }],
  [{ type: 'ai_agent', id: 5 }, { type: 'bot', id: '5' }],
])('assigned to %j is %j', (assigned_to, expected) => {
  expect(thread([part('assignment', { assigned_to })])[0]).toMatchObject({ assigned_to: expected })
})

describe('opening message', () => {
  const author = { type: 'user', id: 'a1', name: 'Ann' }

  test('comes first, even if a part has an earlier time', () => {
    expect(kinds(thread([part('comment', { created_at: 10 })], { body: '<p>Hi</p>', author })))
      .toEqual(['message source-1', 'message 5'])
  })

  test('is left out if empty', () => {
    for (const source of [null, {}, { body: '' }, { body: null, author }, 'x']) expect(thread([], source)).toEqual([])
  })

  test('is kept with a file only, or if deleted', () => {
    const file = { name: 'a.png', url: 'https://x.example/a.png' }
    const [opening] = thread([], { body: '', author, attachments: [file] })
    expect(opening).toMatchObject({ body: [], attachments: [{ name: 'a.png' }] })
    expect(thread([], { body: '', author, redacted: true })[0]).toMatchObject({ redacted: true })
  })
})

test('keeps nothing of a deleted text', () => {
  const attachments = [{ name: 'secret.pdf', url: 'https://x.example/secret.pdf' }]
  const redacted = part('comment', { redacted: true, body: '<p><i>This message was deleted</i></p>', attachments })
  expect(thread([redacted])[0]).toMatchObject({ kind: 'message', redacted: true, body: [], attachments: [] })
})

describe('attachments', () => {
  const attached = (attachment: unknown) => {
    const [first] = thread([part('comment', { attachments: [attachment] })])
    return first?.kind === 'message' ? first.attachments : undefined
  }

  test('are copied', () => {
    const file = { url: 'https://x.example/a.png?s=1', content_type: 'image/png', filesize: 9, width: 4, height: 3 }
    expect(attached({ type: 'upload', name: 'a&amp;b.png', ...file })).toEqual([{ name: 'a&b.png', ...file }])
  })

  test('need only an address', () => {
    expect(attached({ url: 'https://x.example/f', width: 0, height: -1, filesize: 'big' })).toEqual([
      { name: 'x.example', url: 'https://x.example/f', content_type: null, filesize: null, width: null, height: null },
    ])
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', '/relative', '', null, 7])('at %j are left out', (url) => {
    expect(attached({ name: 'x', url })).toEqual([])
  })
})

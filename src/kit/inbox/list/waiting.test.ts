import { describe, expect, it, test } from 'vitest'
import { defaultReplyTargets, formatWaiting, getConversationStatus, getReplyTarget, getWaiting } from '@/kit/inbox/list/waiting'
import { formatString } from '@/kit/strings/format-string'
import { waitingRingStrings } from '@/kit/strings/tables/inbox'

const now = 100_000
const MINUTE = 60
const open = (minutes: number) => ({ state: 'open', waiting_since: now - minutes * MINUTE }) as const

describe('getReplyTarget', () => {
  it('returns the target of priority only for priority', () => {
    expect(getReplyTarget({ priority: true }, defaultReplyTargets)).toBe(30)
    expect(getReplyTarget({ priority: false }, defaultReplyTargets)).toBe(60)
  })

  it('falls back to the standard target', () => {
    expect(getReplyTarget({ priority: true }, { standard: 90 })).toBe(90)
    expect(getReplyTarget({ priority: true }, null)).toBeNull()
  })
})

describe('getWaiting', () => {
  it.each([
    [0, 'calm', 0], [42, 'calm', 0.7], [59, 'calm', 59 / 60], [60, 'over', 1], [119, 'over', 1], [120, 'late', 1], [600, 'late', 1],
  ])('after %i of 60 minutes is %s', (minutes, level, share) => {
    expect(getWaiting(open(minutes), now, 60)).toEqual({ seconds: minutes * MINUTE, target: 60, level, share })
  })

  it('counts no negative wait if the clocks differ', () => {
    expect(getWaiting(open(-5), now, 60)).toMatchObject({ seconds: 0, share: 0 })
  })

  it('returns null without a target, a clock or a waiting customer', () => {
    expect(getWaiting(open(5), now, null)).toBeNull()
    expect(getWaiting(open(5), null, 60)).toBeNull()
    expect(getWaiting({ state: 'open', waiting_since: null }, now, 60)).toBeNull()
    expect(getWaiting({ ...open(5), state: 'snoozed' }, now, 60)).toBeNull()
  })
})

describe('formatWaiting', () => {
  const t = ((key: keyof typeof waitingRingStrings, values: Record<string, string | number>) =>
    formatString(waitingRingStrings[key], values, 'en')) as Parameters<typeof formatWaiting>[2]

  it('counts minutes until the target, even beyond an hour', () => {
    expect(formatWaiting(getWaiting(open(19), now, 60)!, 'en', t)).toBe('Waiting 19 minutes of 60.')
    expect(formatWaiting(getWaiting(open(100), now, 120)!, 'en', t)).toBe('Waiting 100 minutes of 120.')
  })

  it('names the target once it has passed', () => {
    expect(formatWaiting(getWaiting(open(60), now, 60)!, 'en', t)).toBe('Waiting 1 hour, target 60 minutes.')
    expect(formatWaiting(getWaiting(open(300), now, 60)!, 'en', t)).toBe('Waiting 5 hours, target 60 minutes.')
  })
})

const settled = { state: 'open', read: true, waiting_since: null } as const

test.each([
  ['unread', { ...settled, read: false, waiting_since: 1 }],
  ['unread', { ...settled, read: false }],
  ['waiting', { ...settled, waiting_since: 1 }],
  ['snoozed', { ...settled, state: 'snoozed', read: false, waiting_since: 1 }],
  ['closed', { ...settled, state: 'closed', read: false, waiting_since: 1 }],
  [null, settled],
] as const)('returns the status %s', (status, conversation) => {
  expect(getConversationStatus(conversation)).toBe(status)
})

test('counts a customer who waits since Unix time 0 as waiting', () => {
  expect(getConversationStatus({ ...settled, waiting_since: 0 })).toBe('waiting')
})

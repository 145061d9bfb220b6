import { describe, expect, it } from 'vitest'
import type { ConversationSummary } from '@/kit/contracts/index'
import { groupByNeed } from '@/kit/inbox/list/queue'
import { getPulse, summarizeDay } from '@/kit/inbox/list/queue-figures'

const row = (id: string, fields: Partial<ConversationSummary> = {}) =>
  ({ id, state: 'open', read: true, waiting_since: null, ...fields }) as ConversationSummary

const rows = [row('replied'), row('new', { read: false }), row('snoozed', { state: 'snoozed' }), row('waits', { waiting_since: 50 }), row('new and waits', { read: false, waiting_since: 20 })]

describe('groupByNeed', () => {
  it('puts conversations that need a reply first, and keeps the order otherwise', () => {
    expect(groupByNeed(rows).map(({ id }) => id)).toEqual(['new', 'waits', 'new and waits', 'replied', 'snoozed'])
  })
})

describe('getPulse', () => {
  it('counts unread and waiting conversations, and finds the longest wait', () => {
    expect(getPulse(rows)).toEqual({ open: 5, unread: 2, waiting: 2, oldest_waiting_since: 20 })
  })

  it('has no longest wait if nobody waits', () => {
    expect(getPulse([])).toEqual({ open: 0, unread: 0, waiting: 0, oldest_waiting_since: null })
  })
})

describe('summarizeDay', () => {
  const closed = (id: string, at: number | null, seconds: number | null) => row(id, { state: 'closed', closed_at: at, first_response_seconds: seconds })
  const isToday = (at: number) => at >= 100

  it('counts what was closed today, and takes the median of its replies', () => {
    const today = [closed('1', 100, 50), closed('2', 120, null), closed('3', 130, 10), closed('4', 99, 1), closed('5', null, 1), closed('6', 140, 900)]
    expect(summarizeDay(today, [], isToday)).toEqual({ closedToday: 4, medianReply: 50, next: undefined })
  })

  it('finds the snoozed conversation that returns first', () => {
    const snoozed = [row('a', { snoozed_until: 30 }), row('b', { snoozed_until: 20 }), row('c', { snoozed_until: null })]
    expect(summarizeDay([], snoozed, isToday)).toMatchObject({ closedToday: 0, medianReply: null, next: { id: 'b' } })
  })
})

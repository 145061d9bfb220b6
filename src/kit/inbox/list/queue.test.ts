import { describe, expect, it } from 'vitest'
import type { ConversationSummary } from '@/kit/contracts/index'
import { getPulse, groupByNeed } from '@/kit/inbox/list/queue'

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

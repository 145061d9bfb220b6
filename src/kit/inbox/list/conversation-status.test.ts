import { expect, test } from 'vitest'
import { getConversationStatus } from '@/kit/inbox/list/conversation-status'

const settled = { state: 'open', read: true, waiting_since: null } as const

test.each([
  ['unread', { ...settled, read: false, waiting_since: 1 }],
  ['unread', { ...settled, read: false }],
  ['waiting', { ...settled, waiting_since: 1 }],
  ['snoozed', { ...settled, state: 'snoozed', read: false, waiting_since: 1 }],
  ['closed', { ...settled, state: 'closed', read: false, waiting_since: 1 }],
  [null, settled],
] as const)('returns %s', (status, conversation) => {
  expect(getConversationStatus(conversation)).toBe(status)
})

test('counts a customer who waits since Unix time 0 as waiting', () => {
  expect(getConversationStatus({ ...settled, waiting_since: 0 })).toBe('waiting')
})

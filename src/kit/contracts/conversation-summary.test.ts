import { describe, expect, test } from 'vitest'
import { conversationsResponseSchema, type ConversationsResponse, type ConversationSummary } from '@/kit/contracts/index'
import { compactPage, wholePage } from '@/kit/contracts/conversation-summary'

const bare: ConversationSummary = {
  id: '1', state: 'open', last_message_at: 5, title: null, read: false, priority: false, waiting_since: null,
  snoozed_until: null, first_response_seconds: null, contact: null, admin_assignee_id: null, team_assignee_id: null,
  tags: [], preview: '',
}

const full: ConversationSummary = {
  ...bare, title: 'T', read: true, priority: true, waiting_since: 1, snoozed_until: 2, first_response_seconds: 0,
  contact: { id: 'a', name: null, email: 'a@x.example', avatar_url: null }, admin_assignee_id: '1', team_assignee_id: '2',
  tags: [{ id: '1', name: 'Bug' }], preview: 'Hi',
}

const page = (...conversations: ConversationSummary[]): ConversationsResponse =>
  ({ conversations, total_count: 2, next_cursor: null })

const sent = (whole: ConversationsResponse) => JSON.parse(JSON.stringify(compactPage(whole)))

describe('a page of rows', () => {
  test('is sent without what a row does not have', () => {
    expect(sent(page(bare))).toEqual({ conversations: [{ id: '1', last_message_at: 5 }], total_count: 2, next_cursor: null })
    expect(sent(page(full)).conversations[0]).toEqual({ ...full, state: undefined, contact: { id: 'a', email: 'a@x.example' } })
  })

  test('says once when the customer wrote who waits since then', () => {
    const waiting = { ...bare, waiting_since: 5 }
    expect(sent(page(waiting)).conversations).toEqual([{ id: '1', waiting_since: 5 }])
    expect(wholePage(sent(page(waiting)))).toEqual(page(waiting))
    expect(conversationsResponseSchema.parse(sent(page(waiting)))).toEqual(page(waiting))
    expect(conversationsResponseSchema.safeParse(page({ id: '1' } as ConversationSummary)).success).toBe(false)
  })

  test('is sent without what the contract does not name', () => {
    const contact = { id: 'a', name: 'A', email: null, avatar_url: null, phone: '1' }
    const tags = [{ id: '1', name: 'Bug', applied_by: 'Ann' }]
    const odd = { ...page({ ...bare, secret: 1, contact, tags } as ConversationSummary), secret: 1 }
    const row = { id: '1', last_message_at: 5, contact: { id: 'a', name: 'A' }, tags: [{ id: '1', name: 'Bug' }] }
    expect(sent(odd)).toEqual({ conversations: [row], total_count: 2, next_cursor: null })
  })

  test('is whole again in the browser, and by the contract', () => {
    const whole = page(bare, full, { ...full, contact: null }, { ...full, state: 'closed' })
    expect(wholePage(sent(whole))).toEqual(whole)
    expect(conversationsResponseSchema.parse(sent(whole))).toEqual(whole)
    expect(wholePage(whole)).toEqual(whole)
  })
})

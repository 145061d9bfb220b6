import { describe, expect, test } from 'vitest'
import { conversationsResponseSchema, type ConversationsResponse, type ConversationSummary } from '@/lib/intercom/contracts'
import { compactPage, wholePage } from '@/lib/intercom/conversation-summary'

const bare: ConversationSummary = {
  id: '1', state: 'open', last_message_at: 0, title: null, read: false, priority: false, waiting_since: null,
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
    expect(sent(page(bare))).toEqual({ conversations: [{ id: '1', state: 'open', last_message_at: 0 }], total_count: 2, next_cursor: null })
    expect(sent(page(full)).conversations[0]).toEqual({ ...full, contact: { id: 'a', email: 'a@x.example' } })
  })

  test('is whole again in the browser, and by the contract', () => {
    const whole = page(bare, full, { ...full, contact: null })
    expect(wholePage(sent(whole))).toEqual(whole)
    expect(conversationsResponseSchema.parse(sent(whole))).toEqual(whole)
    expect(wholePage(whole)).toEqual(whole)
  })
})

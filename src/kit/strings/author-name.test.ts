import { expect, test } from 'vitest'
import { authorName, authorRole, authorRoleWords, isolate } from '@/kit/strings/author-name'
import type { Author } from '@/kit/contracts/index'
import { assigneeName, assigneeOf } from '@/kit/inbox/thread/teammates'

const author = (type: Author['type'], name: string | null = null): Author => ({ type, id: '1', name, avatar_url: null })
const t = (words: string) => words

test('tells customers, teammates and the bot apart', () => {
  expect((['contact', 'admin', 'team', 'bot'] as const).map((type) => authorRole(author(type)))).toEqual([
    'customer', 'teammate', 'teammate', 'bot',
  ])
  // What cannot be told apart must not pass for a person.
  expect(authorRole(author('alien' as never))).toBe('bot')
  expect(authorRoleWords(author('constructor' as never))).toBeTypeOf('string')
})

test('has a word for everybody without a name', () => {
  expect(authorName(author('admin', '  Ben '), t)).toBe('Ben')
  expect(authorName(author('contact'), t)).toBe('unknownCustomer')
  expect(authorName(author('contact', '\u200B\u202E'), t)).toBe('unknownCustomer')
  expect(authorName(author('alien' as never), t)).toBe('unknownBot')
})

test('keeps the direction of a name inside it', () => {
  expect(isolate('\u202Eevil\u2066')).toBe('\u2068evil\u2069')
  expect([...isolate('x'.repeat(900))].length).toBeLessThan(70)
})

test('finds whom a conversation is assigned to', () => {
  expect(assigneeOf({ admin_assignee_id: '1', team_assignee_id: '2' })).toEqual({ type: 'admin', id: '1' })
  expect(assigneeOf({ admin_assignee_id: null, team_assignee_id: '2' })).toEqual({ type: 'team', id: '2' })
  expect(assigneeOf({ admin_assignee_id: null, team_assignee_id: null })).toBeNull()
})

test('names them, or says what they are', () => {
  const admin = { id: '1', name: 'Ben', email: null, avatar_url: null, away: false }
  const teammates = { admins: [admin], teams: [{ id: '1', name: 'Billing', admin_ids: [] }] }
  expect(assigneeName({ type: 'admin', id: '1' }, teammates, t)).toBe('Ben')
  expect(assigneeName({ type: 'team', id: '1' }, teammates, t)).toBe('Billing')
  expect(assigneeName({ type: 'admin', id: '9' }, teammates, t)).toBe('formerTeammate')
  expect(assigneeName({ type: 'team', id: '9' }, null, t)).toBe('someTeam')
})

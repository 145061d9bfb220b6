import { expect, test } from 'vitest'
import { authorName, authorRole, authorRoleWords, isolate } from '@/kit/strings/author-name'
import type { Author } from '@/kit/contracts/index'
import { assigneeName, assigneeOf } from '@/kit/inbox/thread/teammates'

const author = (type: Author['type'], name: string | null = null): Author => ({ type, id: '1', name, avatar_url: null })
const t = (words: string) => words

test('distinguishes customers, teammates and the bot', () => {
  expect((['contact', 'admin', 'team', 'bot'] as const).map((type) => authorRole(author(type)))).toEqual([
    'customer', 'teammate', 'teammate', 'bot',
  ])
  // An unknown author must not pass for a person.
  expect(authorRole(author('alien' as never))).toBe('bot')
  expect(authorRoleWords(author('constructor' as never))).toBeTypeOf('string')
})

test('has a word for every author without a name', () => {
  expect(authorName(author('admin', '  Ben '), t)).toBe('Ben')
  expect(authorName(author('contact'), t)).toBe('unknownCustomer')
  expect(authorName(author('contact', '\u200B\u202E'), t)).toBe('unknownCustomer')
  expect(authorName(author('alien' as never), t)).toBe('unknownBot')
})

test('isolates the direction of a name', () => {
  expect(isolate('\u202Eevil\u2066')).toBe('\u2068evil\u2069')
  expect([...isolate('x'.repeat(900))].length).toBeLessThan(70)
})

test('finds the assignee', () => {
  expect(assigneeOf({ admin_assignee_id: '1', team_assignee_id: '2' })).toEqual({ type: 'admin', id: '1' })
  expect(assigneeOf({ admin_assignee_id: null, team_assignee_id: '2' })).toEqual({ type: 'team', id: '2' })
  expect(assigneeOf({ admin_assignee_id: null, team_assignee_id: null })).toBeNull()
})

test('names the assignee or describes it', () => {
  const admin = { id: '1', name: 'Ben', email: null, avatar_url: null, away: false }
  const teammates = { admins: [admin], teams: [{ id: '1', name: 'Billing', admin_ids: [] }] }
  expect(assigneeName({ type: 'admin', id: '1' }, teammates, t)).toBe('Ben')
  expect(assigneeName({ type: 'team', id: '1' }, teammates, t)).toBe('Billing')
  expect(assigneeName({ type: 'admin', id: '9' }, teammates, t)).toBe('formerTeammate')
  expect(assigneeName({ type: 'team', id: '9' }, null, t)).toBe('someTeam')
})

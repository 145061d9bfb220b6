import { expect, test } from 'vitest'
import { getAuthorName, getAuthorRole, getAuthorRoleKey, isolateDirection } from '@/kit/strings/author-name'
import type { Author } from '@/kit/contracts/index'
import { getAssigneeName, getAssigneeReference } from '@/kit/inbox/thread/teammates'

const author = (type: Author['type'], name: string | null = null): Author => ({ type, id: '1', name, avatar_url: null })
const t = (words: string) => words

test('distinguishes customers, teammates and the bot', () => {
  expect((['contact', 'admin', 'team', 'bot'] as const).map((type) => getAuthorRole(author(type)))).toEqual([
    'customer', 'teammate', 'teammate', 'bot',
  ])
  // An unknown author must not pass for a person.
  expect(getAuthorRole(author('alien' as never))).toBe('bot')
  expect(getAuthorRoleKey(author('constructor' as never))).toBeTypeOf('string')
})

test('has a word for every author without a name', () => {
  expect(getAuthorName(author('admin', '  Ben '), t)).toBe('Ben')
  expect(getAuthorName(author('contact'), t)).toBe('unknownCustomer')
  expect(getAuthorName(author('contact', '\u200B\u202E'), t)).toBe('unknownCustomer')
  expect(getAuthorName(author('alien' as never), t)).toBe('unknownBot')
})

test('isolates the direction of a name', () => {
  expect(isolateDirection('\u202Eevil\u2066')).toBe('\u2068evil\u2069')
  expect([...isolateDirection('x'.repeat(900))].length).toBeLessThan(70)
})

test('finds the assignee', () => {
  expect(getAssigneeReference({ admin_assignee_id: '1', team_assignee_id: '2' })).toEqual({ type: 'admin', id: '1' })
  expect(getAssigneeReference({ admin_assignee_id: null, team_assignee_id: '2' })).toEqual({ type: 'team', id: '2' })
  expect(getAssigneeReference({ admin_assignee_id: null, team_assignee_id: null })).toBeNull()
})

test('names the assignee or describes it', () => {
  const admin = { id: '1', name: 'Ben', email: null, avatar_url: null, away: false }
  const teammates = { admins: [admin], teams: [{ id: '1', name: 'Billing', admin_ids: [] }] }
  expect(getAssigneeName({ type: 'admin', id: '1' }, teammates, t)).toBe('Ben')
  expect(getAssigneeName({ type: 'team', id: '1' }, teammates, t)).toBe('Billing')
  expect(getAssigneeName({ type: 'admin', id: '9' }, teammates, t)).toBe('formerTeammate')
  expect(getAssigneeName({ type: 'team', id: '9' }, null, t)).toBe('someTeam')
})

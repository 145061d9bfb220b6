import { expect, it } from 'vitest'
import type { Conversation } from '@/kit/contracts/index'
import { describeWaiting, getAssignee, getStatusTime } from '@/kit/inbox/thread/header-text'

const NOW = 1_792_843_200
const t = (key: string, values: Record<string, unknown> = {}) => [key, ...Object.values(values)].join('|')
const format = { locale: 'en-GB', timeZone: 'UTC' }
const open = { state: 'open', read: true, waiting_since: null, snoozed_until: null, admin_assignee_id: null, team_assignee_id: null }
const conversation = (fields: Partial<Conversation> = {}) => ({ ...open, ...fields }) as Conversation
const teammates = { admins: [{ id: 'a1', name: 'Ben', email: null, avatar_url: null, away: false }], teams: [{ id: 't1', name: 'Support', admin_ids: [] }] }

it('prefers the admin to the team, and distinguishes unassigned, unknown and hidden', () => {
  expect(getAssignee(conversation({ admin_assignee_id: 'a1', team_assignee_id: 't1' }), teammates, t)).toBe('Ben')
  expect(getAssignee(conversation({ team_assignee_id: 't1' }), teammates, t)).toBe('Support')
  expect(getAssignee(conversation({ team_assignee_id: 't1' }), undefined, t)).toBeUndefined()
  expect(getAssignee(conversation(), teammates, t)).toBeNull()
  expect(getAssignee(conversation(), null, t)).toBe('')
})

it('shows how long the customer has waited, at least a minute', () => {
  expect(getStatusTime(conversation({ waiting_since: NOW - 7200 }), NOW, format, t)).toBe('2h')
  expect(getStatusTime(conversation({ waiting_since: NOW - 5 }), NOW, format, t)).toBe('1m')
  expect(getStatusTime(conversation({ waiting_since: NOW - 5 }), null, format, t)).toBeNull()
})

it('shows the end of a snooze, and no time otherwise', () => {
  expect(getStatusTime(conversation({ state: 'snoozed', snoozed_until: NOW + 3600 }), NOW, format, t)).toBe('snoozedUntil|13:00')
  expect(getStatusTime(conversation({ state: 'closed', waiting_since: NOW - 7200 }), NOW, format, t)).toBeNull()
  expect(getStatusTime(conversation({ read: false, waiting_since: NOW - 7200 }), NOW, format, t)).toBeNull()
})

it('names the SLA beside the wait, and is late as soon as the SLA was missed', () => {
  const describe = (sla: NonNullable<NonNullable<Conversation['details']>['sla']> | null) => {
    const details = { sla } as Conversation['details']
    return describeWaiting(conversation({ waiting_since: NOW - 600, priority: false, details }), NOW, { standard: 60 }, 'en-GB', t, t)
  }
  expect(describe(null)?.waiting).toMatchObject({ level: 'calm' })
  expect(describe({ name: 'First reply 4h', status: 'active' })?.text).toMatch(/^waitingSla\|.*First reply 4h/)
  expect(describe({ name: 'First reply 4h', status: 'active' })?.waiting).toMatchObject({ level: 'calm' })
  expect(describe({ name: null, status: 'missed' })?.waiting).toMatchObject({ level: 'late', share: 1 })
})

import { expect, it } from 'vitest'
import { getAssignedOptionIds, getAssignOptions, toAssignment } from '@/kit/inbox/actions/assign-options'
import type { AdminsResponse } from '@/kit/contracts/index'

const admin = (id: string, away = false) => ({ id, name: `Admin ${id}`, email: `${id}@acme.example`, avatar_url: null, away })
const response = {
  admins: [admin('1'), admin('2', true)],
  teams: [{ id: '9', name: 'Billing' }],
  viewer_id: '2',
} as AdminsResponse
const t = (key: string) => key

const ids = (...args: Parameters<typeof getAssignOptions>) => getAssignOptions(...args).map(({ id }) => id)

it('lists the viewer first, then teammates, unassigned, teams and no team', () => {
  expect(ids(response, undefined, t)).toEqual(['admin 2', 'admin 1', 'admin none', 'team 9', 'team none'])
})

it('offers to unassign only if someone is assigned', () => {
  expect(ids(response, { admin_id: null, team_id: '9' }, t)).toEqual(['admin 2', 'admin 1', 'team 9', 'team none'])
  expect(ids(response, { admin_id: '1', team_id: null }, t)).toEqual(['admin 2', 'admin 1', 'admin none', 'team 9'])
})

it('finds the viewer by "me" and says who is away', () => {
  const [me, other] = getAssignOptions(response, undefined, t)
  expect(me).toMatchObject({ keywords: '2@acme.example me', hint: 'me · away' })
  expect(other).toMatchObject({ keywords: '1@acme.example ', hint: '' })
})

it('converts every choice to an assignment that leaves the other field as it is', () => {
  expect(toAssignment('admin 1')).toEqual({ admin_id: '1' })
  expect(toAssignment('admin none')).toEqual({ admin_id: null })
  expect(toAssignment('team 9')).toEqual({ team_id: '9' })
  expect(toAssignment('team none')).toEqual({ team_id: null })
})

it('marks the current assignee, and none if conversations differ', () => {
  expect(getAssignedOptionIds({ admin_id: '1', team_id: '9' })).toEqual(['admin 1', 'team 9'])
  expect(getAssignedOptionIds(undefined)).toEqual([])
})

import { describe, expect, test } from 'vitest'
import type { LiveChangeKind, LiveEvent } from '@/kit/contracts/index'
import { isListPage, isOurs, isPolled, getStaleKeys } from '@/kit/inbox/live/live-keys'

const keys = [
  '$inf$/api/intercom/conversations?state=open',
  '$inf$/api/intercom/conversations',
  '$inf$/api/intercom/conversations?contact_id=c1&state=all',
  '$inf$/api/intercom/conversations?contact_id=c2&state=all',
  '$inf$/api/somebody/else',
  '/api/intercom/conversations?state=open',
  '/api/intercom/conversations/1',
  '/api/intercom/conversations/2',
  '/api/intercom/conversations/counts',
  '/api/intercom/contacts/c1',
  '/api/intercom/admins',
  '@"/api/intercom/conversations/1",',
  '/api/intercom/contacts/c1/notes',
  '$inf$/api/intercom/contacts/c1/timeline?limit=20',
  '$inf$/api/intercom/contacts/c11/timeline?limit=20',
]
const [notes, timeline] = keys.slice(12)
const [open, all, ofC1, ofC2] = keys
const event = (change: LiveChangeKind, contact_ids = ['c1']): LiveEvent =>
  ({ kind: 'conversation', conversation_id: '1', change, contact_ids, at: 1 })

describe('stale keys of a change', () => {
  test.each(['message', 'state', 'snooze', 'assignee', 'deleted', 'other'] as const)(
    'include the conversation, its lists and the counts for %s', (change) => {
      expect(getStaleKeys(keys.slice(0, 12), [event(change)])).toEqual([open, all, ofC1, keys[6], keys[8]])
    })

  test.each(['note', 'tags', 'priority', 'read', 'contact'] as const)('leaves the counts alone for %s', (change) => {
    expect(getStaleKeys(keys.slice(0, 12), [event(change)])).toEqual([open, all, ofC1, keys[6]])
  })

  test('include the timeline for changes that it shows', () => {
    const shown = ['message', 'state', 'snooze', 'contact', 'deleted'].map((change) => [change, true] as const)
    const others = ['note', 'assignee', 'tags', 'priority', 'read', 'other'].map((change) => [change, false] as const)
    for (const [change, isShown] of [...shown, ...others]) {
      expect([change, getStaleKeys(keys.slice(12), [event(change as LiveChangeKind)])]).toEqual([change, isShown ? [timeline] : []])
    }
    expect(getStaleKeys(keys, [{ kind: 'contact', contact_id: 'c1', change: 'note', at: 1 }])).toEqual([notes, timeline])
    expect(getStaleKeys(keys, [{ kind: 'contact', contact_id: 'c1', change: 'event', at: 1 }])).toEqual([timeline])
  })

  test('include the lists of every customer if the customer is unknown', () => {
    expect(getStaleKeys(keys, [event('message', [])])).toContain(ofC2)
  })

  test('include a contact for its changes', () => {
    expect(getStaleKeys(keys, [{ kind: 'contact', contact_id: 'c1', at: 1 }])).toEqual(['/api/intercom/contacts/c1'])
  })

  test('include each key once for several changes', () => {
    const several = [event('message'), event('state'), { ...event('read'), conversation_id: '2' } as LiveEvent]
    expect(getStaleKeys(keys, several)).toEqual([open, all, ofC1, keys[6], keys[7], keys[8], timeline])
    expect(getStaleKeys(keys, [])).toEqual([])
  })
})

test('distinguish lists, pages and resources, and skip keys of others', () => {
  expect(keys.filter(isListPage)).toEqual([keys[5]])
  expect(keys.filter(isOurs)).toEqual(keys.filter((_, index) => ![4, 11].includes(index)))
  expect(keys.slice(0, 12).filter(isPolled)).toEqual([open, all, ofC1, ofC2, keys[6], keys[7], keys[8]])
})

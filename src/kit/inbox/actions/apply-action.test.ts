import { describe, expect, it } from 'vitest'
import type { Conversation, ConversationAction, Part } from '@/kit/contracts/index'
import { applyAction, matchesFilter, applyChanges, withChanges, type Changes, type PendingAction } from '@/kit/inbox/actions/apply-action'
import { invertAction, mergeThread, mergeFields, type ReadableChange, setAttribute } from '@/kit/inbox/actions/invert-action'

const NOW = 1_795_015_440
const billing = { id: '7', name: 'Billing' }

function part(id: string): Part {
  const author = { type: 'admin', id: '1', name: 'Priya', avatar_url: null } as const
  return { kind: 'event', id, part_type: 'close', created_at: NOW, author, assigned_to: null }
}

function conversation(overrides: Partial<Conversation> = {}): Conversation {
  return {
    id: '100', title: null, state: 'open', read: false, priority: false, created_at: NOW - 900, updated_at: NOW - 60,
    last_message_at: NOW - 60, waiting_since: NOW - 60, snoozed_until: null, first_response_seconds: null, contact: null,
    admin_assignee_id: '1', team_assignee_id: null, tags: [], parts: [part('a')], omitted_parts: 0, ...overrides,
  }
}

function makeResponse(overrides: Partial<Conversation> = {}, parts: Part[] = []): ReadableChange {
  const { contact: _contact, parts: _parts, omitted_parts: _omitted, ...fields } = conversation(overrides)
  return { conversation: fields, parts }
}

const nothing: Changes = { pending: new Map(), responses: new Map() }

const snoozed = conversation({ state: 'snoozed', snoozed_until: NOW + 3600, read: true })
const closed = conversation({ state: 'closed', read: true, waiting_since: null })
const read = conversation({ read: true })
const labelled = conversation({ tags: [billing] })
const withSeverity = conversation({ details: { attributes: [{ name: 'severity', value: 'High' }] } as unknown as Conversation['details'] })

// Each action from each relevant state, with the action that reverts it.
const undone: [string, Conversation, ConversationAction, ConversationAction[]][] = [
  ['close of an open one', read, { action: 'close' }, [{ action: 'open' }]],
  ['close of an unread one', conversation(), { action: 'close' }, [{ action: 'open' }, { action: 'mark_unread' }]],
  ['close of a snoozed one', snoozed, { action: 'close' }, [{ action: 'snooze', snoozed_until: NOW + 3600 }]],
  ['close of a closed one', closed, { action: 'close' }, []],
  ['open of a closed one', closed, { action: 'open' }, [{ action: 'close' }]],
  ['open of a snoozed one', snoozed, { action: 'open' }, [{ action: 'snooze', snoozed_until: NOW + 3600 }]],
  ['open of an open one', read, { action: 'open' }, []],
  ['snooze of an open one', read, { action: 'snooze', snoozed_until: NOW + 60 }, [{ action: 'open' }]],
  ['snooze of a closed one', closed, { action: 'snooze', snoozed_until: NOW + 60 }, [{ action: 'close' }]],
  ['another snooze', snoozed, { action: 'snooze', snoozed_until: NOW + 60 }, [{ action: 'snooze', snoozed_until: NOW + 3600 }]],
  ['the same snooze', snoozed, { action: 'snooze', snoozed_until: NOW + 3600 }, []],
  ['an assignment', read, { action: 'assign', admin_id: '2' }, [{ action: 'assign', admin_id: '1' }]],
  ['an unassignment', read, { action: 'assign', admin_id: null }, [{ action: 'assign', admin_id: '1' }]],
  ['an assignment to a team', read, { action: 'assign', team_id: '9' }, [{ action: 'assign', team_id: null }]],
  ['an assignment to the same', read, { action: 'assign', admin_id: '1' }, []],
  ['an assignment that opens', closed, { action: 'assign', admin_id: '2' }, [{ action: 'assign', admin_id: '1' }, { action: 'close' }]],
  ['an assignment to the same that opens', closed, { action: 'assign', admin_id: '1' }, [{ action: 'close' }]],
  ['an assignment that wakes', snoozed, { action: 'assign', team_id: '9' }, [{ action: 'assign', team_id: null }, { action: 'snooze', snoozed_until: NOW + 3600 }]],
  ['a label', read, { action: 'tag', tag_id: '7' }, [{ action: 'untag', tag_id: '7' }]],
  ['a label that is there', labelled, { action: 'tag', tag_id: '7' }, []],
  ['a label taken away', labelled, { action: 'untag', tag_id: '7' }, [{ action: 'tag', tag_id: '7' }]],
  ['a label that is not there', read, { action: 'untag', tag_id: '7' }, []],
  ['reading', conversation(), { action: 'mark_read' }, [{ action: 'mark_unread' }]],
  ['reading what was read', read, { action: 'mark_read' }, []],
  ['unreading', read, { action: 'mark_unread' }, [{ action: 'mark_read' }]],
  ['an attribute', withSeverity, { action: 'set_attribute', name: 'severity', value: 'Low' }, [{ action: 'set_attribute', name: 'severity', value: 'High' }]],
  ['a cleared attribute', withSeverity, { action: 'set_attribute', name: 'severity', value: null }, [{ action: 'set_attribute', name: 'severity', value: 'High' }]],
  ['a new attribute', withSeverity, { action: 'set_attribute', name: 'seats', value: 4 }, [{ action: 'set_attribute', name: 'seats', value: null }]],
  ['the same attribute', withSeverity, { action: 'set_attribute', name: 'severity', value: 'High' }, []],
]

describe('invertAction', () => {
  it.each(undone)('undoes %s', (_name, before, action, expected) => {
    expect(invertAction(action, before, NOW)).toEqual(expected)
  })

  it.each(undone)('restores the fields after %s', (_name, before, action, inverse) => {
    const toPending = (one: ConversationAction): PendingAction =>
      one.action === 'set_attribute' ? { action: one, change: (details) => setAttribute(details, one) } : { action: one, tag: billing }
    const after = [action, ...inverse].map(toPending).reduce(applyAction, before)
    // Only Intercom can restore the waiting time.
    expect({ ...after, waiting_since: null }).toEqual({ ...before, waiting_since: null })
  })

  it('opens a conversation whose snooze has already ended', () => {
    expect(invertAction({ action: 'close' }, { ...snoozed, snoozed_until: NOW }, NOW)).toEqual([{ action: 'open' }])
  })
})

describe('applyAction', () => {
  it('keeps the other assignee', () => {
    const both = conversation({ admin_assignee_id: '1', team_assignee_id: '9' })
    const after = applyAction(both, { action: { action: 'assign', team_id: null } })
    expect(after).toMatchObject({ admin_assignee_id: '1', team_assignee_id: null })
  })

  it('shows no tag without a name', () => {
    expect(applyAction(read, { action: { action: 'tag', tag_id: '7' } })).toBe(read)
  })
})

describe('withChanges', () => {
  it('returns the fetched conversation without changes', () => {
    expect(withChanges(read, nothing)).toBe(read)
  })

  it('applies a newer response, then pending changes', () => {
    const changes: Changes = {
      pending: new Map([['100', [{ action: { action: 'mark_unread' } }]]]),
      responses: new Map([['100', makeResponse({ state: 'closed', read: true, updated_at: NOW }).conversation]]),
    }
    expect(withChanges(read, changes)).toMatchObject({ state: 'closed', read: false, updated_at: NOW })
  })

  it('prefers a conversation that was fetched later', () => {
    const changes: Changes = { ...nothing, responses: new Map([['100', makeResponse({ state: 'closed' }).conversation]]) }
    expect(withChanges(conversation({ updated_at: NOW }), changes).state).toBe('open')
  })
})

describe('applyChanges', () => {
  const rows = [conversation({ id: '1' }), conversation({ id: '2' }), conversation({ id: '3' })]
  const closing: Changes = { ...nothing, pending: new Map([['2', [{ action: { action: 'close' } }]]]) }

  it('returns the same rows without changes', () => {
    expect(applyChanges(rows, nothing, {}, undefined)).toBe(rows)
  })

  it('removes a row that no longer matches its list', () => {
    const left = applyChanges(rows, closing, { state: 'open' }, undefined)
    expect(left).toEqual([rows[0], rows[2]])
    expect(left[1]).toBe(rows[2])
  })

  it('keeps a row that still matches', () => {
    expect(applyChanges(rows, closing, { state: 'all' }, undefined).map(({ state }) => state)).toEqual(['open', 'closed', 'open'])
  })

  it('keeps rows without changes, whether they match or not', () => {
    expect(applyChanges(rows, closing, { state: 'open', tag_id: '7' }, undefined)).toHaveLength(2)
  })
})

describe('matchesFilter', () => {
  const row = conversation({ admin_assignee_id: '1', team_assignee_id: '9', tags: [billing] })
  it.each([
    [{}, true],
    [{ state: 'closed' }, false],
    [{ state: 'all' }, true],
    [{ assignee: 'me' }, true],
    [{ assignee: '2' }, false],
    [{ assignee: 'team:9' }, true],
    [{ assignee: 'team:8' }, false],
    [{ assignee: 'unassigned' }, false],
    [{ tag_id: '7' }, true],
    [{ tag_id: '8' }, false],
    [{ sort: 'waiting' }, true],
    [{ q: 'invoice', contact_id: 'x' }, true],
  ] as const)('%o: %s', (filter, expected) => {
    expect(matchesFilter(row, filter, '1')).toBe(expected)
  })

  it('lists an answered conversation as not waiting', () => {
    expect(matchesFilter({ ...row, waiting_since: null }, { sort: 'waiting' }, '1')).toBe(false)
  })
})

describe('responses', () => {
  it('never replace newer fields with older ones', () => {
    const late = makeResponse({ updated_at: NOW - 120, state: 'closed' })
    expect(mergeFields(read, late)).toBe(read)
  })

  it('leave other conversations alone', () => {
    const other = makeResponse({ id: '200', updated_at: NOW })
    expect(mergeFields(read, other)).toBe(read)
    expect(mergeThread(read, other)).toBe(read)
  })

  it('add missing parts and keep the customer', () => {
    const customer = { id: 'c', name: 'Noor', email: null, avatar_url: null }
    const before = conversation({ contact: customer })
    const after = mergeThread(before, makeResponse({ updated_at: NOW, state: 'closed' }, [part('a'), part('b')]))
    expect(after).toMatchObject({ state: 'closed', contact: customer })
    expect(after.parts.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('add the parts of a late response', () => {
    const after = mergeThread(read, makeResponse({ updated_at: NOW - 120, state: 'closed' }, [part('b')]))
    expect(after.state).toBe('open')
    expect(after.parts).toHaveLength(2)
  })
})

import { expect, test } from 'vitest'
import type { EventPart } from '@/kit/contracts/index'
import { describeThreadEvent } from '@/kit/strings/thread-event-text'
import { conversationThreadStrings } from '@/kit/strings/tables/thread'

const ben = { type: 'admin', id: '7', name: 'Ben', avatar_url: null } as const
const ann = { type: 'contact', id: 'c1', name: 'Ann', avatar_url: null } as const
const event = (part_type: string, fields: Partial<EventPart> = {}): EventPart => ({
  kind: 'event', id: '1', part_type, created_at: 0, author: ben, assigned_to: null, ...fields,
})
const words = (part_type: string, fields?: Partial<EventPart>) => describeThreadEvent(event(part_type, fields)).words

// Types in Intercom's API description and in real responses.
const documented = [
  'open', 'close', 'snoozed', 'assignment', 'assign_and_reopen', 'conversation_attribute_updated_by_admin',
  'custom_action_started', 'custom_action_finished', 'merged_primary_conversation', 'note_and_reopen', 'unsnoozed',
  'timer_unsnooze', 'assign_and_unsnooze', 'away_mode_assignment', 'default_assignment', 'message_strategy_assignment',
  'participant_added', 'participant_removed', 'language_detection_details', 'channel_and_reply_time_expectation',
  'conversation_rating_changed', 'conversation_attribute_updated_by_workflow', 'conversation_attribute_updated_by_user',
  'operator_workflow_event', 'ticket_state_updated_by_admin', 'ticket_attribute_updated_by_admin',
]

test.each(documented)('has a string for %s', (partType) => {
  const text = describeThreadEvent(event(partType, { assigned_to: { type: 'team', id: '9' } }))
  expect(text.words).not.toBe('updated')
  expect(conversationThreadStrings[text.words]).toBeTypeOf('string')
})

test.each(['quantum_flip', '', 'constructor', '__proto__', 'toString', '<script>'])(
  'has a neutral string for the unknown type %j',
  (partType) => expect(describeThreadEvent(event(partType))).toEqual({ kind: 'other', words: 'updated' }),
)

test('names the assignee, the user or no one in an assignment', () => {
  expect(words('assignment', { assigned_to: { type: 'admin', id: '8' } })).toBe('assignedByName')
  expect(words('assignment', { assigned_to: { type: 'admin', id: '7' } })).toBe('assignedToSelf')
  // A team with the same number is another assignee.
  expect(words('assignment', { assigned_to: { type: 'team', id: '7' } })).toBe('assignedByName')
  expect(words('assignment')).toBe('unassignedByName')
  expect(words('assignment', { assigned_to: { type: 'bot', id: '1' } })).toBe('assignmentChanged')
  expect(words('assign_and_reopen', { assigned_to: { type: 'bot', id: '1' } })).toBe('reopened')
  expect(words('assign_and_reopen')).toBe('reopened')
  expect(words('away_mode_assignment')).toBe('assignmentChanged')
})

test("distinguishes reopening by a customer's message and by a teammate", () => {
  expect(words('open', { author: ann })).toBe('reopenedByWriting')
  expect(words('open')).toBe('reopened')
})

test('mentions no assignee that the event lacks', () => {
  for (const partType of documented) {
    expect(conversationThreadStrings[words(partType)]).not.toContain('{assignee}')
  }
})

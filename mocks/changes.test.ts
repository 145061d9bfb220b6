import { beforeEach, describe, expect, it } from 'vitest'
import {
  addNote, assignConversation, closeConversation, openConversation, replyAsAdmin, replyAsBot, replyAsContact,
  snoozeConversation, startConversation, wakeSnoozed,
} from './changes.ts'
import { toAuthor } from './data/build-conversations.ts'
import { addAdmin, addContact } from './data/build-people.ts'
import type { Admin, Contact, Conversation } from './types.ts'
import { type Workspace, createWorkspace } from './workspace.ts'

let workspace: Workspace
let admin: Admin
let contact: Contact
let conversation: Conversation

const START = 1_000_000
const last = () => conversation.conversation_parts.conversation_parts.at(-1)

beforeEach(() => {
  workspace = createWorkspace(0)
  admin = addAdmin(workspace)
  contact = addContact(workspace)
  conversation = startConversation(workspace, { contact, at: START, body: '<p>Help</p>' })
})

describe('a reply of the customer', () => {
  it('starts an unread conversation and the wait when it is the first', () => {
    expect(conversation).toMatchObject({
      state: 'open',
      open: true,
      read: false,
      waiting_since: START,
      source: { body: '<p>Help</p>' },
    })
    expect(conversation.conversation_parts.total_count).toBe(0)
    expect(conversation.first_contact_reply?.created_at).toBe(START)
  })

  it('keeps the wait since the first message without a reply', () => {
    replyAsContact(workspace, conversation, contact, START + 60, { body: '<p>Hello?</p>' })
    expect(conversation.waiting_since).toBe(START)
    expect(last()).toMatchObject({ part_type: 'comment', author: { type: 'user' } })
    replyAsAdmin(workspace, conversation, admin, START + 90, { body: '<p>Yes</p>' })
    replyAsContact(workspace, conversation, contact, START + 120, { body: '<p>And?</p>' })
    expect(conversation).toMatchObject({ waiting_since: START + 120, read: false, updated_at: START + 120 })
  })

  it.each(['closed', 'snoozed'] as const)('opens a %s conversation', (state) => {
    if (state === 'closed') closeConversation(workspace, conversation, toAuthor(admin), START + 1)
    else snoozeConversation(workspace, conversation, toAuthor(admin), START + 1, START + 900)
    replyAsContact(workspace, conversation, contact, START + 2, { body: '<p>Wait</p>' })
    expect(conversation).toMatchObject({ state: 'open', open: true, snoozed_until: null })
    expect(last()).toMatchObject({ part_type: 'open', body: '<p>Wait</p>' })
    expect(conversation.statistics?.count_reopens).toBe(state === 'closed' ? 1 : 0)
  })
})

describe('an admin', () => {
  it('ends the wait and records the time to the first reply', () => {
    replyAsAdmin(workspace, conversation, admin, START + 300, { body: '<p>Hi</p>' })
    expect(conversation).toMatchObject({
      waiting_since: null,
      read: true,
      statistics: { time_to_admin_reply: 300, first_admin_reply_at: START + 300 },
    })
    expect(conversation.teammates?.teammates).toEqual([{ type: 'admin', id: admin.id }])
    replyAsAdmin(workspace, conversation, admin, START + 900, { body: '<p>Also</p>' })
    expect(conversation.statistics).toMatchObject({ time_to_admin_reply: 300, last_admin_reply_at: START + 900 })
  })

  it('adds a note without changing the state or the wait', () => {
    closeConversation(workspace, conversation, toAuthor(admin), START + 1)
    addNote(workspace, conversation, admin, START + 2, { body: '<p>psst</p>' })
    expect(conversation).toMatchObject({ state: 'closed', updated_at: START + 2 })
    expect(last()).toMatchObject({ part_type: 'note', state: 'closed' })
  })

  it('replies to a closed conversation without opening it', () => {
    closeConversation(workspace, conversation, toAuthor(admin), START + 1)
    replyAsAdmin(workspace, conversation, admin, START + 2, { body: '<p>P.S.</p>' })
    expect(conversation.state).toBe('closed')
  })

  it('closes a conversation with a last message', () => {
    closeConversation(workspace, conversation, toAuthor(admin), START + 60, { body: '<p>Bye</p>' })
    expect(conversation).toMatchObject({
      state: 'closed',
      open: false,
      waiting_since: null,
      statistics: { time_to_first_close: 60, last_closed_by_id: admin.id },
    })
    expect(last()).toMatchObject({ part_type: 'close', body: '<p>Bye</p>', state: 'closed' })
  })

  it('closes a conversation without a message and ends the wait', () => {
    closeConversation(workspace, conversation, toAuthor(admin), START + 60)
    expect(conversation).toMatchObject({ waiting_since: null, read: true, statistics: { time_to_first_close: 60 } })
    expect(conversation.statistics).not.toHaveProperty('first_admin_reply_at')
  })

  it('snoozes a conversation, which still counts as open', () => {
    snoozeConversation(workspace, conversation, toAuthor(admin), START + 1, START + 900)
    expect(conversation).toMatchObject({ state: 'snoozed', open: true, snoozed_until: START + 900 })
    expect(last()).toMatchObject({ part_type: 'snoozed', body: null })
  })

  it('opens a closed conversation and counts it', () => {
    closeConversation(workspace, conversation, toAuthor(admin), START + 1)
    openConversation(workspace, conversation, toAuthor(admin), START + 2)
    expect(conversation).toMatchObject({ state: 'open', open: true, statistics: { count_reopens: 1 } })
    expect(last()?.part_type).toBe('open')
  })

  it.each([
    ['open', 'assignment'],
    ['closed', 'assign_and_reopen'],
    ['snoozed', 'assign_and_unsnooze'],
  ] as const)('assigns a conversation that is %s with a part of type %s', (state, partType) => {
    if (state === 'closed') closeConversation(workspace, conversation, toAuthor(admin), START + 1)
    if (state === 'snoozed') snoozeConversation(workspace, conversation, toAuthor(admin), START + 1, START + 900)
    assignConversation(workspace, conversation, toAuthor(admin), START + 2, { type: 'admin', id: admin.id })
    expect(conversation).toMatchObject({ state: 'open', admin_assignee_id: Number(admin.id) })
    expect(last()).toMatchObject({ part_type: partType, assigned_to: { type: 'admin', id: admin.id } })
  })

  it('assigns to a team and unassigns an admin', () => {
    assignConversation(workspace, conversation, toAuthor(admin), START + 1, { type: 'team', id: '5' })
    assignConversation(workspace, conversation, toAuthor(admin), START + 2, { type: 'admin', id: null })
    expect(conversation).toMatchObject({
      team_assignee_id: 5,
      admin_assignee_id: 0,
      statistics: { count_assignments: 1 },
    })
    expect(last()?.assigned_to).toBeNull()
  })
})

it('keeps the customer waiting after a reply of the bot', () => {
  replyAsBot(workspace, conversation, START + 5, { body: '<p>Try this</p>' })
  expect(conversation).toMatchObject({ waiting_since: START, ai_agent_participated: true })
  expect(last()?.author).toMatchObject({ type: 'bot', name: 'Fin', from_ai_agent: true })
})

it('opens a snoozed conversation when its time is over', () => {
  snoozeConversation(workspace, conversation, toAuthor(admin), START + 1, START + 900)
  expect(wakeSnoozed(workspace, START + 899)).toEqual([])
  expect(wakeSnoozed(workspace, START + 900)).toEqual([conversation])
  expect(conversation).toMatchObject({ state: 'open', snoozed_until: null })
  expect(last()).toMatchObject({ part_type: 'timer_unsnooze', created_at: START + 900 })
})

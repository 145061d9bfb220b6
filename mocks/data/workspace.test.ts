import { describe, expect, it } from 'vitest'
import type { Conversation } from '../types.ts'
import { NOW } from './clock.ts'
import { addLongConversation, buildLargeWorkspace } from './large.ts'
import { buildWorkspace } from './workspace.ts'

const workspace = buildWorkspace()
const { conversations, contacts } = workspace
const parts = conversations.flatMap(({ conversation_parts }) => conversation_parts.conversation_parts)
const bodies = [...parts.map(({ body }) => body ?? ''), ...conversations.map(({ source }) => source.body)]

describe('the support week', () => {
  it('is deterministic and follows the given clock', () => {
    expect(buildWorkspace()).toEqual(workspace)
    const later = buildWorkspace({ now: NOW + 1000 })
    expect(later.conversations[0]?.created_at).toBe((conversations[0]?.created_at ?? 0) + 1000)
  })

  it('has enough people and conversations', () => {
    expect(workspace.admins).toHaveLength(6)
    expect(workspace.teams).toHaveLength(3)
    expect(contacts.length).toBeGreaterThanOrEqual(24)
    expect(conversations.length).toBeGreaterThanOrEqual(32)
    expect(workspace.admins.some(({ away_mode_enabled }) => away_mode_enabled)).toBe(true)
  })

  it.each<[string, (conversation: Conversation) => boolean]>([
    ['open', ({ state }) => state === 'open'],
    ['closed', ({ state }) => state === 'closed'],
    ['snoozed', ({ state, snoozed_until }) => state === 'snoozed' && (snoozed_until ?? 0) > NOW],
    ['unread', ({ read }) => !read],
    ['read and waiting', ({ read, waiting_since }) => read && waiting_since !== null],
    ['waiting for minutes', ({ waiting_since }) => waiting_since !== null && NOW - waiting_since < 3600],
    [
      'waiting for hours',
      ({ waiting_since }) => waiting_since !== null && NOW - waiting_since > 3600 && NOW - waiting_since < 86_400,
    ],
    ['waiting for days', ({ waiting_since }) => waiting_since !== null && NOW - waiting_since > 86_400],
    ['waiting for the customer', ({ state, waiting_since }) => state === 'open' && waiting_since === null],
    ['a priority', ({ priority }) => priority === 'priority'],
    ['unassigned as null', (one) => one.admin_assignee_id === null && one.team_assignee_id === null],
    ['unassigned as 0', ({ admin_assignee_id }) => admin_assignee_id === 0],
    ['with a team alone', (one) => !one.admin_assignee_id && Boolean(one.team_assignee_id)],
    ['with an admin alone', (one) => Boolean(one.admin_assignee_id) && !one.team_assignee_id],
    ['with an admin and a team', (one) => Boolean(one.admin_assignee_id) && Boolean(one.team_assignee_id)],
    ['tagged', ({ tags }) => tags.tags.length > 1],
    ['rated', ({ conversation_rating }) => conversation_rating !== null],
    ['an e-mail', ({ source }) => source.type === 'email'],
    ['started by a teammate', ({ source }) => source.author.type === 'admin'],
    ['with several customers', (one) => one.contacts.contacts.length > 2],
    ['without a title', ({ title }) => title === null],
    ['with 120 parts', ({ conversation_parts }) => conversation_parts.total_count >= 120],
    ['with a bot', ({ ai_agent_participated }) => ai_agent_participated],
  ])('has a conversation: %s', (_, is) => {
    expect(conversations.some(is)).toBe(true)
  })

  it.each([
    'comment', 'note', 'quick_reply', 'open', 'close', 'snoozed',
    'assignment', 'assign_and_reopen', 'assign_and_unsnooze',
    'conversation_attribute_updated_by_admin', 'conversation_attribute_updated_by_workflow', 'custom_action_started',
    'custom_action_finished', 'merged_primary_conversation', 'timer_unsnooze', 'default_assignment',
    'participant_added', 'language_detection_details', 'channel_and_reply_time_expectation',
    'conversation_rating_changed', 'operator_workflow_event', 'quantum_flip',
  ])('has a part of type %s', (type) => {
    expect(parts.some(({ part_type }) => part_type === type)).toBe(true)
  })

  it.each([
    '<ul>', '<ol>', '<pre><code>', '<h1>', '<h2>', '<table>', '<img', '<blockquote', '<hr>',
    '<a href="https://attacker.example/login">https://app.tidewater', '<script>', 'onerror=',
  ])(
    'has a body with %s', (html) => {
      expect(bodies.some((body) => body.includes(html))).toBe(true)
    },
  )

  it.each(['image/png', 'application/pdf', 'text/csv'])('has an attachment of type %s', (type) => {
    const attachments = [
      ...parts.flatMap((part) => part.attachments),
      ...conversations.flatMap(({ source }) => source.attachments),
    ]
    expect(attachments.some(({ content_type }) => content_type === type)).toBe(true)
  })

  it('has names that break layouts', () => {
    const names = contacts.map(({ name }) => name ?? '')
    expect(names).toContain('Siobhán O&#39;Neill')
    expect(names.some((name) => name.length === 90)).toBe(true)
    expect(names.some((name) => /\p{Extended_Pictographic}/u.test(name))).toBe(true)
    expect(names.some((name) => /\p{Script=Arabic}/u.test(name))).toBe(true)
    expect(names.some((name) => /\p{Script=Han}/u.test(name))).toBe(true)
    expect(names.some((name) => name.includes('\u202E'))).toBe(true)
    expect(contacts.some(({ role, name }) => role === 'lead' && name === null)).toBe(true)
    expect(contacts.some(({ role, email }) => role === 'user' && email === null)).toBe(true)
  })

  it('has events in order and none in the future', () => {
    for (const { title, created_at, updated_at, conversation_parts } of conversations) {
      const times = [created_at, ...conversation_parts.conversation_parts.map((part) => part.created_at)]
      expect(times, title ?? '').toEqual(times.toSorted((a, b) => a - b))
      expect(Math.max(updated_at, ...times), title ?? '').toBeLessThanOrEqual(NOW)
    }
  })

  it('has no dangling reference', () => {
    const ids = (list: { id: string }[]) => new Set(list.map(({ id }) => id))
    const contactIds = ids(contacts)
    expect(conversations.flatMap((one) => one.contacts.contacts).every(({ id }) => contactIds.has(id))).toBe(true)
    const tagIds = ids(workspace.tags)
    expect(conversations.flatMap(({ tags }) => tags.tags).every(({ id }) => tagIds.has(id))).toBe(true)
    const companyIds = ids(workspace.companies)
    expect(contacts.flatMap(({ companies }) => companies.data).every(({ id }) => companyIds.has(id))).toBe(true)
    expect(ids(conversations).size).toBe(conversations.length)
    expect(ids(parts).size).toBe(parts.length)
    expect(contactIds.size).toBe(contacts.length)
  })
})

describe('a large workspace', () => {
  it('has the given number of distinct conversations', () => {
    const many = buildLargeWorkspace(10_000).conversations
    expect(many).toHaveLength(10_000)
    expect(new Set(many.map(({ id }) => id)).size).toBe(10_000)
    expect(new Set(many.map(({ source }) => source.body)).size).toBeGreaterThan(2_000)
    expect(new Set(many.map(({ source }) => source.author.name)).size).toBeGreaterThan(300)
    for (const state of ['open', 'closed', 'snoozed']) {
      expect(many.filter((one) => one.state === state).length).toBeGreaterThan(500)
    }
  })

  it('keeps the newest conversations of the week for a small number', () => {
    expect(buildLargeWorkspace(0).conversations).toEqual([])
    expect(
      buildLargeWorkspace(3).conversations.map(({ updated_at }) => NOW - updated_at),
    ).toEqual([240, 540, expect.any(Number)])
  })
})

it('builds a long conversation with the given number of parts', () => {
  const conversation = addLongConversation(buildWorkspace(), 500)
  expect(conversation.conversation_parts.conversation_parts).toHaveLength(500)
  expect(conversation.updated_at).toBe(NOW - 60)
})

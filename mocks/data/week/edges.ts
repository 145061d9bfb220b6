import { toAuthor } from '../build-conversations.ts'
import type { Cast } from '../cast.ts'
import { DAY, HOUR } from '../clock.ts'
import { startThread, buildUpload } from '../thread.ts'

/** Part types without a body. Intercom adds types over time, so one of them is made up. */
const PART_TYPES = [
  'away_mode_assignment', 'default_assignment', 'message_strategy_assignment', 'participant_removed', 'unsnoozed',
  'note_and_reopen', 'conversation_attribute_updated_by_user', 'merged_primary_conversation', 'ticket_state_updated_by_admin',
  'quantum_flip',
] as const

/** Adds edge cases: every kind of part, a deleted message, a very long conversation. */
export function addEdges({ workspace, now, admins, teams, contacts }: Cast): void {
  const { priya, tom, kofi, sofia, yuki } = admins
  const { daniel, lucas, hanna, maya } = contacts
  if (!daniel || !lucas || !hanna || !maya) return

  const everyKind = startThread(workspace, {
    contact: daniel,
    at: now - 6 * DAY - 2 * HOUR,
    title: 'Weekly digest shows last year',
    body: '<p>The weekly digest compares to 2024 instead of 2025.</p>',
  })
    .assign(tom, 4, teams.support)
    .assign(tom, 1, priya, '<p>Priya knows the digest best, she will answer you shortly.</p>')
    .admin(priya, 12, '<p>Hi Daniel, thanks! I can see it.</p>')
    .snooze(priya, 1, now - 5 * DAY)
    .event('timer_unsnooze', 24 * 60, workspace.bot)
    .set({ state: 'open', snoozed_until: null })
    .setLast({ state: 'open' })
    .admin(priya, 3, '<p>It is fixed in the digest that goes out tomorrow.</p>')
    .close(priya, 1)
    .open(priya, 60)
    .close(priya, 2)
    .assign(tom, 5, sofia)
    .snooze(sofia, 2, now - 4 * DAY)
    .assign(tom, 9, priya)
    .assign(tom, 1, null)
    .event('conversation_attribute_updated_by_admin', 1, toAuthor(priya), { event_details: { attribute: { name: 'Issue type' }, value: { name: 'Bug' } } })
    .customer(3, '<p>My password is hunter2, if that helps</p>')
    .setLast({ body: '<p><i>This message was deleted</i></p>', redacted: true })
    .note(tom, 1, '<p>Removed a password. Please remind people.</p><ul><li>never ask for one</li><li>redact at once</li></ul>', {
      attachments: [buildUpload('how-to-redact.pdf', 'application/pdf', 30_441)],
    })
  for (const type of PART_TYPES) everyKind.event(type, 2, toAuthor(tom))
  everyKind.customer(1300, '<p>The digest is right now, thank you all.</p>').close(priya, 15, '<p>Happy to hear it!</p>')

  startThread(workspace, {
    contact: hanna,
    at: now - 10 * DAY,
    title: 'Two threads about the same thing',
    body: '<p>(This one is a copy, I wrote twice by accident.)</p>',
  })
    .note(kofi, 30, '<p>Duplicate of the other one.</p>')
    .close(kofi, 1)
    .set({ linked_objects: { type: 'list', data: [{ type: 'conversation', id: everyKind.conversation.id, category: null }], total_count: 1, has_more: false } })

  startThread(workspace, {
    contact: lucas,
    at: now - 9 * DAY,
    title: 'Several people in one thread',
    body: '<p>I add Daniel and Maya, who know more.</p>',
  })
    .set({ contacts: { type: 'contact.list', contacts: [lucas, daniel, maya].map(({ id, external_id }) => ({ type: 'contact' as const, id, external_id })) } })
    .event('participant_added', 1, toAuthor(lucas))
    .customer(10, '<p>Daniel here: it happens with ships longer than 366 m.</p>', {}, daniel)
    .customer(4, '<p>And Maya: we have the same in our test account.</p>', {}, maya)
    .admin(yuki, 30, '<p>Hello you three! A field for three digits met a ship of four. Fixed.</p>')
    .close(yuki, 20)

  const long = startThread(workspace, {
    contact: lucas,
    at: now - 3 * DAY,
    title: 'Live migration of the Santos terminal',
    body: '<p>We start the migration now, as agreed. I will write here as we go.</p>',
  }).assign(tom, 2, sofia)
  for (let terminal = 1; terminal <= 39; terminal += 1) {
    long
      .customer(31, `<p>Crane ${terminal} of 39 is switched over. ${terminal % 7 === 0 ? 'That one took two attempts, the first one lost its connection.' : 'No surprises.'}</p>`)
      .admin(sofia, 4, `<p>Seen: events of crane ${terminal} arrive${terminal % 5 === 0 ? ', with a delay of about two seconds that I would not worry about' : ''}.</p>`)
      .note(sofia, 1, `<p>crane-${String(terminal).padStart(2, '0')}: ${(terminal * 137) % 900 + 100} events a minute</p>`)
  }
  long
    .customer(25, '<p>All 39 cranes. Going to bed. Obrigado, Sofía!</p>')
    .admin(sofia, 2, '<p>Well done, all of you. Good night!</p>')
}

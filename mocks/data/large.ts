import type { Contact, Conversation, Timestamp } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { addContact } from './build-people.ts'
import { DAY, HOUR, MINUTE, NOW } from './clock.ts'
import { startThread } from './thread.ts'
import { buildWorkspace } from './workspace.ts'

const FIRST_NAMES = [
  'Ana', 'Bilal', 'Carmen', 'Dmitri', 'Eun-ji', 'Farah', 'Gustav', 'Hele', 'Iker', 'Jamila', 'Kaito', 'Linh', 'Mateo',
  'Nadia', 'Oluwaseun', 'Paula', 'Quentin', 'Rania', 'Stef', 'Thandiwe', 'Uma', 'Viktor', 'Wren', 'Ximena', 'Yusuf',
  'Zofia',
]
const LAST_NAMES = [
  'Abara', 'Bianchi', 'Cho', 'Delgado', 'Eriksen', 'Fontaine', 'García-Márquez', 'Hussain', 'Ivanova', 'Jansen',
  'Khumalo', 'Lambert', 'Mäkinen', 'Nguyen', 'Osei', 'Petrov', 'Qureshi', 'Rossi', 'Silva', 'Takahashi', 'Ueda',
  'van der Berg', 'Wójcik',
]
const SUBJECTS = [
  'the daily board', 'our retention chart', 'the export of accounts', 'a shared link', 'the mobile view',
  'alerts for the team', 'the SQL editor', 'our second project', 'the weekly digest', 'a funnel with five steps',
  'the JavaScript snippet',
]
const QUESTIONS = [
  'does not load since we changed the time zone.',
  'shows other numbers than last week. Which of them is right?',
  'could be faster. It takes about half a minute, with a filter on country even longer.',
  'is gone. Did somebody delete it, and can I get it back?',
  'works, thank you! One more thing: can I give it another name?',
  'asks me for a password although we use single sign-on.',
  'is in English for my colleagues in Lyon. Can each of them choose a language?',
]
const ANSWERS = [
  'Thanks for the details, I am looking into it.',
  'That is fixed now. Could you reload the page and tell me whether you see it, too?',
  'Yes, under Settings, on the tab that has the same name.',
]

function at<Item>(list: readonly Item[], index: number): Item {
  return list[index % list.length] as Item
}

function addCustomer(workspace: Workspace, index: number, now: Timestamp): Contact {
  const name = `${at(FIRST_NAMES, index)} ${at(LAST_NAMES, index * 7)}`
  const mailbox = name.toLowerCase().replace(/[^a-z]+/g, '.')
  return addContact(workspace, {
    name: index % 41 === 0 ? null : name,
    email: `${mailbox}@customer-${index}.example`,
    external_id: `usr_${20_000 + index}`,
    created_at: now - (30 + (index % 900)) * DAY,
    last_seen_at: now - (index % 300) * HOUR,
    custom_attributes: { plan: at(['Starter', 'Team', 'Scale'], index) },
  })
}

function addConversation(
  workspace: Workspace,
  index: number,
  contact: Contact,
  opened: Timestamp,
  now: Timestamp,
): void {
  const admin = at(workspace.admins, index * 5)
  const project = index % 4 === 1 ? ` The project is <code>p-${index}</code>.` : ''
  const thread = startThread(workspace, {
    contact,
    at: opened,
    title: index % 3 === 0 ? `Question about ${at(SUBJECTS, index)}` : null,
    body: `<p>Hello, ${at(SUBJECTS, index * 3)} ${at(QUESTIONS, index + Math.floor(index / 11))}${project}</p>`,
  })
  if (index % 4 !== 0) thread.assign(admin, 3 + (index % 50), index % 9 === 0 ? at(workspace.teams, index) : admin)
  if (index % 3 !== 0) thread.admin(admin, 2 + (index % 90), `<p>${at(ANSWERS, index)}</p>`)
  if (index % 6 === 1) {
    thread.customer(5 + (index % 40), '<p>Thank you, that helped. And one more question, if I may.</p>')
  }
  if (index % 10 < 3) thread.close(admin, 10)
  else if (index % 10 === 3) thread.snooze(admin, 10, now + (1 + (index % 70)) * HOUR)
  if (index % 17 === 0) thread.set({ priority: 'priority' })
  if (index % 5 === 0) thread.tag(at(workspace.tags, index / 5))
}

/**
 * Builds the support week plus generated older conversations, to test long lists.
 * @param conversations Total number of conversations.
 * @param options.now Current time in Unix seconds.
 */
export function buildLargeWorkspace(conversations: number, { now = NOW }: { now?: Timestamp } = {}): Workspace {
  const workspace = buildWorkspace({ now })
  const week = workspace.conversations.length
  if (conversations <= week) {
    workspace.conversations = selectNewest(workspace.conversations, conversations)
    return workspace
  }
  const customers = Array.from(
    { length: Math.min(600, Math.ceil((conversations - week) / 4)) },
    (_, index) => addCustomer(workspace, index, now),
  )
  for (let index = 0; index < conversations - week; index += 1) {
    const opened = now - 13 * DAY - index * 17 * MINUTE
    addConversation(workspace, index, at(customers, index * 13), opened, now)
  }
  return workspace
}

function selectNewest(conversations: Conversation[], count: number): Conversation[] {
  return conversations.toSorted((a, b) => b.updated_at - a.updated_at).slice(0, count)
}

/**
 * Adds a conversation with any number of parts. The API sends the newest 500.
 * @param options.now Current time in Unix seconds; the newest part is a minute older.
 */
export function addLongConversation(
  workspace: Workspace, parts: number, { now = NOW }: { now?: Timestamp } = {},
): Conversation {
  const contact = at(workspace.contacts, 0)
  const every = 7
  const thread = startThread(workspace, {
    contact,
    at: now - (parts * every + 1) * MINUTE,
    title: `A conversation of ${parts} parts`,
    body: '<p>This will take a while, so let us stay in one conversation.</p>',
  })
  for (let index = 1; index <= parts; index += 1) {
    const admin = at(workspace.admins, index % 3)
    const list = index % 11 === 0 ? '<ul><li>first,</li><li>second.</li></ul>' : ''
    const text = `<p>${index}. About ${at(SUBJECTS, index)}: ${at(QUESTIONS, index)}</p>${list}`
    if (index % 13 === 0) thread.note(admin, every, `<p>Note ${index}: nothing new.</p>`)
    else if (index % 29 === 0) thread.assign(admin, every, admin)
    else if (index % 2 === 0) thread.admin(admin, every, `<p>${index}. ${at(ANSWERS, index)}</p>`)
    else thread.customer(every, text)
  }
  return thread.conversation
}

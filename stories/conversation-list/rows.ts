import type { ConversationSummary } from 'intercom-v0-kit/contracts'
import { DAY, HOUR, MINUTE, NOW } from '../../mocks/data/clock.ts'

const contact = (n: number, name: string | null, email: string | null = null) => ({
  id: `68a1c0de${n.toString(16).padStart(16, '0')}`,
  name,
  email,
  avatar_url: null,
  plan: null,
  custom_attributes: {},
})

/** Builds a row of a read, open conversation that waits for the customer. */
export function buildRow(overrides: Partial<ConversationSummary> = {}): ConversationSummary {
  const at = overrides.last_message_at ?? NOW - 12 * MINUTE
  return {
    id: '215471000000001',
    title: 'Export stops at 10,000 rows',
    state: 'open',
    read: true,
    priority: false,
    last_message_at: at,
    waiting_since: null,
    snoozed_until: null,
    first_response_seconds: 5 * MINUTE,
    contact: contact(1, 'Maya Okafor', 'maya@alderfinch.example'),
    admin_assignee_id: '7042001',
    team_assignee_id: null,
    tags: [],
    preview: 'Hello! Every export of our orders ends at exactly 10,000 rows. Is there a limit that I do not know of?',
    ...overrides,
  }
}

const tag = (name: string, n = 1) => ({ id: String(9128000 + n), name })

/** Rows in every state, and with every optional field missing. */
export const kindsOfRow: ConversationSummary[] = [
  buildRow({
    id: '1', read: false, waiting_since: NOW - 4 * MINUTE, last_message_at: NOW - 4 * MINUTE, admin_assignee_id: null,
    first_response_seconds: null, priority: true, tags: [tag('Bug')],
  }),
  buildRow({
    id: '2', contact: contact(2, 'Tomasz Wiśniewski'), waiting_since: NOW - 2 * HOUR, last_message_at: NOW - 2 * HOUR,
    title: 'Invoice for October', preview: 'The VAT number on it is the one of our old company.',
    tags: [tag('Billing'), tag('EU', 2), tag('VAT', 3), tag('Finance', 4)],
  }),
  buildRow({
    id: '3', contact: contact(3, 'Aoife Byrne'), title: null, last_message_at: NOW - 20,
    preview: 'Is there a way to get the weekly report on Tuesdays? Our week begins then, and nobody reads it on a Monday.',
  }),
  buildRow({
    id: '4', contact: contact(4, null, 'lars.nygaard@fjordline.example'), title: 'Waiting for the log files',
    preview: 'The sync stops every night at two. I will send you the logs of the agent once it has happened again.',
    state: 'snoozed', snoozed_until: NOW + 18 * HOUR, last_message_at: NOW - 2 * DAY,
  }),
  buildRow({
    id: '5', contact: contact(5, 'Chiara Esposito'), state: 'closed', last_message_at: NOW - 6 * DAY, title: null,
    preview: 'Grazie mille!', first_response_seconds: 40,
  }),
  buildRow({
    id: '6', contact: null, title: null, preview: '', admin_assignee_id: null, last_message_at: NOW - 30 * DAY,
  }),
  buildRow({
    id: '7', contact: contact(7, 'Priyanka'), last_message_at: NOW - 300 * DAY, admin_assignee_id: null,
    team_assignee_id: '8310001', first_response_seconds: null, title: 'Single sign-on with Okta',
    preview: 'We are moving all our tools to Okta this month. Which plan do we need for that?',
  }),
]

/** Rows of customers who wait: from now to beyond the target of an hour, or half an hour with priority. */
export const waitingRows: ConversationSummary[] = [
  { minutes: 0, name: 'Maya Okafor' },
  { minutes: 19, name: 'Ravi Subramaniam' },
  { minutes: 45, name: 'Chloe Zhang' },
  { minutes: 40, name: 'Noor Haddad', priority: true },
  { minutes: 75, name: 'Kwame Boateng' },
  { minutes: 300, name: 'Grant Whitfield', read: false },
].map(({ minutes, name, ...fields }, index) => {
  const at = NOW - minutes * MINUTE
  return buildRow({ id: String(31 + index), contact: contact(31 + index, name), waiting_since: at, last_message_at: at, ...fields })
})

/** Rows with hostile or unlucky names and texts. */
export const hostileRows: ConversationSummary[] = [
  buildRow({
    id: '11', contact: contact(11, 'W'.repeat(90)), title: 'M'.repeat(120), preview: 'i'.repeat(200),
    tags: [tag('T'.repeat(60)), tag('U'.repeat(60), 2)], waiting_since: NOW - 400 * DAY,
  }),
  buildRow({
    id: '12', contact: contact(12, '\u202Etxt.exe'), title: 'Support\u202Emoc.live',
    preview: '\u2067Ann\u2069 \u202Dabc', read: false, waiting_since: NOW,
  }),
  buildRow({
    id: '13', contact: contact(13, `Z${'\u0317\u031E\u0320'.repeat(30)}algo`), title: null,
    preview: `H${'\u0310\u0489'.repeat(60)}e comes`,
  }),
  buildRow({
    id: '14', contact: contact(14, 'أحمد بن عبد الرحمن العلي'),
    title: 'لا أستطيع تصدير التقرير إلى ملف CSV منذ صباح اليوم، هل يمكنكم المساعدة؟',
    preview: 'مرحباً، عند الضغط على زر التصدير تظهر رسالة خطأ ولا يحدث شيء.', waiting_since: NOW - 3 * HOUR,
  }),
  buildRow({ id: '15', contact: contact(15, '👩‍👩‍👧 Sørensen 🇩🇰'), title: null, preview: '🚀🚀🚀 '.repeat(30) }),
  buildRow({
    id: '16', contact: contact(16, '<img src=x onerror=alert(1)>'), title: '<b>bold</b>',
    preview: '<script>alert(1)</script> {"json": true} %00 ${7*7}',
  }),
  buildRow({ id: '17', contact: contact(17, '   '), title: '   ', preview: '\u200B\u200B', tags: [tag(' ')] }),
  buildRow({
    id: '18', contact: contact(18, '山田太郎'), title: 'ダッシュボードの書き出しについて',
    preview: 'お世話になっております。CSVの書き出しが途中で止まってしまいます。',
  }),
  buildRow({
    id: '19', contact: contact(19, 'Ann\u200B\u200B\u200B'), title: 'https://mybank.com@attacker.test/'.repeat(4),
    preview: 'x', last_message_at: NOW + 5 * HOUR,
  }),
]

const firstNames = ['Maya', 'Tomasz', 'Aoife', 'Lars', 'Chiara', 'Kwame', 'Ingrid', 'Rafael', 'Noor', 'Siobhán', 'Yuki']
const lastNames = ['Okafor', 'Wiśniewski', 'Byrne', 'Nygaard', 'Esposito', 'Boateng', 'Lindqvist', 'Almeida', 'Haddad']
const subjects: [string | null, string][] = [
  ['Export stops at 10,000 rows', 'Hello! Every export of our orders ends at exactly 10,000 rows. Is there a limit?'],
  [null, 'Hi, can I give our accountant access to the invoices only, and to nothing else?'],
  ['Invoice for October', 'The VAT number on it is the one of our old company. Could you issue it again?'],
  ['Single sign-on', 'Two of us are sent back to the sign-in page in a loop since this morning, in every browser.'],
  [null, 'Thanks, that worked! One more thing: can the weekly report go to a shared mailbox?'],
  ['Last month is missing', 'The revenue chart jumps from September to November. Did something happen to our data?'],
  ['Webhook retries', 'How often do you try again when our endpoint is down, and for how long?'],
  [null, 'We are going to be 60 people in January. What does that change about our plan?'],
  ['Dashboard is slow', 'The sales dashboard takes about 20 seconds to open since Friday. The others are fine.'],
  ['Delete a workspace', 'I made a second workspace by mistake. How do I get rid of it without losing the first?'],
  [null, 'Do you have a status page that we can subscribe to?'],
]

/** Builds rows, newest first. Every call returns the same rows. */
export function buildRows(count: number): ConversationSummary[] {
  return Array.from({ length: count }, (_, n) => {
    const isWaiting = n % 3 === 0
    const at = NOW - (n * 7 + 2) * MINUTE
    return buildRow({
      id: String(215471000000001 + n),
      contact: contact(n, `${firstNames[n % firstNames.length]} ${lastNames[n % lastNames.length]}`),
      title: subjects[n % subjects.length]![0],
      preview: subjects[n % subjects.length]![1],
      last_message_at: at,
      waiting_since: isWaiting ? at : null,
      read: n % 4 !== 0,
      priority: n % 9 === 0,
      admin_assignee_id: n % 5 === 0 ? null : '7042001',
      first_response_seconds: n % 7 === 0 ? null : (n % 50) * MINUTE,
      tags: n % 6 === 0 ? [tag('Billing'), tag('Bug', 2), tag('API', 3)] : [],
    })
  })
}

import type {
  Attachment, Author, Conversation, EventPart, MessagePart, Part, RichTextNode,
} from 'intercom-v0-kit/contracts'
import type { Teammates } from 'intercom-v0-kit/inbox'
import { toUploadUrl } from '../../mocks/assets.ts'
import { DAY, MINUTE, NOW } from '../../mocks/data/clock.ts'

export const people = {
  maya: { type: 'contact', id: '68a1c0de0000000000000001', name: 'Maya Okafor', avatar_url: null },
  priya: { type: 'admin', id: '7042001', name: 'Priya Raman', avatar_url: null },
  tom: { type: 'admin', id: '7042002', name: 'Tom Aalto', avatar_url: null },
  fin: { type: 'bot', id: '7042900', name: 'Fin', avatar_url: null },
} satisfies Record<string, Author>

export const teammates: Teammates = {
  admins: [people.priya, people.tom].map(({ id, name }) => ({ id, name, email: null, avatar_url: null, away: false })),
  teams: [{ id: '9001', name: 'Engineering on call', admin_ids: [people.tom.id] }],
}

/** Builds a body with one paragraph per argument. */
export function text(...paragraphs: string[]): RichTextNode[] {
  return paragraphs.map((paragraph) => ({ type: 'element', tag: 'p', children: [{ type: 'text', text: paragraph }] }))
}

/** Builds a message that Maya sent a minute ago. */
export function message(fields: Partial<MessagePart> & { id: string }): MessagePart {
  return {
    kind: 'message',
    part_type: 'comment',
    created_at: NOW - MINUTE,
    author: people.maya,
    body: text('Thanks, that did it.'),
    attachments: [],
    redacted: false,
    ...fields,
  }
}

/** Builds a note that Tom wrote a minute ago. */
export function note(fields: Partial<MessagePart> & { id: string }): Part {
  return { ...message({ author: people.tom, ...fields }), part_type: 'note', kind: 'note' }
}

/** Builds an event that Priya caused a minute ago. */
export function event(fields: Partial<EventPart> & { id: string }): EventPart {
  const closed = { part_type: 'close', created_at: NOW - MINUTE, author: people.priya, assigned_to: null }
  return { kind: 'event', ...closed, ...fields }
}

/** Builds a PNG attachment of 214 kB. */
export function attachment(fields: Partial<Attachment> = {}): Attachment {
  const name = fields.name ?? 'chart.png'
  const image = { content_type: 'image/png', filesize: 214_016, width: 1280, height: 720 }
  return { name, url: toUploadUrl(name), ...image, ...fields }
}

/** Builds a read, open conversation with Maya, assigned to Priya. */
export function conversation(parts: Part[], fields: Partial<Conversation> = {}): Conversation {
  return {
    id: '215471000000001',
    title: 'Gap in the weekly chart',
    state: 'open',
    read: true,
    priority: false,
    created_at: parts[0]?.created_at ?? NOW,
    updated_at: NOW,
    last_message_at: parts.at(-1)?.created_at ?? NOW,
    waiting_since: null,
    snoozed_until: null,
    first_response_seconds: null,
    contact: { id: people.maya.id, name: people.maya.name, email: 'maya@alderfinch.example', avatar_url: null },
    admin_assignee_id: people.priya.id,
    team_assignee_id: null,
    tags: [],
    parts,
    omitted_parts: 0,
    ...fields,
  }
}

const questions = [
  'The weekly chart has a gap since Monday. Is the data lost, or does it come later?',
  'We see the same on the board of the second team.',
  'Another browser, a private window: no change. The numbers of the export are right, so it must be the chart. ' +
    'Could it be the filter on country?',
]
const answers = [
  'Thank you, I am looking into it.',
  'Nothing is lost: the numbers are there, they arrive late. I will write as soon as the chart has them.',
]

/** Builds numbered parts, with a gap of more than an hour after every fourth. */
export function buildParts(count: number, from = 0): Part[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index
    const at = NOW - 30 * DAY + number * 17 * MINUTE
    const id = String(31_250_100_000 + number)
    if (number % 29 === 28) return event({ id, created_at: at, part_type: 'snoozed' })
    if (number % 13 === 12) return note({ id, created_at: at, body: text(`Note ${number}: nothing new.`) })
    const isMaya = number % 4 < 2
    const words = isMaya ? questions[number % questions.length] : answers[number % answers.length]
    return message({
      id,
      created_at: at,
      author: isMaya ? people.maya : people.priya,
      body: text(`${number}. ${words}`),
    })
  })
}

const yesterday = NOW - DAY

/** One part of every kind. */
export const everyKind: Part[] = [
  message({
    id: '1',
    part_type: 'source',
    created_at: yesterday - 3000,
    body: text('Hello! The weekly chart has a gap since Monday.'),
  }),
  message({ id: '2', created_at: yesterday - 2960, body: text('Is the data lost?') }),
  message({
    id: '3',
    created_at: yesterday - 2940,
    author: people.fin,
    body: text('Data can arrive up to 30 minutes late. Did this answer your question?'),
  }),
  message({ id: '4', created_at: yesterday - 2800, body: text('No.') }),
  event({
    id: '5',
    created_at: yesterday - 2790,
    part_type: 'default_assignment',
    author: people.fin,
    assigned_to: { type: 'team', id: '9001' },
  }),
  note({ id: '6', created_at: yesterday - 2700, body: text('Same as yesterday’s incident, I think.') }),
  event({
    id: '7',
    created_at: yesterday - 2600,
    part_type: 'assignment',
    author: people.priya,
    assigned_to: { type: 'admin', id: people.priya.id },
  }),
  message({
    id: '8',
    created_at: yesterday - 2400,
    author: people.priya,
    body: [...text('Hi Maya, nothing is lost. Two things to try:'), list('reload it,', 'then clear its filter.')],
    attachments: [
      attachment({
        name: 'how-to-reload.pdf',
        content_type: 'application/pdf',
        filesize: 86_016,
        width: null,
        height: null,
      }),
    ],
  }),
  event({ id: '9', created_at: yesterday - 2300, part_type: 'snoozed' }),
  event({ id: '10', created_at: yesterday - 1200, part_type: 'timer_unsnooze', author: people.fin }),
  event({ id: '11', created_at: yesterday - 1100, part_type: 'quantum_flip' }),
  message({ id: '12', created_at: NOW - 7200, redacted: true, body: [] }),
  message({
    id: '13',
    created_at: NOW - 7100,
    body: text('That did not help. This is what I see:'),
    attachments: [attachment()],
  }),
]

function list(...items: string[]): RichTextNode {
  return {
    type: 'element',
    tag: 'ul',
    children: items.map((item) => ({ type: 'element', tag: 'li', children: [{ type: 'text', text: item }] })),
  }
}

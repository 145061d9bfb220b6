/**
 * Runs every function that reads untrusted text on hostile strings: 60 characters expose an exponential pattern, and
 * 100 kB expose a quadratic one.
 */
import { describe, expect, test } from 'vitest'
import {
  attachmentFileSchema, checkoutBodySchema, contactBodySchema, contactNoteBodySchema, contactPatchSchema, conversationsQuerySchema, eventSchema, idSchema,
  noteBodySchema, requestedIdSchema,
} from '@/kit/contracts/index'
import { matchesQuery } from '@/kit/shared/matches-query'
import { fromSearchParams } from '@/kit/shared/inbox-filter'
import { findPlaceholders } from '@/kit/inbox/composer/use-composer-form'
import { fillReply, toIntercomPlaceholders } from '@/kit/inbox/composer/reply-finder'
import { toMessageBody, toOptimisticPart } from '@/kit/inbox/composer/outbox-message'
import { createSnoozeReader } from '@/kit/inbox/actions/snooze-text'
import { findEventProblems } from '@/kit/messenger/event-rules'
import { getLinkHost, parseRichText, toPlainText, toSafeImageUrl, toSafeLink } from '@/kit/rich-text/index'
import { getHostToShow } from '@/kit/rich-text/safe-url'
import { buildAgentSearch, buildCustomerSearch } from '@/kit/server/conversations/conversation-search'
import { isJson, parseQuery } from '@/kit/server/http/request-input'
import { readConversation } from '@/kit/server/intercom/read-conversation'
import { readContact } from '@/kit/server/intercom/read-contact'
import { readEventList } from '@/kit/server/intercom/read-timeline'
import { normalizeContact } from '@/kit/server/intercom/normalize-contact'
import { normalizeConversation, normalizeSummary } from '@/kit/server/intercom/normalize-conversation'
import { normalizeLine, normalizePreview, normalizeSubject } from '@/kit/server/intercom/normalize-text'
import { retryAfterSeconds } from '@/kit/server/intercom/retry'
import { describe as redact } from '@/kit/server/log'
import { cleanBody, cleanText, segmentGraphemes } from '@/kit/shared/clean-text'
import { toMessageHtml, normalizeMessageText } from '@/kit/shared/message-html'
import { getFileKind, getFileType } from '@/kit/strings/attachment-format'
import { formatAttributeLabel, formatAttributeValue, getCountryName } from '@/kit/strings/format-contact'
import { formatString } from '@/kit/strings/format-string'
import { getInitials } from '@/kit/strings/initials'

const query = conversationsQuerySchema.parse({})
const snoozeReaders = ['en', 'ja'].map(createSnoozeReader)
const utc = { locale: 'en', timeZone: 'UTC' }
const words = { yes: 'Yes', no: 'No', notSet: 'Not set' }
const author = { type: 'contact', id: '1', name: null, avatar_url: null } as const

const refused = (run: () => unknown) => {
  try {
    return run()
  } catch {
    return undefined
  }
}

/** Functions that read untrusted text, by their input. */
const readers: Record<string, (text: string) => unknown> = {
  'a message': (text) => toPlainText(parseRichText(text)),
  'the alternative text of an image': (text) => parseRichText(`<img src="https://a.example/x.png" alt="${text}">`),
  'the address of an image': (text) => parseRichText(`<img src="${text}">`),
  'an event of a timeline': (text) => readEventList({ events: [{ event_name: text, created_at: 1, metadata: { [text]: text, link: { url: text, value: text, currency: text } } }] }),
  'a note on a contact': (text) => contactNoteBodySchema.safeParse({ body: text }),
  'a change of a contact': (text) => contactPatchSchema.safeParse({ name: text, phone: text, custom_attributes: { [text]: text } }),
  'the size of an image': (text) => parseRichText(`<img src="https://a.example/x.png" width="${text}" height=${text}>`),
  'the address of a link': (text) => parseRichText(`<a href="${text}">x</a>`),
  'the text of a link': (text) => parseRichText(`<a href="https://a.example">${text}</a>`),
  'the address of a video': (text) => parseRichText(`<iframe src="https://youtu.be/${text}">`),
  'a tag': (text) => parseRichText(`<${text}>x</${text}>`),
  'an attribute of a tag': (text) => parseRichText(`<p ${text}>x`),
  'a placeholder': (text) => parseRichText(`<attribute key="${text}" default="${text}">`),
  'preformatted text': (text) => parseRichText(`<pre>${text}</pre>`),
  'a style': (text) => parseRichText(`<p style="white-space: pre-wrap">${text}</p><p style="${text.replaceAll('"', '')}">x`),
  'a preview': (text) => [normalizePreview(text), normalizePreview(`<div>${text}`, true)],
  'a subject': normalizeSubject,
  'a name': normalizeLine,
  'a name to be cut': (text) => [cleanText(text), cleanText(text, 20), cleanText(text, 5000)],
  'the text of a body': cleanBody,
  'the first characters of a text': (text) => [...segmentGraphemes(text.slice(0, 100))],
  'what is typed': (text) => [normalizeMessageText(text), toMessageHtml(text)],
  'a link': (text) => [toSafeLink(text), toSafeLink(`https://${text}`), toSafeLink(`mailto:${text}`), toSafeLink(`tel:${text}`)],
  'an image': (text) => [toSafeImageUrl(text), toSafeImageUrl(`https://a.example/${text}`)],
  'the host of a link': (text) => getLinkHost(`https://a.example/${text}`),
  'the text of a link, and its host': (text) => [
    getHostToShow(text, 'https://a.example/'), getHostToShow(text, 'mailto:a@b.example'), getHostToShow(text, 'tel:+1234567'),
  ],
  'words to search for': (text) => [refused(() => buildAgentSearch({ ...query, q: text }, '1', '2.14')), refused(() => buildCustomerSearch({ ...query, q: text }, '1'))],
  'the query of a list': (text) => conversationsQuerySchema.safeParse({ q: text, assignee: text, cursor: text, tag_id: text, limit: text }),
  'a query string': (text) => refused(() => parseQuery(conversationsQuerySchema, new Request(`https://a.example/?q=${encodeURIComponent(text.toWellFormed())}`))),
  'a header': (text) => {
    const value = text.replace(/[^ -~]/g, '?').trim()
    isJson(new Request('https://a.example/', { headers: { 'content-type': value } }))
    return retryAfterSeconds(new Headers({ 'retry-after': value, 'x-ratelimit-reset': value }), 0)
  },
  'an id': (text) => [idSchema.safeParse(text), requestedIdSchema.safeParse(text)],
  'a file': (text) => attachmentFileSchema.safeParse({ name: text, content_type: text, data: text }),
  'a note': (text) => noteBodySchema.safeParse({ message_type: 'note', body: text, attachment_urls: [text, `https://${text}`] }),
  'an event': (text) => eventSchema.safeParse({ event_name: text, user_id: text, metadata: { [text]: text } }),
  'a contact to write': (text) => contactBodySchema.safeParse({
    external_id: text, email: text, name: text, phone: text, avatar_url: text, custom_attributes: { [text]: text },
  }),
  'an e-mail address': (text) => [contactBodySchema.safeParse({ email: `${text}@a.example` }), contactBodySchema.safeParse({ email: `a@${text}` })],
  'a checkout': (text) => checkoutBodySchema.safeParse({ plan: text, attempt: text }),
  'an error': (text) => [redact(text), redact(new Error(text)), redact(`Bearer ${text}`), redact(`redis://${text}`)],
  'a conversation of Intercom': (text) => {
    const person = { type: 'user', id: text, name: text, email: text }
    const content = { body: text, author: person, attachments: [{ name: text, url: `https://${text}`, content_type: text }] }
    const parts = [{ id: text, part_type: 'comment', ...content }]
    const read = readConversation({
      id: '1', title: text, source: { subject: text, ...content }, tags: { tags: [{ id: '1', name: text }] },
      conversation_parts: { conversation_parts: parts },
    })!
    return [normalizeSummary(read, new Map()), normalizeConversation(read, new Map())]
  },
  'a contact of Intercom': (text) => normalizeContact(readContact({
    id: '1', name: text, email: text, avatar: text, location: { city: text, region: text, country: text },
    custom_attributes: { [text]: text, plan: text },
  })!, [{ id: '1', name: text, plan: { name: text }, website: text, user_count: null, monthly_spend: null }], [{ id: '1', name: text }]),
  'the name of a file': (text) => [getFileKind({ content_type: text, name: text }), getFileType({ content_type: text, name: text })],
  'an attribute': (text) => [formatAttributeLabel(text), formatAttributeValue(text, text, words, utc), formatAttributeValue(text, 1, words, utc), getCountryName(text, 'en')],
  'the name of a person': getInitials,
  'a string with placeholders': (text) => [formatString('Hello {name}', { name: text }, 'en'), formatString(text, { name: 'Ann' }, 'en')],
  'a saved reply': (text) => [
    fillReply('Hello {{user.name}}', new Map([['user.name', text]])), fillReply(text, new Map([['user.name', 'Ann']])),
    fillReply(`{{user.name|${text}}}`, new Map([['user.name', null]])), toIntercomPlaceholders(text), findPlaceholders(text),
  ],
  'a moment': (text) => snoozeReaders.map((read) => read(text, 0, 'UTC')),
  'the filter in an address': (text) => fromSearchParams({ get: () => text }),
  'what is looked for in a list': (text) => matchesQuery(text, text),
  'an event of a page': (text) => findEventProblems(text, { [text]: text }),
  'a message to send': (text) => {
    const file = new File(['x'], text, { type: text })
    void toMessageBody({ mode: 'note', text, files: [file] })
    return toOptimisticPart('1', { mode: 'note', text, files: [file], at: 1 }, author)
  },
}

/** Pieces for patterns to repeat: every character class, and parts of markup, addresses and dates. */
const pieces = [
  '©', '😀', '👩‍', '🇩🇪', '\u200D', '\uFE0F', '1️⃣', '1', '0', 'a', 'A', 'é', '\u0301', 'ب', '中', 'ß', ' ', '\n', '\r', '\t', '\u00A0',
  '\u2028', '<', '>', '&', '"', "'", '=', '/', '\\', '.', ',', '-', '_', '@', ':', ';', '?', '#', '%', '+', '*', '(', ')', '[',
  '{', '}', '|', '$', '`', '~', '\u0000', '\u202E', '\uD800', '</', '<b>', '<p>', '<br>', '<table>', '<td>', '<li>', '<a href=',
  ' alt="', '&amp;', '&#39;', '&#x', '<!--', ']]>', '://', 'www.', 'xn--', 'Bearer ', '{name}', '%E0', 'aA', 'a ', ' .', 'a.', '1.',
]

/** Suffixes that make a pattern fail after everything before has matched. */
const ends = ['', 'z', '!', '\u0000', '\n', '@', '.']

const SHORT = [20, 26, 31, 39, 60]
const LONG = 100_000

const repeat = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

function* shortTexts(): Generator<string> {
  for (const length of SHORT) {
    for (const piece of pieces) for (const end of ends) yield `${repeat(piece, length)}${end}`
  }
  for (const one of pieces) for (const two of pieces) yield `${repeat(one + two, 40)}z`
}

function* longTexts(): Generator<string> {
  for (const [index, piece] of pieces.entries()) {
    yield repeat(piece, LONG)
    yield `a${repeat(piece, LONG)}z`
    yield repeat(`${piece}${pieces[(index * 7 + 3) % pieces.length]}`, LONG)
  }
}

/** Finds the slowest text, with its milliseconds of CPU. */
function findSlowest(read: (text: string) => unknown, texts: Iterable<string>, stopAt: number): { text: string; cpu: number } {
  const measure = (text: string) => {
    const start = process.cpuUsage()
    read(text)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  let worst = { text: '', cpu: 0 }
  for (const text of texts) {
    const cpu = measure(text)
    if (cpu > worst.cpu) worst = { text: text.slice(0, 80), cpu: cpu > stopAt ? Math.min(cpu, measure(text)) : cpu }
    if (worst.cpu > stopAt) return worst
  }
  return worst
}

describe.each(Object.entries(readers))('%s', (_, read) => {
  test('takes at most 60 ms of CPU for 60 characters', () => {
    const { text, cpu } = findSlowest(read, shortTexts(), 60)
    expect(cpu, JSON.stringify(text)).toBeLessThan(60)
  })

  test('takes at most 600 ms of CPU for 100 kB', () => {
    const { text, cpu } = findSlowest(read, longTexts(), 600)
    expect(cpu, JSON.stringify(text)).toBeLessThan(600)
  })
})

test('notices a pattern that backtracks', () => {
  const { cpu } = findSlowest((text) => /^(?:[\p{Extended_Pictographic}][\p{Extended_Pictographic}\p{Emoji_Component}]*)+$/u.test(text), shortTexts(), 60)
  expect(cpu).toBeGreaterThan(60)
})

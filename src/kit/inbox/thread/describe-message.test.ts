import { describe, expect, it } from 'vitest'
import type { Attachment, Author, MessagePart, NotePart, RichTextNode } from '@/kit/contracts/index'
import { toPlainText } from '@/kit/rich-text/index'
import { describeAttachments, describeMessage, measureBody } from '@/kit/inbox/thread/describe-message'

const format = { locale: 'en-GB', timeZone: 'UTC' }
const t = (key: string, values: Record<string, unknown> = {}) => [key, ...Object.values(values)].join('|')
const ann: Author = { type: 'contact', id: 'c1', name: 'Ann', avatar_url: null }

describe('describeMessage', () => {
  const message: MessagePart = {
    kind: 'message', id: 'p1', part_type: 'comment', created_at: 1_792_843_200, author: ann, body: [], attachments: [], redacted: false,
  }
  const describeBy = (author: Partial<Author>, isOwn?: boolean) =>
    describeMessage({ ...message, author: { ...ann, ...author } }, isOwn, format, t)

  it('puts customers at the start and everyone else at the end', () => {
    expect(describeBy({})).toMatchObject({ side: 'start', tone: 'customer', role: 'customer', time: '12:00' })
    expect(describeBy({ type: 'admin' })).toMatchObject({ side: 'end', tone: 'teammate' })
    expect(describeBy({ type: 'bot' })).toMatchObject({ side: 'end', tone: 'bot' })
  })

  it("puts the customer's own messages at the end", () => {
    expect(describeBy({}, true)).toMatchObject({ side: 'end', tone: 'teammate' })
    expect(describeBy({ type: 'admin' }, false)).toMatchObject({ side: 'start', tone: 'customer' })
  })

  it('never labels a note as a message', () => {
    const note: NotePart = { ...message, kind: 'note', author: { ...ann, type: 'admin' } }
    expect(describeMessage(note, undefined, format, t)).toMatchObject({ tone: 'note', label: 'noteLabel|\u2068Ann\u2069|teammate|12:00' })
  })

  it('gives the second message of a minute another label', () => {
    expect(describeMessage(message, undefined, format, t, 2).label).toBe('messageLabel|\u2068Ann\u2069|customer|12:00 (2)')
    expect(describeMessage(message, undefined, { ...format, locale: 'ar-EG' }, t, 2).label).toMatch(/ \(٢\)$/)
  })

  it('names an author without a name', () => {
    expect(describeBy({ name: '\u200B' })).toMatchObject({ name: 'unknownCustomer' })
  })
})

describe('measureBody', () => {
  const image = { type: 'image', src: 'https://cdn.example/a.png', alt: '' } as const

  it.each([
    ['nothing', [], true],
    ['invisible characters', [{ type: 'text', text: '\u200B \u202E' }], true],
    ['text', [{ type: 'text', text: 'Hi' }], false],
    ['an image in a link', [{ type: 'link', href: 'https://a.example', children: [image] }], false],
  ] as const)('finds whether a body of %s is empty: %#', (_, body, isEmpty) => {
    expect(measureBody(structuredClone(body) as never)).toMatchObject({ isLong: false, isEmpty })
  })

  it('finds long bodies, and survives malformed ones', () => {
    expect(measureBody([{ type: 'text', text: 'a'.repeat(3001) }]).isLong).toBe(true)
    expect(measureBody([null, 7, { type: 'element', children: 'x' }] as never)).toMatchObject({ isLong: false, isEmpty: true })
  })

  it.each<[string, RichTextNode[]]>([
    ['elements', Array.from({ length: 5000 }, (_, index) => ({ type: 'element', tag: 'p', children: [{ type: 'text', text: String(index) }] }))],
    ['nested elements', [{ type: 'element', tag: 'div', children: Array.from({ length: 400 }, () => ({ type: 'element', tag: 'br', children: [] })) }]],
    ['lines', [{ type: 'text', text: 'a\n'.repeat(2500) }]],
    ['characters', [{ type: 'text', text: 'a'.repeat(100_000) }]],
  ])('renders only the beginning of a folded body of many %s', (_, body) => {
    const { isLong, folded } = measureBody(body)
    const text = JSON.stringify(folded)
    expect(isLong).toBe(true)
    expect(text.match(/"type"/g)!.length).toBeLessThan(100)
    expect(text.match(/\\n/g)?.length ?? 0).toBeLessThan(100)
    expect(text.length).toBeLessThan(10_000)
    expect(toPlainText(body).startsWith(toPlainText(folded))).toBe(true)
  })

  it('renders the whole of an ordinary long body, so that find-in-page reaches it', () => {
    const body: RichTextNode[] = [{ type: 'element', tag: 'p', children: [{ type: 'text', text: 'word '.repeat(900) }] }]
    expect(measureBody(body)).toMatchObject({ isLong: true, folded: body })
  })
})

describe('describeAttachments', () => {
  const pdf: Attachment = { name: 'a.pdf', url: 'https://files.example/a.pdf', content_type: 'application/pdf', filesize: 84_000, width: null, height: null }
  const describeOne = (fields: Partial<Attachment>) => describeAttachments([{ ...pdf, ...fields }], 'en')[0]

  it('gives the type, the size and the address', () => {
    expect(describeOne({})).toMatchObject({ facts: 'PDF · 84 kB', href: 'https://files.example/a.pdf', kind: 'text', image: null })
    expect(describeOne({ filesize: null, content_type: null })).toMatchObject({ facts: 'PDF' })
  })

  it.each(['javascript:alert(1)', 'mailto:a@b.example', 'tel:+4912345', 'data:text/html,x', ''])('offers no download from %s', (url) => {
    expect(describeOne({ url })?.href).toBeNull()
  })

  it('offers a picture only of an image at a safe address', () => {
    const picture = { name: 'a.png', content_type: 'image/png', url: 'https://files.example/a.png', width: 4, height: 0 }
    expect(describeOne(picture)?.image).toEqual({ type: 'image', src: picture.url, alt: 'a.png', width: 4 })
    expect(describeOne({ ...picture, url: 'http://files.example/a.png' })?.image).toBeNull()
    expect(describeOne({ ...picture, content_type: 'image/svg+xml' })?.image).toBeNull()
  })

  it('gives files of the same name different keys', () => {
    expect(new Set(describeAttachments([pdf, pdf], 'en').map(({ key }) => key)).size).toBe(2)
  })
})

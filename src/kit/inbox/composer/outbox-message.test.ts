import { describe, expect, it } from 'vitest'
import { attachmentFileSchema, messagePartSchema, noteBodySchema, notePartSchema, replyBodySchema } from '@/kit/contracts/index'
import { toMessageHtml } from '@/kit/shared/message-html'
import { toMessageBody, includesMessage, toOptimisticPart, getMessagePath, type OutgoingMessage } from '@/kit/inbox/composer/outbox-message'
import { parseRichText } from '@/kit/rich-text/parse-rich-text'

const author = { type: 'admin', id: '1', name: 'Priya', avatar_url: null } as const
const message = (overrides: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  mode: 'reply', text: 'Hello', files: [], at: 1_795_015_440, ...overrides,
})

describe('bodyOf', () => {
  it('never sends a note as a reply', async () => {
    const note = await toMessageBody({ mode: 'note', text: 'Careful', files: [] })
    expect(getMessagePath(note)).toBe('notes')
    expect(noteBodySchema.parse(note)).toEqual({ message_type: 'note', body: 'Careful' })
    expect(replyBodySchema.safeParse(note).success).toBe(false)
  })

  it('never sends a reply as a note', async () => {
    const reply = await toMessageBody({ mode: 'reply', text: ' Hello\n', files: [] })
    expect(getMessagePath(reply)).toBe('reply')
    expect(replyBodySchema.parse(reply)).toEqual({ message_type: 'comment', body: 'Hello' })
    expect(noteBodySchema.safeParse(reply).success).toBe(false)
  })

  it.each([
    ['../../etc/passwd', 'text/plain;charset=utf-8', '.. .. etc passwd', 'text/plain'],
    ['C:\\temp\\log.txt', '', 'C: temp log.txt', 'application/octet-stream'],
    ['\u0000', 'nonsense', 'file', 'application/octet-stream'],
    [`${'a'.repeat(300)}.pdf`, 'application/pdf', `${'a'.repeat(200)}${'a'.repeat(51)}.pdf`, 'application/pdf'],
  ])('makes a file of %j that the route accepts', async (name, type, expectedName, expectedType) => {
    const file = new File([new Uint8Array([0, 255, 16])], name, { type })
    const { attachment_files: [attachment] = [] } = await toMessageBody({ mode: 'reply', text: '', files: [file] })
    expect(attachmentFileSchema.parse(attachment)).toEqual({ name: expectedName, content_type: expectedType, data: 'AP8Q' })
  })
})

describe('partOf', () => {
  it('builds a part of the right type that fits the contract', () => {
    const files = [new File(['a'], 'a.png', { type: 'image/png' })]
    expect(messagePartSchema.parse(toOptimisticPart('x', message({ files }), author)).attachments).toHaveLength(1)
    expect(notePartSchema.parse(toOptimisticPart('x', message({ mode: 'note' }), author)).kind).toBe('note')
  })

  it.each(['One line', 'Two\nlines', 'Two\n\n\nparagraphs\r\nand a line', '<b>& "markup"</b>'])(
    'shows %j as the server will',
    (text) => {
      expect(toOptimisticPart('x', message({ text }), author).body).toEqual(parseRichText(toMessageHtml(text)))
    },
  )
})

describe('includesMessage', () => {
  const sent = toOptimisticPart('p2', message({ text: 'Hello\n\nthere' }), author)
  it.each([
    ['new', message({ text: 'Hello there' }), [sent], new Set(['p1']), true],
    ['sent earlier', message({ text: 'Hello there' }), [sent], new Set(['p2']), false],
    ['another text', message({ text: 'Hello' }), [sent], new Set<string>(), false],
    ['a note', message({ text: 'Hello there', mode: 'note' }), [sent], new Set<string>(), false],
    ['without its file', message({ text: 'Hello there', files: [new File(['a'], 'a')] }), [sent], new Set<string>(), false],
  ])('compares a sent message with the thread: %s', (_name, wanted, parts, known, expected) => {
    expect(includesMessage(wanted, parts, known)).toBe(expected)
  })
})

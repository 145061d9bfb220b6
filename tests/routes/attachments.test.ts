import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MAX_FILES, MAX_FILES_BYTES, MAX_MESSAGE, MAX_MESSAGE_REQUEST } from '../../src/kit/contracts/attachment-limits.ts'
import { changedConversationSchema, errorResponseSchema } from '../../src/kit/contracts/index.ts'
import { begin, call, end, expectNothingLeaked, intercom, signIn } from './harness.ts'
import { ann, buildTwo, changes, notes, post, priya, reply } from './conversation-writes.ts'

beforeEach(() => {
  begin(buildTwo)
  vi.stubEnv('INTERCOM_ATTACHMENT_HOSTS', 'files.example.com, cdn.example.org')
})
afterEach(end)

const file = (more: object = {}) => ({ name: 'a.txt', content_type: 'text/plain', data: btoa('hello'), ...more })
const bytes = (count: number) => btoa('x'.repeat(count))

const kinds = [
  ['a reply of an agent', reply, priya, 'comment'],
  ['a reply of a customer', reply, ann, 'comment'],
  ['a note', notes, priya, 'note'],
] as const

describe.each(kinds)('%s', (_kind, route, principal, message_type) => {
  beforeEach(() => signIn(principal))

  const attach = (more: object, body = '') => post(route, { message_type, body, ...more })

  async function taken(more: object) {
    const response = await attach(more)
    const text = await response.text()
    expect(response.status, text).toBe(200)
    return { left: changes()[0]?.body, parts: changedConversationSchema.parse(JSON.parse(text)).parts }
  }

  async function refused(more: object, field: string) {
    const response = await attach(more, 'Hello')
    const text = await response.text()
    expectNothingLeaked(text)
    const { error } = errorResponseSchema.parse(JSON.parse(text))
    expect([response.status, Object.keys(error.fields ?? {})], text).toEqual([400, [field]])
    expect(intercom.requests).toEqual([])
    return error
  }

  test('sends files unchanged, without a body', async () => {
    const files = [file(), file({ name: 'Résumé – 報告.pdf', content_type: 'application/pdf', data: bytes(70_000) })]
    const { left, parts } = await taken({ attachment_files: files })
    expect(left).toMatchObject({ body: '', attachment_files: files })
    expect(left).not.toHaveProperty('attachment_urls')
    expect(parts.at(-1)).toMatchObject({
      attachments: [{ name: 'a.txt', filesize: 5 }, { name: 'Résumé – 報告.pdf', filesize: 70_000, content_type: 'application/pdf' }],
    })
  })

  test('sends no list of files without files', async () => {
    const response = await attach({ attachment_files: [], attachment_urls: [] }, 'Hello')
    expect(response.status).toBe(200)
    expect(Object.keys(changes()[0]?.body ?? {})).not.toContain('attachment_files')
    expect(Object.keys(changes()[0]?.body ?? {})).not.toContain('attachment_urls')
    expect((await attach({ attachment_files: [], attachment_urls: [] })).status).toBe(400)
  })

  test.each([
    ['https://files.example.com/a.png', 'https://files.example.com/a.png'],
    ['https://cdn.example.org/a.png?signature=x%20y#z', 'https://cdn.example.org/a.png?signature=x%20y#z'],
    ['HTTPS://FILES.example.com:443/a b.png', 'https://files.example.com/a%20b.png'],
    [' \thttps://files.example.com/a\n.png\r\n', 'https://files.example.com/a.png'],
    ['https:files.example.com/a.png', 'https://files.example.com/a.png'],
    // Other parsers read the host of these as evil.example, so the normalised address is sent.
    ['https://files.example.com\\@evil.example/a', 'https://files.example.com/@evil.example/a'],
    ['https:\\\\files.example.com\\.evil.example', 'https://files.example.com/.evil.example'],
    ['https://files.example.com/../../a', 'https://files.example.com/a'],
  ])('sends the address %j as %j', async (given, left) => {
    const { left: body } = await taken({ attachment_urls: [given] })
    expect(body).toMatchObject({ attachment_urls: [left] })
  })

  test.each([
    'http://files.example.com/a', 'ftp://files.example.com/a', 'file:///etc/passwd', 'data:text/plain,x', 'javascript:alert(1)',
    'https://user:secret@files.example.com/a', 'https://user@files.example.com/a', 'https://@evil.example/', 'https://files.example.com@evil.example/',
    'https://files.example.com.evil.example/', 'https://evil.example/files.example.com', 'https://evil.example#files.example.com',
    'https://evil.example\\@files.example.com/', 'https://files.example.com:8443/', 'https://files.example.com./', 'https://example.com/',
    'https://xfiles.example.com/', 'https://f\u0131les.example.com/', 'https://127.0.0.1/', 'https://[::1]/', 'https://2130706433/', 'https://0x7f.1/',
    'https://localhost/', 'https://169.254.169.254/latest/meta-data', '//files.example.com/a', '/a', 'files.example.com/a', '', ' ', 'https://',
    `https://files.example.com/${'x'.repeat(2000)}`,
  ])('refuses the address %j before any request', async (address) => {
    await refused({ attachment_urls: ['https://cdn.example.org/fine', address] }, 'attachment_urls.1')
  })

  test('sends no address without listed hosts', async () => {
    vi.stubEnv('INTERCOM_ATTACHMENT_HOSTS', '')
    const { message } = await refused({ attachment_urls: ['https://files.example.com/a'] }, 'attachment_urls.0')
    expect(message).toContain('INTERCOM_ATTACHMENT_HOSTS')
  })

  test.each([
    'a/b.txt', '/etc/passwd', '..\\b.txt', 'C:\\b.txt', '.', '..', '...', ' ', '', 'a\u0000.txt', 'a\r\nContent-Type: text/html', 'a\t.txt', 'a\u007F',
    'a\u0085.txt', 'a\u2028b', 'invoice\u202Efdp.exe', 'a\u2066b\u2069', '\u202Aa', 'half\uD83D.txt', 'x'.repeat(256),
  ])('refuses a file named %j', async (name) => {
    await refused({ attachment_files: [file(), file({ name })] }, 'attachment_files.1.name')
  })

  test.each(['a.txt', '.env', 'a.tar.gz', 'no ending', 'شهادة\u200F.pdf', 'می\u200Cخواهم.txt', '👩‍👩‍👧.png', 'x'.repeat(255)])('accepts a file named %j', async (name) => {
    expect((await taken({ attachment_files: [file({ name })] })).left).toMatchObject({ attachment_files: [{ name }] })
  })

  test.each(['', 'png', 'image/', '/png', 'image/png; charset=x', 'image/png\r\nX-Evil: 1', 'a/b/c', 'image/*', ' image/png', `a/${'x'.repeat(99)}`])(
    'refuses the content type %j', async (content_type) => {
      await refused({ attachment_files: [file({ content_type })] }, 'attachment_files.0.content_type')
    })

  test.each(['', 'A', 'AAA', 'AAAAA', '=AAA', 'AA=A', 'A===', 'AA AA', 'AAAA\n', 'ab-_', 'äää=', 'data:image/png;base64,AAAA', '%41%41=='])(
    'refuses the data %j', async (data) => {
      await refused({ attachment_files: [file({ data })] }, 'attachment_files.0.data')
    })

  test('refuses a large file with invalid base64 at its very end', async () => {
    const data = bytes(MAX_FILES_BYTES).slice(0, -1)
    await refused({ attachment_files: [file({ data: `${data}!` })] }, 'attachment_files.0.data')
  })

  test.each(['url', 'content', '__proto__', 'path'])('refuses a file with a %s', async (key) => {
    const files = JSON.parse(JSON.stringify([file()]).replace('{', `{"${key}":"x",`))
    const response = await post(route, { message_type, body: 'Hello', attachment_files: files })
    expect(response.status).toBe(400)
    expect((await response.json()).error.fields).toEqual({ [`attachment_files.0.${key}`]: 'is not known' })
  })

  test('limits the number of files and addresses', async () => {
    const many = (count: number) => ({ attachment_files: Array.from({ length: count }, () => file()) })
    const addresses = (count: number) => ({ attachment_urls: Array.from({ length: count }, (_file, i) => `https://files.example.com/${i}`) })
    await refused(many(MAX_FILES + 1), 'attachment_files')
    await refused(addresses(MAX_FILES + 1), 'attachment_urls')
    expect((await attach({ ...many(MAX_FILES), ...addresses(MAX_FILES) })).status).toBe(200)
  })

  test('limits the total bytes over all files', async () => {
    const half = MAX_FILES_BYTES / 2
    const inTwo = (more: number) => ({ attachment_files: [file({ data: bytes(half - 1) }), file({ data: bytes(half + 1 + more) })] })
    const { message } = await refused(inTwo(1), 'attachment_files')
    expect(message).toContain(String(MAX_FILES_BYTES))
    await refused({ attachment_files: [file({ data: bytes(MAX_FILES_BYTES + 1) })] }, 'attachment_files')
    expect((await attach(inTwo(0))).status).toBe(200)
    expect((await attach({ attachment_files: [file({ data: bytes(MAX_FILES_BYTES) })] })).status).toBe(200)
  })

  test('accepts the maximum of everything in one request', async () => {
    const size = Math.floor(MAX_FILES_BYTES / MAX_FILES)
    const message = {
      message_type,
      // Worst case of escaping: twelve characters of JSON each.
      body: '\u{1F600}'.repeat(MAX_MESSAGE / 2),
      attachment_urls: Array.from({ length: MAX_FILES }, (_file, i) => `https://files.example.com/${i}/`.padEnd(2000, 'x')),
      attachment_files: Array.from({ length: MAX_FILES }, (_file, i) => file({ name: `${i}`.padEnd(255, '\u5831'), data: bytes(size) })),
    }
    const careful = JSON.stringify(message).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    expect(careful.length).toBeLessThan(MAX_MESSAGE_REQUEST)
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' }
    const response = await call(route, { method: 'POST', headers, body: careful })
    expect(response.status, await response.text()).toBe(200)
  })

  test('refuses more than a request may contain before any request to Intercom', async () => {
    const response = await attach({ attachment_files: [file({ data: bytes(MAX_FILES_BYTES) })] }, 'x'.repeat(256 * 1024))
    expect(response.status).toBe(413)
    expect((await response.json()).error).toMatchObject({ code: 'payload_too_large', message: `The body is larger than ${MAX_MESSAGE_REQUEST} bytes.` })
    expect(intercom.requests).toEqual([])
  })
})

test("stays below Vercel's request limit with the largest request", () => {
  expect(MAX_MESSAGE_REQUEST).toBeLessThan(4.5 * 1024 * 1024)
})

describe('INTERCOM_ATTACHMENT_HOSTS', () => {
  beforeEach(() => signIn(priya))
  const send = (more: object) => post(reply, { message_type: 'comment', body: 'Hello', ...more })

  test.each([
    'https://files.example.com', 'files.example.com/', 'files.example.com/x', 'files.example.com:8443', 'user@files.example.com', 'Files.example.com',
    '*.example.com', '127.0.0.1', '10.1', '2130706433', '[::1]', '::1', 'localhost', 'a b.example', ',', 'files.example.com,,cdn.example.org', '.', '..',
  ])('responds to the invalid value %j with the name of the setting', async (hosts) => {
    vi.stubEnv('INTERCOM_ATTACHMENT_HOSTS', hosts)
    const response = await send({ attachment_urls: ['https://files.example.com/a'] })
    expect(response.status).toBe(500)
    const { error } = await response.json()
    expect(error.code).toBe('not_configured')
    expect(error.message).toContain('INTERCOM_ATTACHMENT_HOSTS')
    expect(intercom.requests).toEqual([])
    // Messages without addresses still pass.
    expect((await send({})).status).toBe(200)
  })

  test.each(['files.example.com', 'xn--bcher-kva.example', 'a-b.c.example', 'files.example.com , cdn.example.org'])('accepts %j', async (hosts) => {
    vi.stubEnv('INTERCOM_ATTACHMENT_HOSTS', hosts)
    const [first] = hosts.split(' ')
    expect((await send({ attachment_urls: [`https://${first}/a`] })).status).toBe(200)
  })
})

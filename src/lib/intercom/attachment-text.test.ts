import { expect, test } from 'vitest'
import { fileSize, fileType, isPicture } from '@/lib/intercom/attachment-text'

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [86_016, '86 kB'],
  [999_499, '999 kB'],
  [999_950, '1 MB'],
  [2_412_000, '2.4 MB'],
  [31_000_000_000, '31 GB'],
  [9e18, '9,000,000 TB'],
])('%d bytes are %s', (bytes, text) => expect(fileSize(bytes, 'en')).toBe(text))

test('writes a size as the language does', () => {
  expect(fileSize(2_412_000, 'de')).toBe('2,4 MB')
  expect(fileSize(2_412_000, 'ar-EG')).toContain('٢')
})

test.each([
  ['application/pdf', 'a.pdf', 'PDF'],
  ['image/jpeg', 'a.jpg', 'JPEG'],
  ['image/svg+xml', 'a', 'SVG'],
  ['text/plain; charset=utf-8', 'server.log', 'LOG'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'a.docx', 'DOCX'],
  // What the program said counts, not how the file wants to be called.
  ['application/zip', 'invoice.pdf', 'ZIP'],
  [null, 'invoice.pdf.exe', 'EXE'],
  [null, 'README', null],
  ['nonsense', 'a.\u202Efdp', null],
])('%s, %s is %s', (content_type, name, type) => expect(fileType({ content_type, name })).toBe(type))

test('shows pictures that hold no program', () => {
  expect(isPicture({ content_type: 'image/png' })).toBe(true)
  expect(isPicture({ content_type: 'IMAGE/JPEG; q=1' })).toBe(true)
  for (const content_type of ['image/svg+xml', 'text/html', 'image/', null]) {
    expect(isPicture({ content_type })).toBe(false)
  }
})

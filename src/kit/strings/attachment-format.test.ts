import { expect, test } from 'vitest'
import { getFileKind, formatFileSize, getFileType, isPicture } from '@/kit/strings/attachment-format'

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
])('formats %d bytes as %s', (bytes, text) => expect(formatFileSize(bytes, 'en')).toBe(text))

test("formats a size in the user's language", () => {
  expect(formatFileSize(2_412_000, 'de')).toBe('2,4 MB')
  expect(formatFileSize(2_412_000, 'ar-EG')).toContain('٢')
})

test.each([
  ['application/pdf', 'a.pdf', 'PDF'],
  ['image/jpeg', 'a.jpg', 'JPG'],
  ['audio/mpeg', 'sound.mp3', 'MP3'],
  ['image/svg+xml', 'a', 'SVG'],
  ['text/plain; charset=utf-8', 'server.log', 'LOG'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'a.docx', 'DOCX'],
  // Computers go by the name, so a program stays a program whatever its type claims.
  ['application/pdf', 'invoice\u202Efdp.exe', 'EXE'],
  ['application/zip', 'Report v1.5', 'ZIP'],
  [null, 'invoice.pdf.exe', 'EXE'],
  [null, 'README', null],
  ['nonsense', 'a.\u202Efdp', null],
])('reads %s, %s as type %s', (content_type, name, type) => expect(getFileType({ content_type, name })).toBe(type))

test.each([
  ['application/pdf', 'a.pdf', 'text'],
  ['video/quicktime', 'screen.MOV', 'video'],
  ['application/zip', 'logs.zip', 'archive'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'a.xlsx', 'text'],
  ['image/png', 'no extension', 'image'],
  [null, 'sound.mp3', 'audio'],
  // A contradiction has no kind.
  ['application/pdf', 'invoice\u202Efdp.exe', null],
  ['image/png', 'chart.zip', null],
  ['application/octet-stream', 'chart.png', null],
  [null, 'README', null],
])('reads %s, %s as kind %s', (content_type, name, kind) => expect(getFileKind({ content_type, name })).toBe(kind))

test("previews only pictures that can't contain scripts", () => {
  expect(isPicture({ content_type: 'image/png' })).toBe(true)
  expect(isPicture({ content_type: 'IMAGE/JPEG; q=1' })).toBe(true)
  for (const content_type of ['image/svg+xml', 'text/html', 'image/', null]) {
    expect(isPicture({ content_type })).toBe(false)
  }
})

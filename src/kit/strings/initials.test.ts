import { expect, test } from 'vitest'
import { getInitials } from '@/kit/strings/initials'

test.each([
  ['Ann Lee', 'AL'],
  ['ann maria van der lee', 'AL'],
  ['Cher', 'C'],
  ['  Élodie   Ångström ', 'ÉÅ'],
  ['José Núñez'.normalize('NFD'), 'JN'],
  ["O'Neill", 'O'],
  ['(Support) Ann', 'SA'],
  ['ßtefan Müller', 'ßM'],
  ['山田太郎', '山'],
  ['أحمد العلي', 'أ\u200Cا'],
  ['नमिता शर्मा', 'नश'],
  ['42 Widgets', '4W'],
  ['👩‍👩‍👧 Family', 'F'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
  ['🇮🇪🇫🇷', '🇮🇪'],
  ['\u202Etxt.exe', 'T'],
  ['Ann\u200B\u200B', 'A'],
  ['\uFEFF\u2066\u200B', ''],
  ['', ''],
  ['   ', ''],
])('reduces %j to %j', (name, expected) => {
  expect(getInitials(name)).toBe(expected)
})

test('keeps two of many stacked accents', () => {
  expect(getInitials(`Z${'\u0317\u031E'.repeat(40)}`)).toBe('Z\u0317\u031E')
})

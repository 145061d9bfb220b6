import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, cleanBody } from '@/kit/shared/clean-text'

const unseen = /[\p{Cc}\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/u

describe('cleanText', () => {
  it.each([
    ['an override', '\u202Etxt.exe', 'txt.exe'],
    ['an override within', 'Support\u202Emoc.live', 'Supportmoc.live'],
    ['isolates', '\u2066admin\u2069\u202E', 'admin'],
    ['embeddings', '\u202D\u202Eabc\u2067Ann\u2069', 'abcAnn'],
    ['marks', 'Ann \u200F(Support)\u061C', 'Ann (Support)'],
    ['control characters', 'a\u0000b\u001B[31m\u0085c', 'ab[31m c'],
    ['zero-width characters', 'An\u200Bn\u2060\uFEFF\u200C\u200D', 'Ann'],
    ['white space', '  Ann \r\n\t\u00A0 Lee\u2028', 'Ann Lee'],
    ['broken surrogates', 'a\uD83Db\uDE00', 'a\uFFFDb\uFFFD'],
    ['piles of accents', `Z${'\u0300'.repeat(50)}o`, `Z${'\u0300'.repeat(4)}o`],
    ['nothing', ' \u200B\u202E ', ''],
  ])('cleans %s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })

  it.each([
    'Ann Lee', 'Łukasz Żółć', 'O’Neill & <Sons>', '王小明', 'Аnn (Cyrillic)', 'عبد الرحمن', 'ﻣﺮﺣﺒﺎ', 'می\u200Cخواهم', 'क्\u200Dष', 'क्\u200Cष',
    '👩🏽\u200D💻', '👨\u200D👩\u200D👧\u200D👦', '🏳️\u200D🌈', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🇦🇶', '❤️\u200D🔥', 'Nguyễn', 'Nguye\u0302\u0303n',
  ])('keeps %s', (text) => {
    expect(cleanText(text)).toBe(text)
  })

  it('returns an empty string for other types', () => {
    for (const nothing of [null, undefined, 5, {}, ['x']]) expect(cleanText(nothing as string)).toBe('')
  })

  it('cuts between visible characters', () => {
    expect(cleanText('abcdef', 6)).toBe('abcdef')
    expect(cleanText('abcdefg', 6)).toBe('abcdef…')
    expect(cleanText('abc def', 4)).toBe('abc…')
    expect(cleanText('👨\u200D👩\u200D👧\u200D👦👩🏽\u200D💻🇦🇶', 2)).toBe('👨\u200D👩\u200D👧\u200D👦👩🏽\u200D💻…')
    expect(cleanText('👨\u200D👩\u200D👧\u200D👦👩🏽\u200D💻🇦🇶', 3)).toBe('👨\u200D👩\u200D👧\u200D👦👩🏽\u200D💻🇦🇶')
    expect(cleanText('x'.repeat(5_000_000), 10)).toBe(`${'x'.repeat(10)}…`)
  })

  it('cuts any script like the whole text', () => {
    const scripts = fc.constantFrom(
      'a', 'É', 'ж', 'ά', 'ש', 'ع', 'ی', '٣', '、', 'か', 'ガ', 'ｶﾞ', '王', '한', '\u11A8', 'न', 'ि', 'ำ', ' ', '  ', '\u00A0', '\u0301',
      '\u05BC', '\u064E', '\u0670', '\u06D6', '\u3099', '\u302A', '👩', '\u200D', '\u200B', '\uFE0F', '🏽', '\uD83D',
    )
    fc.assert(
      fc.property(fc.array(scripts, { maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (pieces, max) => {
        const clean = cleanText(pieces.join(''))
        const characters = [...new Intl.Segmenter().segment(clean)].map(({ segment }) => segment)
        const kept = characters.length <= max ? clean : `${characters.slice(0, max).join('').trimEnd()}…`
        expect(cleanText(pieces.join(''), max)).toBe(kept)
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves nothing invisible in any text, and is idempotent', () => {
    const odd = fc.constantFrom('\u200D', '\u200C', '\u202E', '\u2066', ' ', '\n', '👩', '🏽', 'ع', 'ب', 'a', '\u0301', '\uD800')
    fc.assert(
      fc.property(fc.array(fc.oneof(odd, fc.string({ unit: 'binary' }))), fc.integer({ min: 1, max: 30 }), (pieces, max) => {
        const clean = cleanText(pieces.join(''))
        expect(clean).not.toMatch(unseen)
        expect(clean).toBe(clean.trim())
        expect(cleanText(clean)).toBe(clean)
        expect([...new Intl.Segmenter().segment(cleanText(pieces.join(''), max))].length).toBeLessThanOrEqual(max + 1)
      }),
    )
  })
})

describe('cleanBody', () => {
  it('removes direction overrides and stacked marks, and keeps ordinary formatting', () => {
    expect(cleanBody('a\u202Eb\u202Dc\u0000')).toBe('abc')
    expect(cleanBody(`a${'\u0300'.repeat(50)}`)).toBe(`a${'\u0300'.repeat(4)}`)
    expect(cleanBody('\u200Fא\u2067ב\u2069\n\tc')).toBe('\u200Fא\u2067ב\u2069\n\tc')
  })
})

/** ISO 15924 codes of scripts in which a zero-width joiner changes how letters are written. */
const joiningScripts = 'Arab Syrc Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr'
  .split(' ')
  .map((script) => `\\p{Script=${script}}`)
  .join('')

/** Joiners that are neither inside an emoji nor between letters of these scripts. */
const idleJoiners = new RegExp(
  `(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F${joiningScripts}])[\\u200C\\u200D]` +
    `|[\\u200C\\u200D](?![\\p{Extended_Pictographic}${joiningScripts}])`,
  'gu',
)

/** Fast path for text with one code unit per character, all of them visible. */
const ordinary = new RegExp(
  `^[${[
    ' -~\u00A1-\u00AC\u00AE-\u02AF\u2010-\u2027\u20A0-\u20BF', // Latin
    '\u0370-\u0377\u0384-\u0482\u048A-\u052F', // Greek, Cyrillic
    '\u05D0-\u05EA\u060C\u061B\u061F-\u064A\u0660-\u066F\u0671-\u06D5\u06F0-\u06FF', // Hebrew, Arabic
    '\u3001-\u3029\u3041-\u3096\u30A1-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3\uFF01-\uFF9D', // Chinese, Japanese, Korean
  ].join('')}]*$`,
)

const lineBreaks = /[\t-\r\u0085]/gu
const spaces = /\s+/gu
const controls = /\p{Cc}/gu
const invisible = /[\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu
/** Invisible fillers, grapheme joiners, tags, and variation selectors without an emoji or a digit. */
const ignorable =
  /\u034F|[\u00AD\u115F\u1160\u17B4\u17B5\u180B-\u180D\u180F\u3164\uFFA0]|[\u{E0100}-\u{E01EF}]|(?<![\p{Extended_Pictographic}\p{Emoji}])[\uFE00-\uFE0F]/gu
const loneSurrogates = /\p{Surrogate}/gu
const piledMarks = /(\p{M}{4})\p{M}+/gu

/** More code units than any typed character has. Limits the text to clean. */
const unitsPerCharacter = 20

/**
 * Cleans a name or a title, because invisible characters can reorder the text around it or make two names look the same.
 * Removes control characters, direction marks, unneeded zero-width characters and piles of accents; collapses white space.
 *
 * @param max visible characters to keep. Longer text ends in "…". @default Infinity
 */
export function cleanText(text: string | null | undefined, max = Infinity): string {
  if (typeof text !== 'string') return ''
  // Plus one, because only the next code unit shows whether a character has ended.
  const head = text.slice(0, max + 1)
  if (ordinary.test(head) && !/^ | {2}| $/.test(head)) return head.length <= max ? head : shorten(head, max)
  const clean = removeUnsafeCharacters(text.slice(0, max * unitsPerCharacter))
  return clean.length <= max ? clean : cutGraphemes(clean, max)
}

function shorten(text: string, length: number): string {
  return `${text.slice(0, length).trimEnd()}…`
}

// Collapses spaces last, when the characters between them are removed.
function removeUnsafeCharacters(text: string): string {
  return text
    .replace(lineBreaks, ' ')
    .replace(controls, '')
    .replace(invisible, '')
    .replace(ignorable, '')
    .replace(idleJoiners, '')
    .replace(loneSurrogates, '\uFFFD')
    .replace(piledMarks, '$1')
    .replace(spaces, ' ')
    .trim()
}

let segmenter: Intl.Segmenter | undefined

export function segmentGraphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return segmenter.segment(text)
}

function cutGraphemes(text: string, max: number): string {
  if (ordinary.test(text.slice(0, max + 1))) return shorten(text, max)
  let characters = 0
  for (const { index } of segmentGraphemes(text)) {
    if (characters === max) return shorten(text, index)
    characters += 1
  }
  return text
}

/** Removes direction overrides, NUL, and piles of accents that cover other lines. Marks of right-to-left text stay. */
export function cleanBody(text: string): string {
  return text.replace(/[\u0000\u202D\u202E]/g, '').replace(piledMarks, '$1')
}

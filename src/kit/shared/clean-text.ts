/**
 * What people call themselves and their files, made harmless to the text around it. Markup is no danger here (React
 * writes text), but characters that nobody sees are: they turn the reading direction of what follows, or make two
 * different names look the same.
 */

/** The scripts (ISO 15924) in which a zero-width joiner or non-joiner between two letters changes how a word is written. */
const joiningScripts = 'Arab Syrc Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr'
  .split(' ')
  .map((script) => `\\p{Script=${script}}`)
  .join('')

/** A joiner that joins nothing: not between two parts of an emoji, nor between two letters of such a script. */
const idleJoiners = new RegExp(
  `(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F${joiningScripts}])[\\u200C\\u200D]` +
    `|[\\u200C\\u200D](?![\\p{Extended_Pictographic}${joiningScripts}])`,
  'gu',
)

/** What nearly all texts are, in most scripts: one character a code unit, nothing that joins, turns, piles up or hides. */
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
/** Characters that show nothing in a name: fillers, joiners of graphemes, variation selectors without an emoji or a digit, tags. */
const ignorable =
  /\u034F|[\u00AD\u115F\u1160\u17B4\u17B5\u180B-\u180D\u180F\u3164\uFFA0]|[\u{E0100}-\u{E01EF}]|(?<![\p{Extended_Pictographic}\p{Emoji}])[\uFE00-\uFE0F]/gu
const loneSurrogates = /\p{Surrogate}/gu
const piledMarks = /(\p{M}{4})\p{M}+/gu

/** More code units than any character that a person types takes; what is longer is cut before it is looked at. */
const unitsPerCharacter = 20

/**
 * Removes from a text what would disturb its surroundings: control characters, direction marks and overrides,
 * zero-width characters (those that belong to an emoji or to a script stay), piles of accents, broken surrogates. White
 * space becomes single spaces.
 *
 * @param text what somebody typed; anything but a string is an empty text
 * @param max the most characters to keep, as a reader counts them; what is cut off is replaced by "…". Default: all
 * @returns the text, trimmed; empty where nothing of it can be seen
 * @see https://www.unicode.org/reports/tr36/ Unicode security considerations
 */
export function cleanText(text: string | null | undefined, max = Infinity): string {
  if (typeof text !== 'string') return ''
  // One more than are kept: whether a character ends is seen by the next.
  const head = text.slice(0, max + 1)
  if (ordinary.test(head) && !/^ | {2}| $/.test(head)) return head.length <= max ? head : shorten(head, max)
  const clean = purge(text.slice(0, max * unitsPerCharacter))
  return clean.length <= max ? clean : cut(clean, max)
}

function shorten(text: string, length: number): string {
  return `${text.slice(0, length).trimEnd()}…`
}

// Spaces last: what stood between two of them may be gone by then.
function purge(text: string): string {
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

// Made once: it costs more to make than a list of texts to cut.
let segmenter: Intl.Segmenter | undefined

/** A text's characters as a reader sees them: an emoji of several code points, or a letter with its accents, is one. */
export function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return segmenter.segment(text)
}

function cut(text: string, max: number): string {
  if (ordinary.test(text.slice(0, max + 1))) return shorten(text, max)
  let characters = 0
  for (const { index } of graphemes(text)) {
    if (characters === max) return shorten(text, index)
    characters += 1
  }
  return text
}

/**
 * Removes from the body of a message what nobody needs to write in any language: the two characters that force a
 * reading direction (U+202D, U+202E), NUL, and piles of accents that cover the lines around them. White space stays, and
 * so do the marks and isolates of right-to-left writing.
 *
 * @param text a piece of a message's body
 */
export function cleanBody(text: string): string {
  return text.replace(/[\u0000\u202D\u202E]/g, '').replace(piledMarks, '$1')
}

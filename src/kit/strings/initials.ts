import { cleanText, graphemes } from '../shared/clean-text.ts'

/** One character a code unit, and no mark that could follow one. */
const latin = /^[A-Za-z0-9\u00C0-\u024F][ -~\u00A1-\u024F]/

/** What most names are: words of letters that each are one code unit, and stay one in upper case. */
const plainWords = /^[A-Za-z]+(?: [A-Za-z]+)*$/

/** The first character as a reader sees it: an emoji of several code points, or a letter with its first accents. */
function firstCharacter(word: string): string {
  if (word.length === 1 || latin.test(word)) return word.charAt(0)
  for (const { segment } of graphemes(word)) {
    // A tower of accents would leave the circle.
    return segment.normalize('NFC').replace(/(\p{M}{2})\p{M}+/gu, '$1')
  }
  return ''
}

/** Upper case where that stays one character: ß would be two. */
function upperCase(character: string): string {
  const upper = character.toUpperCase()
  return [...upper].length === [...character].length ? upper : character
}

/**
 * What stands for a person in a small circle: the first characters of the first and the last word of their name.
 * Signs before a word do not count, and a name without letters gives its first sign, say an emoji.
 *
 * @param name as the person wrote it; it may be anything
 * @returns one or two characters; empty where there is nothing to see in the name
 */
export function initials(name: string): string {
  const visible = cleanText(name)
  if (plainWords.test(visible)) {
    const last = visible.lastIndexOf(' ') + 1
    return (visible.charAt(0) + (last === 0 ? '' : visible.charAt(last))).toUpperCase()
  }
  const words = visible
    .split(' ')
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter(Boolean)
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined) return firstCharacter(visible)
  const letters = [first, ...(words.length > 1 ? [last] : [])].map((word) => upperCase(firstCharacter(word)))
  // Arabic letters side by side would be written as one word.
  return letters.join(letters.every((letter) => /\p{Script=Arabic}/u.test(letter)) ? '\u200C' : '')
}

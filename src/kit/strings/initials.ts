import { cleanText, segmentGraphemes } from '../shared/clean-text.ts'

const latin = /^[A-Za-z0-9\u00C0-\u024F][ -~\u00A1-\u024F]/

/** Fast path for most names. */
const plainWords = /^[A-Za-z]+(?: [A-Za-z]+)*$/

function getFirstCharacter(word: string): string {
  if (word.length === 1 || latin.test(word)) return word.charAt(0)
  for (const { segment } of segmentGraphemes(word)) {
    // More accents wouldn't fit into the avatar.
    return segment.normalize('NFC').replace(/(\p{M}{2})\p{M}+/gu, '$1')
  }
  return ''
}

/** Keeps letters whose upper case is longer, such as ß. */
function capitalize(character: string): string {
  const upper = character.toUpperCase()
  return [...upper].length === [...character].length ? upper : character
}

/** Returns the first characters of the first and last word of a name, or its first character if it has no letters. */
export function getInitials(name: string): string {
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
  if (first === undefined || last === undefined) return getFirstCharacter(visible)
  const letters = [first, ...(words.length > 1 ? [last] : [])].map((word) => capitalize(getFirstCharacter(word)))
  // A zero-width non-joiner keeps Arabic letters apart.
  return letters.join(letters.every((letter) => /\p{Script=Arabic}/u.test(letter)) ? '\u200C' : '')
}

import { isLetter } from './keymap.ts'

const caps: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  Shift: '⇧',
}

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform)

/**
 * Returns what is printed on the caps of a key combination.
 *
 * @param key the keys, as written in the keymap
 * @param isMac whether Mod is the Command key. @default whether the browser runs on a Mac, iPhone or iPad
 */
export function toKeyCaps(key: string, isMac = isApple()): string[] {
  const parts = key.length === 1 ? [key] : key.split('+')
  return parts.map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (caps[part] ?? (isLetter(part) ? part.toUpperCase() : part))))
}

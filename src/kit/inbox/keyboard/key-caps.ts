/** How the keys of the inbox are drawn: for its help, which is loaded when somebody asks for it. */
import { isLetter } from './keymap.ts'

const caps: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  Shift: '⇧',
}

/**
 * What is printed on the caps of a key, one after the other.
 *
 * @param key as the table writes it
 * @param isMac whether Mod is the Command key
 */
export function capsOf(key: string, isMac: boolean): string[] {
  const parts = key.length === 1 ? [key] : key.split('+')
  return parts.map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (caps[part] ?? (isLetter(part) ? part.toUpperCase() : part))))
}

/**
 * The inbox's keys: one table, by which they are executed, shown and tested. Single letters can be changed and switched
 * off, since who speaks to a computer, or hits a key by accident, must be able to do without them (WCAG 2.1.4).
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts
 */
import type { keyboardHelpMessages } from '@/lib/intercom/messages/keyboard-help'

/** Something that a key does. */
export type CommandId =
  | 'next' | 'previous' | 'open' | 'select' | 'selectMore' | 'selectAll'
  | 'reply' | 'note' | 'close' | 'snooze' | 'assign' | 'unread'
  | 'search' | 'undo' | 'leave' | 'help'

/** A row of the table. */
export interface KeyBinding {
  id: CommandId
  /** Keys as `KeyboardEvent.key` names them. They can be changed. */
  keys: readonly string[]
  /** Keys that a list has of its own, as every list does: they stay. `Mod` is Ctrl, or Cmd on a Mac. */
  listKeys: readonly string[]
  /** What it does, by its key in the words of the help. */
  description: keyof typeof keyboardHelpMessages
  /** Under which heading the help has it. */
  scope: 'list' | 'conversation' | 'inbox'
  /** What there must be: a list with rows, a conversation that is open or has the focus, nothing. */
  when: 'rows' | 'conversation' | 'always'
  /** Whether it is done again and again while the key is held down. */
  repeats?: boolean
}

/** Other keys than those of the table: one, several, or null for none. */
export type KeymapOverrides = Partial<Record<CommandId, string | readonly string[] | null>>

/** The inbox's keys. */
export const keymap: readonly KeyBinding[] = [
  { id: 'next', keys: ['j'], listKeys: ['ArrowDown'], description: 'next', scope: 'list', when: 'rows', repeats: true },
  { id: 'previous', keys: ['k'], listKeys: ['ArrowUp'], description: 'previous', scope: 'list', when: 'rows', repeats: true },
  { id: 'open', keys: [], listKeys: ['Enter'], description: 'open', scope: 'list', when: 'rows' },
  { id: 'select', keys: ['x'], listKeys: [], description: 'select', scope: 'list', when: 'conversation' },
  { id: 'selectMore', keys: [], listKeys: ['Shift+ArrowDown', 'Shift+ArrowUp'], description: 'selectMore', scope: 'list', when: 'rows' },
  { id: 'selectAll', keys: [], listKeys: ['Mod+a'], description: 'selectAll', scope: 'list', when: 'rows' },
  { id: 'reply', keys: ['r'], listKeys: [], description: 'reply', scope: 'conversation', when: 'conversation' },
  { id: 'note', keys: ['n'], listKeys: [], description: 'note', scope: 'conversation', when: 'conversation' },
  { id: 'close', keys: ['e'], listKeys: [], description: 'close', scope: 'conversation', when: 'conversation' },
  { id: 'snooze', keys: ['s'], listKeys: [], description: 'snooze', scope: 'conversation', when: 'conversation' },
  { id: 'assign', keys: ['a'], listKeys: [], description: 'assign', scope: 'conversation', when: 'conversation' },
  { id: 'unread', keys: ['u'], listKeys: [], description: 'unread', scope: 'conversation', when: 'conversation' },
  { id: 'search', keys: ['/'], listKeys: [], description: 'search', scope: 'inbox', when: 'always' },
  { id: 'undo', keys: ['z'], listKeys: [], description: 'undo', scope: 'inbox', when: 'always' },
  { id: 'leave', keys: ['Escape'], listKeys: [], description: 'leave', scope: 'inbox', when: 'always' },
  { id: 'help', keys: ['?'], listKeys: [], description: 'help', scope: 'inbox', when: 'always' },
]

/** What only agents can do. */
const forAgents = new Set<CommandId>(['select', 'selectMore', 'selectAll', 'note', 'close', 'snooze', 'assign', 'unread', 'undo'])

/**
 * The table with other keys.
 *
 * @param overrides other keys, by command
 * @param audience whose inbox it is: a customer's has no keys for what only agents can do
 */
export function bindingsOf(overrides: KeymapOverrides = {}, audience: 'agent' | 'customer' = 'agent'): KeyBinding[] {
  return keymap
    .filter(({ id }) => audience === 'agent' || !forAgents.has(id))
    .map((binding) => {
      const given = overrides[binding.id]
      if (given === undefined) return binding
      return { ...binding, keys: given === null ? [] : typeof given === 'string' ? [given] : given }
    })
}

/**
 * What is wrong with other keys, in sentences for a developer; none where nothing is. Of two commands with one key, the
 * one that comes first in the table has it.
 */
export function keymapProblems(overrides: KeymapOverrides): string[] {
  const problems: string[] = []
  const known = new Set<string>(keymap.map(({ id }) => id))
  for (const id of Object.keys(overrides)) {
    if (!known.has(id)) problems.push(`keymap.${id} is no command of the inbox. The commands are: ${[...known].join(', ')}.`)
  }
  const owners = new Map<string, CommandId>()
  for (const { id, keys, listKeys } of bindingsOf(overrides)) {
    for (const key of keys) {
      if (!/^(Shift\+)?(.|[A-Z]\w+)$/u.test(key)) {
        problems.push(`keymap.${id} is "${key}", which no key is: give what KeyboardEvent.key says, such as "r", "?" or "F2".`)
      }
      const owner = owners.get(normalized(key))
      if (owner) problems.push(`keymap.${id} and keymap.${owner} are both "${key}": give one of them another key, or null.`)
      else owners.set(normalized(key), id)
    }
    for (const key of listKeys) owners.set(normalized(key), id)
  }
  return problems
}

/** What a keyboard event has that matters here. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>

const isLetter = (key: string) => key.length === 1 && key.toLowerCase() !== key.toUpperCase()

const normalized = (key: string) => (isLetter(key) ? key.toLowerCase() : key)

/**
 * How the table writes a key that was pressed; null for a combination, which is the browser's or the app's. It goes by
 * what the key types: `?` and `/` are in other places on other keyboards, behind Shift or AltGr.
 */
export function keyOf(event: KeyPress): string | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = event
  const isTyped = [...key].length === 1
  const isAltGraph = isTyped && !isLetter(key) && event.getModifierState?.('AltGraph') === true
  if (metaKey || ((ctrlKey || altKey) && !isAltGraph)) return null
  const isShifted = shiftKey && (!isTyped || isLetter(key))
  return `${isShifted ? 'Shift+' : ''}${normalized(key)}`
}

/** The command of a key that was pressed; undefined where it has none. Those keys that the list has are its own. */
export function commandOf(event: KeyPress, bindings: readonly KeyBinding[]): KeyBinding | undefined {
  const pressed = keyOf(event)
  if (pressed === null) return undefined
  return bindings.find(({ keys }) => keys.some((key) => normalized(key) === pressed))
}

/** The keys of a command as `aria-keyshortcuts` takes them; undefined where it has none. */
export function ariaKeys(bindings: readonly KeyBinding[], id: CommandId): string | undefined {
  const keys = bindings.find((binding) => binding.id === id)?.keys ?? []
  return keys.length > 0 ? keys.join(' ') : undefined
}

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

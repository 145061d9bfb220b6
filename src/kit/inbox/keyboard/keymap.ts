/**
 * The keys of the inbox: one table runs them, shows them and tests them. Single letters can be changed and turned off, for
 * users who dictate or hit keys by accident (WCAG 2.1.4).
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts
 */

/** A command, and the key of its description in the strings of the help. */
export type CommandId =
  | 'next' | 'previous' | 'open' | 'select' | 'selectMore' | 'selectAll'
  | 'reply' | 'note' | 'close' | 'snooze' | 'assign' | 'unread'
  | 'search' | 'card' | 'undo' | 'leave' | 'help'

/** Keys of a command. */
export interface KeyBinding {
  id: CommandId
  /** Keys as in `KeyboardEvent.key`. They can be changed. */
  keys: readonly string[]
  /** Keys that the list handles itself. They can't be changed. `Mod` is Ctrl, or Cmd on a Mac. */
  listKeys: readonly string[]
  scope: 'list' | 'conversation' | 'inbox'
  repeats?: boolean | undefined
}

/** Overrides for the default keys, by command. `null` turns a command off. */
export type KeymapOverrides = Partial<Record<CommandId, string | readonly string[] | null>>

/** The default keys of the inbox. */
export const keymap: readonly KeyBinding[] = [
  { id: 'next', keys: ['j'], listKeys: ['ArrowDown'], scope: 'list', repeats: true },
  { id: 'previous', keys: ['k'], listKeys: ['ArrowUp'], scope: 'list', repeats: true },
  { id: 'open', keys: [], listKeys: ['Enter'], scope: 'list' },
  { id: 'select', keys: ['x'], listKeys: [], scope: 'list' },
  { id: 'selectMore', keys: [], listKeys: ['Shift+ArrowDown', 'Shift+ArrowUp'], scope: 'list' },
  { id: 'selectAll', keys: [], listKeys: ['Mod+a'], scope: 'list' },
  { id: 'reply', keys: ['r'], listKeys: [], scope: 'conversation' },
  { id: 'note', keys: ['n'], listKeys: [], scope: 'conversation' },
  { id: 'close', keys: ['e'], listKeys: [], scope: 'conversation' },
  { id: 'snooze', keys: ['s'], listKeys: [], scope: 'conversation' },
  { id: 'assign', keys: ['a'], listKeys: [], scope: 'conversation' },
  { id: 'unread', keys: ['u'], listKeys: [], scope: 'conversation' },
  { id: 'search', keys: ['/'], listKeys: [], scope: 'inbox' },
  { id: 'card', keys: [']'], listKeys: [], scope: 'inbox' },
  { id: 'undo', keys: ['z'], listKeys: [], scope: 'inbox' },
  { id: 'leave', keys: ['Escape'], listKeys: [], scope: 'inbox' },
  { id: 'help', keys: ['?'], listKeys: [], scope: 'inbox' },
]

const forAgents = new Set<CommandId>(['select', 'selectMore', 'selectAll', 'note', 'close', 'snooze', 'assign', 'unread', 'card', 'undo'])

/** Returns the keys in force. Customers have no keys for commands of agents. */
export function getKeyBindings(overrides: KeymapOverrides = {}, audience: 'agent' | 'customer' = 'agent'): KeyBinding[] {
  return keymap
    .filter(({ id }) => audience === 'agent' || !forAgents.has(id))
    .map((binding) => {
      const given = overrides[binding.id]
      if (given === undefined) return binding
      return { ...binding, keys: given === null ? [] : typeof given === 'string' ? [given] : given }
    })
}

/** Returns what is wrong with overrides, for developers. If two commands share a key, the first in the table has it. */
export function findKeymapProblems(overrides: KeymapOverrides): string[] {
  const problems: string[] = []
  const known = new Set<string>(keymap.map(({ id }) => id))
  for (const id of Object.keys(overrides)) {
    if (!known.has(id)) problems.push(`keymap.${id} is no command of the inbox. The commands are: ${[...known].join(', ')}.`)
  }
  const owners = new Map<string, CommandId>()
  for (const { id, keys, listKeys } of getKeyBindings(overrides)) {
    for (const key of keys) {
      if (!/^(Shift\+)?(.|[A-Z]\w+)$/u.test(key)) {
        problems.push(`keymap.${id} is "${key}", which no key is: give what KeyboardEvent.key says, such as "r", "?" or "F2".`)
      }
      const owner = owners.get(normalizeKey(key))
      if (owner) problems.push(`keymap.${id} and keymap.${owner} are both "${key}": give one of them another key, or null.`)
      else owners.set(normalizeKey(key), id)
    }
    for (const key of listKeys) owners.set(normalizeKey(key), id)
  }
  return problems
}

/** The fields of a keyboard event that name a key. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>

/** Whether a key types a letter. */
export const isLetter = (key: string) => key.length === 1 && key.toLowerCase() !== key.toUpperCase()

const normalizeKey = (key: string) => (isLetter(key) ? key.toLowerCase() : key)

/**
 * Returns a pressed key as the table writes it; `null` for combinations. What the key types decides: on some keyboards `?`
 * and `/` need Shift or AltGr.
 */
export function toKeyName(event: KeyPress): string | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = event
  const isTyped = [...key].length === 1
  const isAltGraph = isTyped && !isLetter(key) && event.getModifierState?.('AltGraph') === true
  if (metaKey || ((ctrlKey || altKey) && !isAltGraph)) return null
  const isShifted = shiftKey && (!isTyped || isLetter(key))
  return `${isShifted ? 'Shift+' : ''}${normalizeKey(key)}`
}

/** Returns the command of a pressed key, if any. */
export function findCommand(event: KeyPress, bindings: readonly KeyBinding[]): KeyBinding | undefined {
  const pressed = toKeyName(event)
  if (pressed === null) return undefined
  return bindings.find(({ keys }) => keys.some((key) => normalizeKey(key) === pressed))
}

/** Returns the keys of a command for `aria-keyshortcuts`; `undefined` if it has none. */
export function toAriaKeyShortcuts(bindings: readonly KeyBinding[], id: CommandId): string | undefined {
  const keys = bindings.find((binding) => binding.id === id)?.keys ?? []
  return keys.length > 0 ? keys.join(' ') : undefined
}

const caps: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Enter: '↵',
  Escape: 'Esc',
  Shift: '⇧',
}

/** Whether the device has a Command key. */
export const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** Returns the caps of a key combination of the keymap. `Mod` is the Command key on Apple devices. */
export function toKeyCaps(key: string, isMac = isApple()): string[] {
  const parts = key.length === 1 ? [key] : key.split('+')
  return parts.map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (caps[part] ?? (isLetter(part) ? part.toUpperCase() : part))))
}

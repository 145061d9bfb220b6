/**
 * The inbox's keys: one table, by which they are executed, shown and tested. Single letters can be changed and switched
 * off, since who speaks to a computer, or hits a key by accident, must be able to do without them (WCAG 2.1.4).
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts
 */

/** Something that a key does: also the key of its description in the words of the help. */
export type CommandId =
  | 'next' | 'previous' | 'open' | 'select' | 'selectMore' | 'selectAll'
  | 'reply' | 'note' | 'close' | 'snooze' | 'assign' | 'unread'
  | 'search' | 'card' | 'undo' | 'leave' | 'help'

/** A row of the table. */
export interface KeyBinding {
  id: CommandId
  /** Keys as `KeyboardEvent.key` names them. They can be changed. */
  keys: readonly string[]
  /** Keys that a list has of its own, as every list does: they stay. `Mod` is Ctrl, or Cmd on a Mac. */
  listKeys: readonly string[]
  /** Under which heading the help has it. */
  scope: 'list' | 'conversation' | 'inbox'
  /** Whether it is done again and again while the key is held down. */
  repeats?: boolean | undefined
}

/** Other keys than those of the table: one, several, or null for none. */
export type KeymapOverrides = Partial<Record<CommandId, string | readonly string[] | null>>

/** The inbox's keys. */
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

/** What only agents can do. */
const forAgents = new Set<CommandId>(['select', 'selectMore', 'selectAll', 'note', 'close', 'snooze', 'assign', 'unread', 'card', 'undo'])

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

/** Whether a key types a letter: one that has a small and a capital form. */
export const isLetter = (key: string) => key.length === 1 && key.toLowerCase() !== key.toUpperCase()

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
export function toAriaKeyShortcuts(bindings: readonly KeyBinding[], id: CommandId): string | undefined {
  const keys = bindings.find((binding) => binding.id === id)?.keys ?? []
  return keys.length > 0 ? keys.join(' ') : undefined
}

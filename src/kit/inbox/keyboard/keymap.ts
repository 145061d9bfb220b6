/** One table runs, shows and tests the keys. Users who dictate can change or turn off single letters (WCAG 2.1.4). */

/** Command of the inbox, and the key of its description in the help strings. */
export type CommandId =
  | 'next' | 'previous' | 'open' | 'select' | 'selectMore' | 'selectAll'
  | 'reply' | 'note' | 'close' | 'snooze' | 'assign' | 'unread'
  | 'compose' | 'search' | 'card' | 'undo' | 'leave' | 'help'

/** Keys of a command. */
export interface KeyBinding {
  id: CommandId
  /** Values of `KeyboardEvent.key`. Overrides replace them. */
  keys: readonly string[]
  /** Fixed keys that the list handles. `Mod` is Ctrl, or Cmd on a Mac. */
  listKeys: readonly string[]
  scope: 'list' | 'conversation' | 'inbox'
  repeats?: boolean | undefined
}

/** Overrides for the default keys, by command. `null` turns a command off. */
export type KeymapOverrides = Partial<Record<CommandId, string | readonly string[] | null>>

/** Default keys of the inbox. */
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
  { id: 'compose', keys: ['c'], listKeys: [], scope: 'inbox' },
  { id: 'search', keys: ['/'], listKeys: [], scope: 'inbox' },
  { id: 'card', keys: [']'], listKeys: [], scope: 'inbox' },
  { id: 'undo', keys: ['z'], listKeys: [], scope: 'inbox' },
  { id: 'leave', keys: ['Escape'], listKeys: [], scope: 'inbox' },
  { id: 'help', keys: ['?'], listKeys: [], scope: 'inbox' },
]

const forAgents = new Set<CommandId>(['select', 'selectMore', 'selectAll', 'note', 'close', 'snooze', 'assign', 'unread', 'compose', 'card', 'undo'])

/** Returns the active keys. Customers have no agent commands. */
export function getKeyBindings(overrides: KeymapOverrides = {}, audience: 'agent' | 'customer' = 'agent'): KeyBinding[] {
  return keymap
    .filter(({ id }) => audience === 'agent' || !forAgents.has(id))
    .map((binding) => {
      const given = overrides[binding.id]
      if (given === undefined) return binding
      return { ...binding, keys: given === null ? [] : typeof given === 'string' ? [given] : given }
    })
}

/** Returns faults in overrides, for developers. If two commands share a key, the first in the table gets it. */
export function findKeymapProblems(overrides: KeymapOverrides): string[] {
  const problems: string[] = []
  const known = new Set<string>(keymap.map(({ id }) => id))
  for (const id of Object.keys(overrides)) {
    if (!known.has(id)) problems.push(`keymap.${id} is not a command. Use one of: ${[...known].join(', ')}.`)
  }
  const owners = new Map<string, CommandId>()
  for (const { id, keys, listKeys } of getKeyBindings(overrides)) {
    for (const key of keys) {
      if (!/^(Shift\+)?(.|[A-Z]\w+)$/u.test(key)) {
        problems.push(`keymap.${id} is "${key}", which is not a key. Use a value of KeyboardEvent.key, such as "r", "?" or "F2".`)
      }
      const owner = owners.get(normalizeKey(key))
      if (owner) problems.push(`keymap.${id} and keymap.${owner} both use "${key}". Change one of them, or set it to null.`)
      else owners.set(normalizeKey(key), id)
    }
    for (const key of listKeys) owners.set(normalizeKey(key), id)
  }
  return problems
}

export type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>

const isLetter = (key: string) => key.length === 1 && key.toLowerCase() !== key.toUpperCase()

const normalizeKey = (key: string) => (isLetter(key) ? key.toLowerCase() : key)

/** Returns `null` for combinations. Compares the typed character, because `?` and `/` need Shift or AltGr on some keyboards. */
export function toKeyName(event: KeyPress): string | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = event
  const isTyped = [...key].length === 1
  const isAltGraph = isTyped && !isLetter(key) && event.getModifierState?.('AltGraph') === true
  if (metaKey || ((ctrlKey || altKey) && !isAltGraph)) return null
  const isShifted = shiftKey && (!isTyped || isLetter(key))
  return `${isShifted ? 'Shift+' : ''}${normalizeKey(key)}`
}

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

/** Returns the labels of a key combination. `Mod` is the Command key on Apple devices. */
export function toKeyCaps(key: string, isMac = isApple()): string[] {
  const parts = key.length === 1 ? [key] : key.split('+')
  return parts.map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (caps[part] ?? (isLetter(part) ? part.toUpperCase() : part))))
}

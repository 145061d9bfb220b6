import { describe, expect, test } from 'vitest'
import { bindingsOf, commandOf, keymap, keymapProblems, keyOf, type KeyPress, toAriaKeyShortcuts, toKeyCaps } from '@/kit/inbox/keyboard/keymap'
import { keyboardHelpMessages } from '@/kit/strings/tables/dialogs'

const press = (key: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...modifiers,
})
const altGraph = { ctrlKey: true, altKey: true, getModifierState: (name: string) => name === 'AltGraph' }

test('lists every command once, with a key and a label', () => {
  expect(new Set(keymap.map(({ id }) => id)).size).toBe(keymap.length)
  expect(keymapProblems({})).toEqual([])
  for (const { id, keys, listKeys } of keymap) {
    expect(keys.length + listKeys.length).toBeGreaterThan(0)
    expect(keyboardHelpMessages[id]).toBeTruthy()
  }
})

describe.each(keymap.filter(({ keys }) => keys.length > 0))('$id', ({ id, keys }) => {
  test.each(keys)('maps %s alone', (key) => {
    const found = (modifiers?: Partial<KeyPress>) => commandOf(press(key, modifiers), keymap)?.id
    expect(found()).toBe(id)
    expect(found({ ctrlKey: true })).toBeUndefined()
    expect(found({ metaKey: true })).toBeUndefined()
    expect(found({ altKey: true })).toBeUndefined()
    expect(found({ ctrlKey: true, altKey: true })).toBeUndefined()
  })
})

test.each([
  ['a letter with Shift is another key', press('E', { shiftKey: true }), 'Shift+e'],
  ['caps lock is not Shift', press('E'), 'e'],
  ['? is typed with Shift', press('?', { shiftKey: true }), '?'],
  ['/ is behind Shift on a German keyboard', press('/', { shiftKey: true }), '/'],
  ['a sign may be behind AltGr', press('/', altGraph), '/'],
  ['a letter behind AltGr is a letter of its language', press('ę', altGraph), null],
  ['a combination is the browser’s', press('a', { ctrlKey: true }), null],
  ['a named key', press('Escape'), 'Escape'],
  ['a named key with Shift', press('ArrowDown', { shiftKey: true }), 'Shift+ArrowDown'],
])('reads a key: %s', (_, event, expected) => {
  expect(keyOf(event)).toBe(expected)
})

test('lets the app change keys and turn them off', () => {
  const bindings = bindingsOf({ reply: 'q', close: null, help: ['h', 'F1'] })
  expect(commandOf(press('q'), bindings)?.id).toBe('reply')
  expect(commandOf(press('r'), bindings)).toBeUndefined()
  expect(commandOf(press('e'), bindings)).toBeUndefined()
  expect(commandOf(press('F1'), bindings)?.id).toBe('help')
  expect(toAriaKeyShortcuts(bindings, 'help')).toBe('h F1')
  expect(toAriaKeyShortcuts(bindings, 'close')).toBeUndefined()
  expect(bindings.find(({ id }) => id === 'next')?.listKeys).toEqual(['ArrowDown'])
})

test('reports invalid keys', () => {
  expect(keymapProblems({ reply: 'e' })).toEqual(['keymap.close and keymap.reply are both "e": give one of them another key, or null.'])
  expect(keymapProblems({ reply: 'e', close: null })).toEqual([])
  expect(keymapProblems({ reply: 'N' })).toHaveLength(1)
  expect(keymapProblems({ reply: 'Ctrl+Enter' })[0]).toContain('which no key is')
  expect(keymapProblems({ reply: '' })[0]).toContain('which no key is')
  expect(keymapProblems({ repyl: 'r' } as object)[0]).toContain('keymap.repyl is no command')
  expect(keymapProblems({ reply: 'Enter' })[0]).toContain('both "Enter"')
})

test('gives customers no keys of agents', () => {
  const ids = bindingsOf({}, 'customer').map(({ id }) => id)
  expect(ids).toEqual(['next', 'previous', 'open', 'reply', 'search', 'leave', 'help'])
})

test('prints key caps', () => {
  expect(toKeyCaps('Mod+a', false)).toEqual(['Ctrl', 'A'])
  expect(toKeyCaps('Mod+a', true)).toEqual(['⌘', 'A'])
  expect(toKeyCaps('Shift+ArrowDown', false)).toEqual(['⇧', '↓'])
  expect(toKeyCaps('?', false)).toEqual(['?'])
  expect(toKeyCaps('+', false)).toEqual(['+'])
})

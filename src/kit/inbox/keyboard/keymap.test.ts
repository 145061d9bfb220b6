import { describe, expect, test } from 'vitest'
import { getKeyBindings, findCommand, keymap, findKeymapProblems, toKeyName, type KeyPress, toAriaKeyShortcuts, toKeyCaps } from '@/kit/inbox/keyboard/keymap'
import { keyboardHelpStrings } from '@/kit/strings/tables/dialogs'

const press = (key: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...modifiers,
})
const altGraph = { ctrlKey: true, altKey: true, getModifierState: (name: string) => name === 'AltGraph' }

test('lists every command once, with a key and a label', () => {
  expect(new Set(keymap.map(({ id }) => id)).size).toBe(keymap.length)
  expect(findKeymapProblems({})).toEqual([])
  for (const { id, keys, listKeys } of keymap) {
    expect(keys.length + listKeys.length).toBeGreaterThan(0)
    expect(keyboardHelpStrings[id]).toBeTruthy()
  }
})

describe.each(keymap.filter(({ keys }) => keys.length > 0))('$id', ({ id, keys }) => {
  test.each(keys)('maps %s alone', (key) => {
    const found = (modifiers?: Partial<KeyPress>) => findCommand(press(key, modifiers), keymap)?.id
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
  expect(toKeyName(event)).toBe(expected)
})

test('lets the app change keys and turn them off', () => {
  const bindings = getKeyBindings({ reply: 'q', close: null, help: ['h', 'F1'] })
  expect(findCommand(press('q'), bindings)?.id).toBe('reply')
  expect(findCommand(press('r'), bindings)).toBeUndefined()
  expect(findCommand(press('e'), bindings)).toBeUndefined()
  expect(findCommand(press('F1'), bindings)?.id).toBe('help')
  expect(toAriaKeyShortcuts(bindings, 'help')).toBe('h F1')
  expect(toAriaKeyShortcuts(bindings, 'close')).toBeUndefined()
  expect(bindings.find(({ id }) => id === 'next')?.listKeys).toEqual(['ArrowDown'])
})

test('reports invalid keys', () => {
  expect(findKeymapProblems({ reply: 'e' })).toEqual(['keymap.close and keymap.reply both use "e". Change one of them, or set it to null.'])
  expect(findKeymapProblems({ reply: 'e', close: null })).toEqual([])
  expect(findKeymapProblems({ reply: 'N' })).toHaveLength(1)
  expect(findKeymapProblems({ reply: 'Ctrl+Enter' })[0]).toContain('which is not a key')
  expect(findKeymapProblems({ reply: '' })[0]).toContain('which is not a key')
  expect(findKeymapProblems({ repyl: 'r' } as object)[0]).toContain('keymap.repyl is not a command')
  expect(findKeymapProblems({ reply: 'Enter' })[0]).toContain('both use "Enter"')
})

test('gives customers no keys of agents', () => {
  const ids = getKeyBindings({}, 'customer').map(({ id }) => id)
  expect(ids).toEqual(['next', 'previous', 'open', 'reply', 'search', 'leave', 'help'])
})

test('prints key caps', () => {
  expect(toKeyCaps('Mod+a', false)).toEqual(['Ctrl', 'A'])
  expect(toKeyCaps('Mod+a', true)).toEqual(['⌘', 'A'])
  expect(toKeyCaps('Shift+ArrowDown', false)).toEqual(['⇧', '↓'])
  expect(toKeyCaps('Mod+Enter', true)).toEqual(['⌘', '↵'])
  expect(toKeyCaps('?', false)).toEqual(['?'])
  expect(toKeyCaps('+', false)).toEqual(['+'])
})

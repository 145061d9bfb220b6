'use client'

import * as React from 'react'
import { useLatest } from '../../shared/use-latest.ts'
import { bindingsOf, commandOf, keymapProblems, type CommandId, type KeyBinding, type KeymapOverrides } from './keymap.ts'

/** What {@link useKeymap} takes. */
export interface KeymapOptions {
  /** Finds the inbox. Keys count in it, and where nothing has the focus. */
  getRoot: () => Element | null
  /** Whether there are keys at all. */
  isEnabled: boolean
  /** Other keys than those of the table. */
  overrides: KeymapOverrides | undefined
  /** Whose inbox it is. */
  audience: 'agent' | 'customer'
  /** Does it. Tells whether there was something to do: else the key stays the browser's. */
  onCommand: (id: CommandId) => boolean
}

/** Kinds of `input` in which keys type nothing. */
const withoutText = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'])

const layers = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox], dialog'
const openLayers = '[role=dialog][data-state=open], [role=alertdialog][data-state=open], [role=menu][data-state=open], dialog[open]'

/** Whether somebody types there, chooses there, or has something else in front of them. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return document.querySelector(openLayers) !== null
  if (target instanceof HTMLInputElement) return !withoutText.has(target.type)
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable) return true
  if (target.closest(layers) || target.closest('[role=textbox], [role=combobox], [role=searchbox]')) return true
  return target === document.body && document.querySelector(openLayers) !== null
}

/**
 * Executes the table of `keymap.ts`. Keys do nothing where somebody types, chooses from a list or composes a word, in
 * dialogs and menus, outside of the inbox, together with Ctrl, Alt or Cmd, and (but for moving) while they are held.
 *
 * @returns the table as it is in force: empty where there are no keys
 */
export function useKeymap({ getRoot, isEnabled, overrides, audience, onCommand }: KeymapOptions): KeyBinding[] {
  // An object that is written in the markup is another one each time.
  const given = JSON.stringify(overrides ?? {})
  const bindings = React.useMemo(
    () => (isEnabled ? bindingsOf(JSON.parse(given) as KeymapOverrides, audience) : []),
    [isEnabled, given, audience],
  )

  React.useEffect(() => {
    if (process.env.NODE_ENV === 'production') return
    // oxlint-disable-next-line no-console -- For a developer alone.
    for (const problem of keymapProblems(JSON.parse(given) as KeymapOverrides)) console.error(`[intercom] ${problem}`)
  }, [given])

  const execute = useLatest((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
    const [target = null] = event.composedPath()
    const isInside = target instanceof Node && (getRoot()?.contains(target) ?? false)
    if (!isInside && target !== document.body && target !== document.documentElement) return
    if (isBusy(target)) return
    const binding = commandOf(event, bindings)
    if (!binding || (event.repeat && !binding.repeats)) return
    if (onCommand(binding.id)) event.preventDefault()
  })

  const hasKeys = bindings.length > 0
  React.useEffect(() => {
    if (!hasKeys) return
    const onKeyDown = (event: KeyboardEvent) => execute.current(event)
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [hasKeys, execute])

  return bindings
}

'use client'

import * as React from 'react'
import { useLatest } from '../../shared/use-latest.ts'
import { getKeyBindings, findCommand, findKeymapProblems, type CommandId, type KeyBinding, type KeymapOverrides } from './keymap.ts'

interface KeymapOptions {
  /** Returns the inbox. Keys work inside, and if nothing has the focus. */
  getRoot: () => Element | null
  isEnabled: boolean
  overrides: KeymapOverrides | undefined
  audience: 'agent' | 'customer'
  /** Returns whether the command ran; otherwise the browser handles the key. */
  onCommand: (id: CommandId) => boolean
}

const withoutText = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'])

const layers = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox], dialog'
const openLayers = '[role=dialog][data-state=open], [role=alertdialog][data-state=open], [role=menu][data-state=open], dialog[open]'

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return document.querySelector(openLayers) !== null
  if (target instanceof HTMLInputElement) return !withoutText.has(target.type)
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable) return true
  if (target.closest(layers) || target.closest('[role=textbox], [role=combobox], [role=searchbox]')) return true
  return target === document.body && document.querySelector(openLayers) !== null
}

/** Runs commands by key, except in fields, option lists and dialogs, or with Ctrl, Alt or Cmd. Returns the active keys. */
export function useKeymap({ getRoot, isEnabled, overrides, audience, onCommand }: KeymapOptions): KeyBinding[] {
  // The object may be new in every render.
  const given = JSON.stringify(overrides ?? {})
  const bindings = React.useMemo(
    () => (isEnabled ? getKeyBindings(JSON.parse(given) as KeymapOverrides, audience) : []),
    [isEnabled, given, audience],
  )

  React.useEffect(() => {
    if (process.env.NODE_ENV === 'production') return
    // oxlint-disable-next-line no-console -- only in development
    for (const problem of findKeymapProblems(JSON.parse(given) as KeymapOverrides)) console.error(`[intercom] ${problem}`)
  }, [given])

  const execute = useLatest((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
    const [target = null] = event.composedPath()
    const isInside = target instanceof Node && (getRoot()?.contains(target) ?? false)
    if (!isInside && target !== document.body && target !== document.documentElement) return
    if (isBusy(target)) return
    const binding = findCommand(event, bindings)
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

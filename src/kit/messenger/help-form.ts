'use client'

import * as React from 'react'
import { useLatest } from '../shared/use-latest.ts'
import { report } from './engine-protocol.ts'

interface HelpFormState {
  isOpen: boolean
  /** Text to begin with. */
  message: string | undefined
  /** Whether the form failed to load, so that buttons explain why the chat is unavailable. */
  hasFailed: boolean
  /** Number of mounted forms. Buttons need one. */
  forms: number
  /** Button that gets the focus back. */
  opener: HTMLElement | null
}

const closed: HelpFormState = { isOpen: false, message: undefined, hasFailed: false, forms: 0, opener: null }
let state = closed
const listeners = new Set<() => void>()

function set(change: Partial<HelpFormState>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const useHelpFormState = () => React.useSyncExternalStore(subscribe, () => state, () => closed)

/** Returned by {@link useHelpForm}. */
export interface HelpForm extends Pick<HelpFormState, 'isOpen' | 'message'> {
  setOpen: (isOpen: boolean) => void
  /** Returns the focus to the button that opened the form. */
  restoreFocus: () => void
  /** Closes the form after its code failed to load. Buttons then explain why the chat is unavailable. */
  markFailed: () => void
}

/** State of the form that help buttons with `fallback={{ form: true }}` open. Use it in one component of the layout. */
export function useHelpForm(): HelpForm {
  React.useEffect(() => {
    set({ forms: state.forms + 1 })
    return () => set({ ...closed, forms: state.forms - 1 })
  }, [])
  const { isOpen, message } = useHelpFormState()
  return {
    isOpen,
    message,
    setOpen: (next) => set({ isOpen: next, hasFailed: false }),
    restoreFocus: () => state.opener?.focus(),
    markFailed: () => set({ isOpen: false, hasFailed: true }),
  }
}

interface FormFallbackOptions {
  /** Whether the button was pressed, has a form as its fallback, and the Messenger didn't open. */
  isWanted: boolean
  message: string | undefined
  buttonRef: React.RefObject<HTMLElement | null>
  /** Hides the failure of the button. */
  onDismiss: (() => void) | undefined
}

/** Opens the form if the Messenger failed. Returns whether it does, so that the button shows no other failure. */
export function useFormFallback({ isWanted, message, buttonRef, onDismiss }: FormFallbackOptions): boolean {
  const { forms, hasFailed } = useHelpFormState()
  const opens = isWanted && forms > 0 && !hasFailed
  const isMissing = isWanted && forms === 0
  const open = useLatest(() => {
    set({ isOpen: true, message, opener: buttonRef.current })
    onDismiss?.()
  })
  React.useEffect(() => {
    if (opens) open.current()
    if (isMissing) report('form_missing', undefined)
  }, [opens, isMissing, open])
  return opens
}

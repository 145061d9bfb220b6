'use client'

import * as React from 'react'
import { type Toast, toasts, useToasts } from './toasts.ts'

/** Returns toasts, newest first, and the props of their region. F6 moves the focus in and out. Focused toasts don't expire. */
export function useToaster() {
  const shown = useToasts()
  const [isHeld, setHeld] = React.useState(false)
  const root = React.useRef<HTMLElement>(null)
  const before = React.useRef<HTMLElement>(null)

  const goBack = React.useCallback(() => {
    const target = before.current
    before.current = null
    if (target?.isConnected) target.focus({ preventScroll: true })
  }, [])

  React.useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const button = root.current?.querySelector<HTMLElement>('li button')
      if (!button) return
      event.preventDefault()
      if (root.current?.contains(document.activeElement)) goBack()
      else button.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [goBack])

  // Removing a focused button fires no event.
  React.useEffect(() => {
    if (!before.current || document.activeElement !== document.body) return
    goBack()
    setHeld(false)
  }, [shown, goBack])

  // The next page starts without toasts.
  React.useEffect(() => () => toasts.clear(), [])

  if (isHeld && shown.length === 0) setHeld(false)

  const byKind: Record<Toast['kind'], Toast[]> = { error: [], status: [] }
  for (const toast of shown) byKind[toast.kind].unshift(toast)
  return {
    toasts: byKind,
    isHeld,
    dismiss: toasts.dismiss,
    act: toasts.act,
    rootProps: {
      ref: root,
      onPointerEnter: () => setHeld(true),
      onPointerLeave: () => setHeld(root.current?.contains(document.activeElement) ?? false),
      onFocus({ currentTarget, relatedTarget }: React.FocusEvent) {
        if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget instanceof HTMLElement ? relatedTarget : null
        setHeld(true)
      },
      onBlur({ currentTarget, relatedTarget }: React.FocusEvent) {
        const stays = currentTarget.contains(relatedTarget)
        if (!stays) before.current = null
        setHeld(stays)
      },
    },
  }
}

/** Removes a status toast after `duration` milliseconds. `null` pauses. */
export function useToastTimer({ id, kind }: Toast, duration: number | null): void {
  React.useEffect(() => {
    if (kind === 'error' || duration === null) return
    const timer = setTimeout(() => toasts.dismiss(id), duration)
    return () => clearTimeout(timer)
  }, [id, kind, duration])
}

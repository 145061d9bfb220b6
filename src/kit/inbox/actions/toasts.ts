'use client'

import * as React from 'react'

/** A toast on the page. It replaces an earlier toast with the same `key`. */
export interface Toast {
  id: string
  key?: string | undefined
  /** Errors are announced at once and stay until dismissed. */
  kind: 'status' | 'error'
  message: string
  action?: {
    label: string
    onAction: () => void
    isUndo?: boolean | undefined
  } | undefined
}

const MAX_TOASTS = 3

const listeners = new Set<() => void>()
let shown: readonly Toast[] = []
let count = 0

function set(next: readonly Toast[]): void {
  shown = next
  for (const listener of listeners) listener()
}

/** Removes the oldest status, or else the oldest error, but never the newest toast. */
function makeRoom(next: readonly Toast[]): readonly Toast[] {
  if (next.length <= MAX_TOASTS) return next
  const index = Math.max(0, next.slice(0, -1).findIndex(({ kind }) => kind === 'status'))
  return next.filter((_, at) => at !== index)
}

/** Toasts of the page, outside React. `Toaster` shows them. */
export const toasts = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  get: (): readonly Toast[] => shown,
  /** Shows a toast and returns its id. Removes toasts with the same key or `outdatedKey`. */
  show(toast: Omit<Toast, 'id' | 'kind'> & { kind?: Toast['kind'] }, outdatedKey = toast.key): string {
    const id = `toast-${++count}`
    const others = shown.filter(({ key }) => !key || (key !== toast.key && key !== outdatedKey))
    set(makeRoom([...others, { kind: 'status', ...toast, id }]))
    return id
  },
  dismiss(id: string): void {
    if (shown.some((toast) => toast.id === id)) set(shown.filter((toast) => toast.id !== id))
  },
  clear(): void {
    if (shown.length > 0) set([])
  },
  act(id: string): void {
    const action = shown.find((toast) => toast.id === id)?.action
    toasts.dismiss(id)
    action?.onAction()
  },
  undoLast(): boolean {
    const last = shown.filter(({ action }) => action?.isUndo).at(-1)
    if (last) toasts.act(last.id)
    return last !== undefined
  },
}

const none: readonly Toast[] = []

/** Returns the toasts of the page, oldest first. */
export function useToasts(): readonly Toast[] {
  return React.useSyncExternalStore(toasts.subscribe, toasts.get, () => none)
}

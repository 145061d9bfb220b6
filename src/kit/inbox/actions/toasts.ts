/** A toast on the page. */
export interface Toast {
  id: string
  /** What the toast is about. It replaces an earlier toast with the same key. */
  key?: string | undefined
  /** An error is announced at once, and stays until the user dismisses it. */
  kind: 'status' | 'error'
  message: string
  action?: {
    label: string
    /** Called when the user presses the button, after the toast was removed. */
    onAction: () => void
    /** Whether the action undoes what the toast says was done. */
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

/** The toasts of the page, outside React. `Toaster` shows them. */
export const toasts = {
  /** Calls a listener after every change. Returns a function that removes it. */
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** Returns the toasts, oldest first. The same array until it changes. */
  get: (): readonly Toast[] => shown,
  /**
   * Shows a toast and returns its id.
   *
   * @param outdatedKey key of another toast that is no longer true
   */
  show(toast: Omit<Toast, 'id' | 'kind'> & { kind?: Toast['kind'] }, outdatedKey = toast.key): string {
    const id = `toast-${++count}`
    const others = shown.filter(({ key }) => !key || (key !== toast.key && key !== outdatedKey))
    set(makeRoom([...others, { kind: 'status', ...toast, id }]))
    return id
  },
  /** Removes a toast. */
  dismiss(id: string): void {
    if (shown.some((toast) => toast.id === id)) set(shown.filter((toast) => toast.id !== id))
  },
  /** Removes all toasts. */
  clear(): void {
    if (shown.length > 0) set([])
  },
  /** Removes a toast and runs its action. */
  act(id: string): void {
    const action = shown.find((toast) => toast.id === id)?.action
    toasts.dismiss(id)
    action?.onAction()
  },
  /** Runs the newest undo. Returns whether there was one. */
  undoLast(): boolean {
    const last = shown.filter(({ action }) => action?.isUndo).at(-1)
    if (last) toasts.act(last.id)
    return last !== undefined
  },
}

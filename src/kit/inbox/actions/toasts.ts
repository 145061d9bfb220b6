/** What was done, said in passing: a store of the page, outside React, so that whatever does something can say so. */

/** Something to do about what a toast says. */
export interface ToastAction {
  /** What the button says. */
  label: string
  /** Does it. The toast is gone then. */
  onAction: () => void
  /** Whether it undoes what the toast says was done. */
  isUndo?: boolean | undefined
}

/** A toast. */
export interface Toast {
  /** Unlike every other's. */
  id: string
  /** What it is about: it takes the place of an earlier one about the same. */
  key?: string | undefined
  /** An error stays until somebody takes it away, and is read out at once. */
  kind: 'status' | 'error'
  /** What happened, in the reader's language. */
  message: string
  action?: ToastAction | undefined
}

/** The most toasts that are shown. */
export const MAX_TOASTS = 3

const none: readonly Toast[] = []
const listeners = new Set<() => void>()
let shown = none
let count = 0

function set(next: readonly Toast[]): void {
  shown = next
  for (const listener of listeners) listener()
}

/** The oldest that is no error makes room; where all are errors, the oldest of them. */
function withRoom(toasts: readonly Toast[]): readonly Toast[] {
  if (toasts.length <= MAX_TOASTS) return toasts
  const index = Math.max(0, toasts.slice(0, -1).findIndex(({ kind }) => kind === 'status'))
  return withRoom(toasts.filter((_, at) => at !== index))
}

/** The toasts of the page. A `Toaster` shows them. */
export const toasts = {
  /** Calls a listener after every change; gives what stops that. */
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** What is shown now, the oldest first. The same array until it changes. */
  get: (): readonly Toast[] => shown,
  /**
   * Shows a toast; gives its id.
   *
   * @param toast what it says, and what it is about
   * @param untrue what another one is about that does not hold any more
   */
  show(toast: Pick<Toast, 'message' | 'action' | 'key'> & { kind?: Toast['kind'] }, untrue = toast.key): string {
    const id = `toast-${++count}`
    const others = shown.filter(({ key }) => !key || (key !== toast.key && key !== untrue))
    set(withRoom([...others, { kind: 'status', ...toast, id }]))
    return id
  },
  /** Takes a toast away. */
  dismiss(id: string): void {
    if (shown.some((toast) => toast.id === id)) set(shown.filter((toast) => toast.id !== id))
  },
  /** Takes all of them away. */
  clear(): void {
    if (shown.length > 0) set(none)
  },
  /** Does what a toast offers, and takes it away. */
  act(id: string): void {
    const action = shown.find((toast) => toast.id === id)?.action
    toasts.dismiss(id)
    action?.onAction()
  },
  /**
   * Undoes what was done last, as far as a toast offers it still.
   *
   * @returns whether there was something to undo
   */
  undoLast(): boolean {
    const last = shown.filter(({ action }) => action?.isUndo).at(-1)
    if (last) toasts.act(last.id)
    return last !== undefined
  },
}

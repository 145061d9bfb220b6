import { expect, waitFor } from 'storybook/test'

/** Queries for the inbox's stories. */
export interface InboxPage {
  /** Buttons of the rendered rows, in order. */
  rows: () => HTMLElement[]
  findRows: () => Promise<HTMLElement[]>
  /** Button of a row, or null if it isn't rendered. */
  row: (id: string) => HTMLElement | null
  /** Ids of the rendered rows, in order. */
  ids: () => string[]
  check: (id: string) => HTMLInputElement
  /** The count that the bulk action bar shows. */
  selected: () => string
  /** Finds an element by its `data-slot`. */
  part: (name: string) => HTMLElement | null
  /** Waits until a conversation is selected. */
  isOpen: (id: string) => Promise<void>
}

export function inboxPage(canvasElement: HTMLElement): InboxPage {
  const part = (name: string) => canvasElement.querySelector<HTMLElement>(`[data-slot=${name}]`)
  const rows = () => [...canvasElement.querySelectorAll<HTMLElement>('[data-slot=conversation-list] [data-item-id]')]
  const row = (id: string) => rows().find((element) => element.dataset.itemId === id) ?? null
  return {
    rows,
    row,
    part,
    ids: () => rows().map((element) => element.dataset.itemId ?? ''),
    async findRows() {
      // The list mounts again if another user than in the last story signs in, so find it anew each time.
      await waitFor(() => expect(rows()).not.toEqual([]))
      return rows()
    },
    check: (id) => row(id)?.closest('li')?.querySelector('input[type=checkbox]') as HTMLInputElement,
    selected: () => part('bulk-bar')?.querySelector('[role=status]')?.textContent ?? 'none',
    isOpen: (id) => waitFor(() => expect(row(id)).toHaveAttribute('aria-current', 'true')),
  }
}

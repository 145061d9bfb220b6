import { expect, waitFor, within } from 'storybook/test'

/** What the stories of the inbox look for in it. */
export interface InboxPage {
  /** The controls of the rows that are there, in their order. */
  rows: () => HTMLElement[]
  /** Waits for rows. */
  findRows: () => Promise<HTMLElement[]>
  /** The control of a row; null where there is none. */
  row: (id: string) => HTMLElement | null
  /** The rows' ids, in their order. */
  ids: () => string[]
  /** The checkbox of a row. */
  check: (id: string) => HTMLInputElement
  /** How many are selected, as the bar says. */
  selected: () => string
  /** A part, by its `data-slot`. */
  part: (name: string) => HTMLElement | null
  /** Waits until a row is the one that is open. */
  isOpen: (id: string) => Promise<void>
}

/** Looks at the inbox in a story's canvas. */
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
      await within(await within(canvasElement).findByRole('navigation')).findAllByRole('listitem')
      return rows()
    },
    check: (id) => row(id)?.closest('li')?.querySelector('input[type=checkbox]') as HTMLInputElement,
    selected: () => part('bulk-bar')?.querySelector('[role=status]')?.textContent ?? 'none',
    isOpen: (id) => waitFor(() => expect(row(id)).toHaveAttribute('aria-current', 'true')),
  }
}

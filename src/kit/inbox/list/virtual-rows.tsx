'use client'

import * as React from 'react'
import { Virtualizer, type CustomItemComponentProps, type VirtualizerHandle } from 'virtua'
import type { ListItem } from './use-roving-focus.ts'

/** Props of {@link VirtualRows}. */
interface VirtualRowsProps<Item extends ListItem> {
  /** Rows in display order. */
  items: Item[]
  /** Number of rows in the whole list, loaded or not. */
  setSize: number
  /** Indexes of rows that stay mounted outside the view. */
  keepMounted: readonly number[]
  /** Ref of the virtualizer. */
  handle: React.Ref<VirtualizerHandle>
  /** Called with the offset in pixels. */
  onScroll: (offset: number) => void
  /** Class of each list item. It sets the height: all rows are of one height. */
  itemClassName?: string | undefined
  /** Renders the content of a row. */
  children: (item: Item, index: number) => React.ReactElement
}

const RowContext = React.createContext<{ setSize: number; className: string | undefined }>({
  setSize: -1,
  className: undefined,
})

/** A list item that announces its position in the whole list, rendered or not. */
function RowItem({ ref, style, index, children }: CustomItemComponentProps) {
  const { setSize, className } = React.use(RowContext)
  return (
    <li
      ref={ref}
      // All rows are of one height, so an unmeasured row is in its place already: it may be seen and focused.
      // `contain` keeps layout and paint of a changed row inside that row.
      style={{ ...style, visibility: undefined, contain: 'strict' }}
      aria-setsize={setSize}
      aria-posinset={index + 1}
      className={className}
    >
      {children}
    </li>
  )
}

/** A `ul` that renders the rows in view only. Spread `listProps` of `useConversationRows` on it. */
function VirtualRows<Item extends ListItem>({
  items,
  setSize,
  keepMounted,
  handle,
  onScroll,
  itemClassName,
  children,
}: VirtualRowsProps<Item>) {
  const context = React.useMemo(() => ({ setSize, className: itemClassName }), [setSize, itemClassName])
  return (
    <RowContext value={context}>
      <Virtualizer ref={handle} as="ul" item={RowItem} data={items} keepMounted={keepMounted} onScroll={onScroll}>
        {children}
      </Virtualizer>
    </RowContext>
  )
}

export { VirtualRows, type VirtualRowsProps }

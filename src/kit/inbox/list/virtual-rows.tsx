'use client'

import * as React from 'react'
import { Virtualizer, type CustomItemComponentProps, type VirtualizerHandle } from 'virtua'
import type { ListItem } from './use-roving-focus.ts'

interface VirtualRowsProps<Item extends ListItem> {
  items: Item[]
  setSize: number
  keepMounted: readonly number[]
  handle: React.Ref<VirtualizerHandle>
  /** Called with the offset in pixels. */
  onScroll: (offset: number) => void
  /** Estimated height of a row in pixels, until the rows are measured. */
  itemSize?: number | undefined
  /** Returns the class of a list item. It sets the height, which is the same for all but items with a heading. */
  getItemClassName?: ((index: number) => string) | undefined
  children: (item: Item, index: number) => React.ReactElement
}

const RowContext = React.createContext<{ setSize: number; getClassName?: ((index: number) => string) | undefined }>({
  setSize: -1,
})

function RowItem({ ref, style, index, children }: CustomItemComponentProps) {
  const { setSize, getClassName } = React.use(RowContext)
  return (
    <li
      ref={ref}
      // Rows have one height, so show unmeasured ones. `contain` keeps layout and paint inside a row.
      style={{ ...style, visibility: undefined, contain: 'strict' }}
      aria-setsize={setSize}
      aria-posinset={index + 1}
      className={getClassName?.(index)}
    >
      {children}
    </li>
  )
}

/** A `ul` that only renders visible rows. Spread `listProps` of `useConversationRows` on it. */
function VirtualRows<Item extends ListItem>({
  items,
  setSize,
  keepMounted,
  handle,
  onScroll,
  itemSize,
  getItemClassName,
  children,
}: VirtualRowsProps<Item>) {
  const context = React.useMemo(() => ({ setSize, getClassName: getItemClassName }), [setSize, getItemClassName])
  return (
    <RowContext value={context}>
      <Virtualizer ref={handle} as="ul" item={RowItem} data={items} keepMounted={keepMounted} {...(itemSize && { itemSize })} onScroll={onScroll}>
        {children}
      </Virtualizer>
    </RowContext>
  )
}

export { VirtualRows, type VirtualRowsProps }

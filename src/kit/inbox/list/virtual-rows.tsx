'use client'

import * as React from 'react'
import { Virtualizer, type CustomContainerComponentProps, type CustomItemComponentProps, type VirtualizerHandle } from 'virtua'
import type { ListItem } from './use-roving-focus.ts'

interface VirtualRowsProps<Item extends ListItem> {
  items: Item[]
  setSize: number
  keepMounted: readonly number[]
  handle: React.Ref<VirtualizerHandle>
  /** Called with the offset in pixels. */
  onScroll: (offset: number) => void
  /** Height of a row in pixels at the default text size. */
  itemSize?: number | undefined
  /** Returns the class of a list item. It sets the height, without padding, which is the same for all but items with a heading. */
  getItemClassName?: ((index: number) => string) | undefined
  children: (item: Item, index: number) => React.ReactElement
}

interface RowContextValue {
  setSize: number
  getClassName?: ((index: number) => string) | undefined
  /** Called with the height of the rows in pixels, before they are painted. */
  onMeasure: (height: number) => void
}

const RowContext = React.createContext<RowContextValue>({ setSize: -1, onMeasure() {} })

function RowList({ ref, ...props }: CustomContainerComponentProps) {
  const { onMeasure } = React.use(RowContext)
  const listRef = React.useRef<HTMLUListElement>(null)
  React.useImperativeHandle(ref, () => listRef.current)
  React.useLayoutEffect(() => {
    // At most two of them have a heading.
    const heights = [...(listRef.current?.children ?? [])].slice(0, 3).map((row) => Number.parseFloat(getComputedStyle(row).height))
    const height = Math.min(...heights)
    if (height > 0 && height < Infinity) onMeasure(height)
  }, [onMeasure])
  return <ul ref={listRef} {...props} />
}

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
  // Virtua measures after the first paint, and rows with another height than `itemSize` would then move.
  const [height, onMeasure] = React.useState(itemSize)
  const context = React.useMemo(() => ({ setSize, getClassName: getItemClassName, onMeasure }), [setSize, getItemClassName])
  return (
    <RowContext value={context}>
      <Virtualizer
        key={height}
        ref={handle}
        as={RowList}
        item={RowItem}
        data={items}
        keepMounted={keepMounted}
        // Rows that the server renders flow, since they have no measured place. Virtua mounts no others until the first scroll.
        ssrCount={keepMounted.length === items.length ? items.length : 0}
        {...(height && { itemSize: height })}
        onScroll={onScroll}
      >
        {children}
      </Virtualizer>
    </RowContext>
  )
}

export { VirtualRows, type VirtualRowsProps }

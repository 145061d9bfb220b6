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
  /** Class of each list item. It sets the height, which is the same for all, without padding above and below. */
  itemClassName?: string | undefined
  children: (item: Item, index: number) => React.ReactElement
}

interface RowContextValue {
  setSize: number
  className: string | undefined
  /** Called with the height of the rows in pixels, before they are painted. */
  onMeasure: (height: number) => void
}

const RowContext = React.createContext<RowContextValue>({ setSize: -1, className: undefined, onMeasure() {} })

function RowList({ ref, ...props }: CustomContainerComponentProps) {
  const { onMeasure } = React.use(RowContext)
  const listRef = React.useRef<HTMLUListElement>(null)
  React.useImperativeHandle(ref, () => listRef.current)
  React.useLayoutEffect(() => {
    const row = listRef.current?.firstElementChild
    const height = row ? Number.parseFloat(getComputedStyle(row).height) : 0
    if (height > 0) onMeasure(height)
  }, [onMeasure])
  return <ul ref={listRef} {...props} />
}

function RowItem({ ref, style, index, children }: CustomItemComponentProps) {
  const { setSize, className } = React.use(RowContext)
  return (
    <li
      ref={ref}
      // Rows have one height, so show unmeasured ones. `contain` keeps layout and paint inside a row.
      style={{ ...style, visibility: undefined, contain: 'strict' }}
      aria-setsize={setSize}
      aria-posinset={index + 1}
      className={className}
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
  itemClassName,
  children,
}: VirtualRowsProps<Item>) {
  // Virtua measures after the first paint, and rows with another height than `itemSize` would then move.
  const [height, onMeasure] = React.useState(itemSize)
  const context = React.useMemo(() => ({ setSize, className: itemClassName, onMeasure }), [setSize, itemClassName])
  return (
    <RowContext value={context}>
      <Virtualizer
        key={height}
        ref={handle}
        as={RowList}
        item={RowItem}
        data={items}
        keepMounted={keepMounted}
        {...(height && { itemSize: height })}
        onScroll={onScroll}
      >
        {children}
      </Virtualizer>
    </RowContext>
  )
}

export { VirtualRows, type VirtualRowsProps }

import { useVirtualizer } from '@tanstack/react-virtual'
import * as React from 'react'
import { PlainRow, ROW_HEIGHT } from './plain-row.tsx'
import { createReactVariant, type ListState } from './variant.tsx'

function List({ rows, selectedId }: ListState) {
  const scroller = React.useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index: number) => rows[index]!.id,
    overscan: 4,
  })
  return (
    <div ref={scroller} className="scroller h-full overflow-y-auto">
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map((item: { key: string; start: number; index: number }) => (
          <div key={item.key} style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${item.start}px)` }}>
            <PlainRow row={rows[item.index]!} isSelected={rows[item.index]!.id === selectedId} />
          </div>
        ))}
      </div>
    </div>
  )
}

export const variant = createReactVariant(List, '.scroller')

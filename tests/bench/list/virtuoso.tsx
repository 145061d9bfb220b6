import { Virtuoso } from 'react-virtuoso'
import type { ConversationSummary } from '@/kit/contracts/index'
import { PlainRow, ROW_HEIGHT } from './plain-row.tsx'
import { createReactVariant } from './variant.tsx'

export const variant = createReactVariant(
  ({ rows, selectedId }) => (
    <Virtuoso
      className="h-full"
      data={rows}
      fixedItemHeight={ROW_HEIGHT}
      increaseViewportBy={400}
      computeItemKey={(_: number, row: ConversationSummary) => row.id}
      itemContent={(_: number, row: ConversationSummary) => <PlainRow row={row} isSelected={row.id === selectedId} />}
    />
  ),
  '[data-virtuoso-scroller]',
)

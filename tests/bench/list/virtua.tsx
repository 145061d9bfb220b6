import { VList } from 'virtua'
import { PlainRow, ROW_HEIGHT } from './plain-row.tsx'
import { createReactVariant } from './variant.tsx'

export const variant = createReactVariant(
  ({ rows, selectedId }) => (
    <VList className="scroller" data={rows} itemSize={ROW_HEIGHT}>
      {(row) => <PlainRow key={row.id} row={row} isSelected={row.id === selectedId} />}
    </VList>
  ),
  '.scroller',
)

import { VList } from 'virtua'
import { PlainRow, ROW_HEIGHT } from './plain-row.tsx'
import { reactVariant } from './variant.tsx'

export const variant = reactVariant(
  ({ rows, selectedId }) => (
    <VList className="scroller" data={rows} itemSize={ROW_HEIGHT}>
      {(row) => <PlainRow key={row.id} row={row} isSelected={row.id === selectedId} />}
    </VList>
  ),
  '.scroller',
)

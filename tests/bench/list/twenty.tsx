import { ConversationRow } from '@/components/intercom/conversation-list/row'
import { PlainRow } from './plain-row.tsx'
import { createReactVariant } from './variant.tsx'

/** Twenty plain rows without a list: the cost of React alone. */
export const variant = createReactVariant(
  ({ rows, selectedId }) => (
    <ul className="scroller h-full overflow-y-auto">
      {rows.slice(0, 20).map((row) => <li key={row.id}><PlainRow row={row} isSelected={row.id === selectedId} /></li>)}
    </ul>
  ),
  '.scroller',
)

/** Twenty rows of the kit without the list around them. */
export const kitRows = createReactVariant(
  ({ rows, selectedId }) => (
    <ul className="scroller @container h-full overflow-y-auto">
      {rows.slice(0, 20).map((row) => (
        <li key={row.id} className="h-18">
          <ConversationRow conversation={row} assignee="Sam Rivera" isSelected={row.id === selectedId} />
        </li>
      ))}
    </ul>
  ),
  '.scroller',
)

import { ConversationRow } from '@/components/intercom/conversation-list/row'
import { PlainRow } from './plain-row.tsx'
import { reactVariant } from './variant.tsx'

/** Twenty plain rows and nothing else: what any React list costs. */
export const variant = reactVariant(
  ({ rows, selectedId }) => (
    <ul className="scroller h-full overflow-y-auto">
      {rows.slice(0, 20).map((row) => <li key={row.id}><PlainRow row={row} isSelected={row.id === selectedId} /></li>)}
    </ul>
  ),
  '.scroller',
)

/** Twenty of the kit's rows in a plain list: what they cost without the list around them. */
export const kitRows = reactVariant(
  ({ rows, selectedId }) => (
    <ul className="scroller @container h-full overflow-y-auto">
      {rows.slice(0, 20).map((row) => (
        <li key={row.id} className="h-24">
          <ConversationRow conversation={row} assignee="Sam Rivera" isSelected={row.id === selectedId} />
        </li>
      ))}
    </ul>
  ),
  '.scroller',
)

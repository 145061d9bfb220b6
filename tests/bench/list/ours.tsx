import { ConversationListView } from '@/components/intercom/conversation-list'
import { reactVariant } from './variant.tsx'

const assigneeName = () => 'Sam Rivera'
const ignore = () => {}

export const variant = reactVariant(
  ({ rows, selectedId }) => (
    <ConversationListView conversations={rows} assigneeName={assigneeName} selectedId={selectedId} onSelect={ignore} />
  ),
  '[data-slot=conversation-list-scroller]',
)

import { ConversationListView } from '@/components/intercom/conversation-list'
import { createReactVariant } from './variant.tsx'

const assigneeName = () => 'Sam Rivera'
const ignore = () => {}

export const variant = createReactVariant(
  ({ rows, selectedId }) => (
    <ConversationListView conversations={rows} assigneeName={assigneeName} selectedId={selectedId} onSelect={ignore} />
  ),
  '[data-slot=conversation-list-scroller]',
)

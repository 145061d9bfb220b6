import { ConversationThreadView } from '@/components/intercom/conversation-thread-view'
import { reactThread } from './variant.tsx'

export const variant = reactThread(({ conversation }) => <ConversationThreadView conversation={conversation} teammates={null} />)

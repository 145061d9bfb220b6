import { ConversationThreadView } from '@/components/intercom/conversation-thread'
import { reactThread } from './variant.tsx'

export const variant = reactThread(({ conversation }) => <ConversationThreadView conversation={conversation} teammates={null} />)

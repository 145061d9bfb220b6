import { ConversationThreadView } from '@/components/intercom/conversation-thread'
import { createReactThread } from './variant.tsx'

export const variant = createReactThread(({ conversation }) => <ConversationThreadView conversation={conversation} teammates={null} />)

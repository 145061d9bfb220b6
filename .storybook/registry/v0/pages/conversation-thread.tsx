'use client'

import { ConversationThread } from '@/components/intercom/conversation-thread'
import { useConversations } from 'intercom-v0-kit/inbox'
import { MockedPreview } from '../mocked-preview.tsx'

export default function Page() {
  const { conversations } = useConversations({ state: 'all' })
  return (
    <MockedPreview as="agent">
      <ConversationThread conversationId={conversations?.[0]?.id ?? null} className="h-dvh" />
    </MockedPreview>
  )
}

'use client'

import { ConversationDetails } from '@/components/intercom/conversation-details'
import { useConversations } from 'intercom-v0-kit/inbox'
import { MockedPreview } from '../mocked-preview.tsx'

export default function Page() {
  const { conversations } = useConversations({ state: 'all' })
  return (
    <MockedPreview as="agent">
      <ConversationDetails conversationId={conversations?.[0]?.id ?? null} className="mx-auto max-w-sm" />
    </MockedPreview>
  )
}

'use client'

import { ConversationActions } from '@/components/intercom/conversation-actions'
import { Toaster } from '@/components/intercom/toaster'
import { useConversations } from 'intercom-v0-kit/inbox'
import { MockedPreview } from '../mocked-preview.tsx'

export default function Page() {
  const { conversations } = useConversations({ state: 'all' })
  const id = conversations?.[0]?.id
  return (
    <MockedPreview as="agent">
      {id ? <ConversationActions className="p-6" conversationId={id} /> : null}
      <Toaster />
    </MockedPreview>
  )
}

'use client'

import { MessageComposer } from '@/components/intercom/message-composer'
import { useConversations } from 'intercom-v0-kit/inbox'
import { MockedPreview } from '../mocked-preview.tsx'

export default function Page() {
  const { conversations } = useConversations({ state: 'all' })
  const id = conversations?.[0]?.id
  return (
    <MockedPreview as="agent">
      <div className="max-w-2xl p-6">{id ? <MessageComposer key={id} conversationId={id} /> : null}</div>
    </MockedPreview>
  )
}

'use client'

import { ConversationList } from '@/components/intercom/conversation-list'
import { MockedPreview } from '../mocked-preview.tsx'

export default function Page() {
  return (
    <MockedPreview as="agent">
      <ConversationList filter={{ state: 'all' }} className="h-dvh max-w-md border-e" />
    </MockedPreview>
  )
}

'use client'

import { CustomerCard } from '@/components/intercom/customer-card'
import { useConversations } from 'intercom-v0-kit/inbox'
import { MockedPreview } from '../mocked-preview.tsx'

export default function Page() {
  const { conversations } = useConversations({ state: 'all' })
  return (
    <MockedPreview as="agent">
      <CustomerCard contactId={conversations?.[0]?.contact?.id} className="mx-auto max-w-sm" />
    </MockedPreview>
  )
}

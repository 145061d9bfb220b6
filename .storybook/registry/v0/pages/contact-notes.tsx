'use client'

import { ContactNotes } from '@/components/intercom/contact-notes'
import { useConversations } from 'intercom-v0-kit/inbox'
import { MockedPreview } from '../mocked-preview.tsx'

export default function Page() {
  const { conversations } = useConversations({ state: 'all' })
  return (
    <MockedPreview as="agent">
      <ContactNotes contactId={conversations?.[0]?.contact?.id} className="mx-auto max-w-sm p-4" />
    </MockedPreview>
  )
}

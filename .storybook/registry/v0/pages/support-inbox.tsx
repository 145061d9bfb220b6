'use client'

import { SupportInbox } from '@/components/intercom/support-inbox'
import { MockedPreview } from '../mocked-preview.tsx'

export default function Page() {
  return (
    <MockedPreview as="agent">
      <SupportInbox autoSelect className="h-dvh" />
    </MockedPreview>
  )
}

'use client'

import { SupportForm } from '@/components/intercom/support-form'
import { MockedPreview } from '../mocked-preview.tsx'

export default function Page() {
  return (
    <MockedPreview as="customer">
      <SupportForm className="m-6 max-w-lg" />
    </MockedPreview>
  )
}

'use client'

import { MySupport } from '@/components/intercom/my-support'
import { MockedPreview } from '../mocked-preview.tsx'

export default function Page() {
  return (
    <MockedPreview as="customer">
      <MySupport className="h-dvh" />
    </MockedPreview>
  )
}

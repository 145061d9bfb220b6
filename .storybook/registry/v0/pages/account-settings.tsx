'use client'

import { AccountSettings } from '@/components/intercom/account-settings'
import { sections } from '../../../../stories/account-settings/sections.tsx'
import { MockedPreview } from '../mocked-preview.tsx'

export default function Page() {
  return (
    <MockedPreview as="customer">
      <AccountSettings sections={sections} />
    </MockedPreview>
  )
}

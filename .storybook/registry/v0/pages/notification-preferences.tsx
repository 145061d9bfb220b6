'use client'

import { NotificationPreferences } from '@/components/intercom/notification-preferences'
import { chosen, preferences } from '../../../../stories/notification-preferences/preferences.ts'
import { MockedPreview } from '../mocked-preview.tsx'

export default function Page() {
  return (
    <MockedPreview as="customer">
      <NotificationPreferences className="max-w-xl p-6" preferences={preferences} values={chosen} />
    </MockedPreview>
  )
}

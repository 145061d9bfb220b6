'use client'

import { SettingsEventForm } from '@/components/intercom/settings-event-form'
import { profile, profileFields, profileSchema } from '../../../../stories/settings-event-form/profile.ts'
import { MockedPreview } from '../mocked-preview.tsx'

export default function Page() {
  return (
    <MockedPreview as="customer">
      <SettingsEventForm className="max-w-xl p-6" schema={profileSchema} fields={profileFields} values={profile} />
    </MockedPreview>
  )
}

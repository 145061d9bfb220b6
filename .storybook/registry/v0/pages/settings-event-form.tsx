'use client'

import { SettingsEventForm } from '@/components/intercom/settings-event-form'
import { profile, profileFields, profileSchema } from '../../../../stories/settings-event-form/profile.ts'
import { PreviewWithAnswers as Preview } from '../preview-with-answers.tsx'

/** The preview of one item. */
export default function Page() {
  return (
    <Preview>
      <SettingsEventForm className="max-w-xl p-6" schema={profileSchema} fields={profileFields} values={profile} />
    </Preview>
  )
}

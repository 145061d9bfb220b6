'use client'

import { NotificationPreferences } from '@/components/intercom/notification-preferences'
import { chosen, preferences } from '../../../../stories/notification-preferences/preferences.ts'
import { PreviewWithAnswers as Preview } from '../preview-with-answers.tsx'

/** The preview of one item. */
export default function Page() {
  return (
    <Preview>
      <NotificationPreferences className="max-w-xl p-6" preferences={preferences} values={chosen} />
    </Preview>
  )
}

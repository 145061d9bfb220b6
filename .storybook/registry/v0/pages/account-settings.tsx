'use client'

import { AccountSettings } from '@/components/intercom/account-settings'
import { sections } from '../../../../stories/account-settings/sections.tsx'
import { PreviewWithAnswers as Preview } from '../preview-with-answers.tsx'

/** The preview of one item. */
export default function Page() {
  return (
    <Preview>
      <AccountSettings sections={sections} />
    </Preview>
  )
}

'use client'

import { SupportInbox } from '@/components/intercom/support-inbox'
import { PreviewWithAnswers as Preview } from '../preview-with-answers.tsx'

/** The preview of one item. */
export default function Page() {
  return (
    <Preview>
      <SupportInbox autoSelect className='h-dvh' />
    </Preview>
  )
}

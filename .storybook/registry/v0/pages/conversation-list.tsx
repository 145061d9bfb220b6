'use client'

import { ConversationList } from '@/components/intercom/conversation-list'
import { PreviewWithAnswers as Preview } from '../preview-with-answers.tsx'

/** The preview of one item. */
export default function Page() {
  return (
    <Preview>
      <ConversationList filter={{ state: 'all' }} className="h-dvh max-w-md border-e" />
    </Preview>
  )
}

'use client'

import { ConversationActions } from '@/components/intercom/conversation-actions'
import { Toaster } from '@/components/intercom/toaster'
import { useConversations } from '@/kit/inbox/data/use-conversations'
import { PreviewWithAnswers as Preview } from '../preview-with-answers.tsx'

/** The preview of one item. */
export default function Page() {
  const { conversations } = useConversations({ state: 'all' })
  const id = conversations?.[0]?.id
  return (
    <Preview>
      {id ? <ConversationActions className="p-6" conversationId={id} /> : null}
      <Toaster />
    </Preview>
  )
}

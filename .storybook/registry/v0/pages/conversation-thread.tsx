'use client'

import { ConversationThread } from '@/components/intercom/conversation-thread'
import { useConversations } from '@/kit/inbox/data/use-conversations'
import { PreviewWithAnswers as Preview } from '../preview-with-answers.tsx'

/** The preview of one item. */
export default function Page() {
  const { conversations } = useConversations({ state: 'all' })
  return (
    <Preview>
      <ConversationThread conversationId={conversations?.[0]?.id ?? null} className="h-dvh" />
    </Preview>
  )
}

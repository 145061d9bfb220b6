'use client'

import { MessageComposer } from '@/components/intercom/message-composer'
import { useConversations } from '@/kit/inbox/data/use-conversations'
import { PreviewWithAnswers as Preview } from '../preview-with-answers.tsx'

/** The preview of one item. */
export default function Page() {
  const { conversations } = useConversations({ state: 'all' })
  const id = conversations?.[0]?.id
  return (
    <Preview>
      <div className="max-w-2xl p-6">{id ? <MessageComposer key={id} conversationId={id} /> : null}</div>
    </Preview>
  )
}

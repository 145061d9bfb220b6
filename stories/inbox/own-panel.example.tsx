'use client'

import { ConversationList } from '@/components/intercom/conversation-list'
import { ConversationThread } from '@/components/intercom/conversation-thread'
import { useConversation } from 'intercom-v0-kit/inbox'
import * as React from 'react'

export function SupportPanel() {
  const [id, setId] = React.useState<string | null>(null)
  const { data: conversation } = useConversation(id)
  return (
    <div className="grid h-full grid-cols-[20rem_1fr]">
      <ConversationList filter={{ state: 'open', assignee: 'me' }} selectedId={id} onSelect={setId} />
      <section>
        <h2>{conversation?.title ?? 'Select a conversation'}</h2>
        <ConversationThread conversationId={id} />
      </section>
    </div>
  )
}

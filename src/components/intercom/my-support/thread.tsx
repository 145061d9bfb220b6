'use client'

import { mySupportStrings, useStrings } from 'intercom-v0-kit/strings'
import { ConversationThread } from '@/components/intercom/conversation-thread'
import { MessageComposer } from '@/components/intercom/message-composer'

/** The open conversation of a customer, with its reply; `null` asks to choose one. */
function MySupportThread({ conversationId }: { conversationId: string | null }) {
  const t = useStrings('mySupport', mySupportStrings)
  return (
    <ConversationThread
      conversationId={conversationId}
      // The keys of the inbox don't work here.
      strings={{ pickTitle: t('pickTitle'), pick: t('pick') }}
      replyTargets={null}
      tabIndex={-1}
      className="min-h-0 flex-1 outline-none"
      footer={conversationId === null ? null : <MessageComposer key={conversationId} conversationId={conversationId} audience="customer" />}
    />
  )
}

export { MySupportThread }

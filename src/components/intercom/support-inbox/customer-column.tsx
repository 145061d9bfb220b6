'use client'

import { useInbox } from 'intercom-v0-kit/inbox'
import { ConversationDetails } from '@/components/intercom/conversation-details'
import { CustomerCard } from '@/components/intercom/customer-card'

/** Props of {@link InboxCustomerColumn}. */
interface InboxCustomerColumnProps {
  /** ISO 4217 code of the workspace's currency. */
  currency: string | undefined
}

/** Column beside the thread: the facts about the selected conversation, and its customer. */
function InboxCustomerColumn({ currency }: InboxCustomerColumnProps) {
  const { selectedId, contactId, selectFromCard } = useInbox()
  return (
    <>
      <ConversationDetails
        conversationId={selectedId}
        className="shrink-0 border-b in-data-[slot=support-inbox-card]:mb-3 in-data-[slot=support-inbox-card]:border-b-0"
      />
      <CustomerCard
        contactId={contactId}
        currentConversationId={selectedId}
        onSelectConversation={selectFromCard}
        currency={currency}
        className="flex-1"
      />
    </>
  )
}

export { InboxCustomerColumn }

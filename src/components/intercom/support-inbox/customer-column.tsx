'use client'

import { lazyPart, useInbox, useWanted } from 'intercom-v0-kit/inbox'
import { ConversationDetails } from '@/components/intercom/conversation-details'
import { CustomerCard } from '@/components/intercom/customer-card'

// Below the fold, so it loads when the customer is known.
const InboxCustomerStory = lazyPart(async () => (await import('@/components/intercom/support-inbox/customer-story')).InboxCustomerStory)

/** Props of {@link InboxCustomerColumn}. */
interface InboxCustomerColumnProps {
  /** ISO 4217 code of the workspace's currency. */
  currency: string | undefined
}

/** Column beside the thread: the facts about the selected conversation, its customer, and the customer's timeline and notes. */
function InboxCustomerColumn({ currency }: InboxCustomerColumnProps) {
  const { selectedId, contactId, selectFromCard } = useInbox()
  const story = useWanted(typeof contactId === 'string')
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
      <InboxCustomerStory {...story} />
    </>
  )
}

export { InboxCustomerColumn }

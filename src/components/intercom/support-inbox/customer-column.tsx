'use client'

import { lazyPart, useContact, useInbox, useWanted } from 'intercom-v0-kit/inbox'
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
  const { data, error } = useContact(contactId ?? null)
  // The card's height is known, so that what follows it doesn't move.
  const isCardDone = data !== undefined || error !== undefined
  const story = useWanted(isCardDone)
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
        className="shrink-0"
      />
      {isCardDone ? <InboxCustomerStory {...story} /> : null}
    </>
  )
}

export { InboxCustomerColumn }

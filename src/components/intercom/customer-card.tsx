'use client'

import * as React from 'react'
import { CustomerCardSection, CustomerCardView } from '@/components/intercom/customer-card-view'
import { CustomerConversations } from '@/components/intercom/customer-conversations'
import { customerCardMessages, type MessageTable, useLocale, useMessages } from 'intercom-v0-kit/strings'
import { useContact, useConversations } from 'intercom-v0-kit/inbox'

// A glance at what else is going on; the rest on demand.
const PAGE_SIZE = 5

/** Props of {@link CustomerCard}. */
interface CustomerCardProps extends Omit<React.ComponentProps<'article'>, 'ref' | 'onFocus' | 'onBlur'> {
  /** The contact's id in Intercom: undefined while it is not known yet, null where there is nobody to show. */
  contactId: string | null | undefined
  /** The conversation that is open already: it is not among the customer's other ones. */
  currentConversationId?: string | null
  /** Opens one of the customer's other conversations. Without it they are text. */
  onSelectConversation?: (conversationId: string) => void
  /** The currency of the workspace, an ISO 4217 code: what companies spend is written with it. */
  currency?: string
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** A customer's profile and their other conversations, fetched from the app's own routes. */
function CustomerCard({
  contactId,
  currentConversationId = null,
  onSelectConversation,
  currency,
  messages,
  children,
  ...props
}: CustomerCardProps) {
  const t = useMessages('customerCard', customerCardMessages, messages)
  const { locale } = useLocale()
  const { data: contact, error, reload } = useContact(contactId ?? null)
  const all = useConversations(contactId ? { contact_id: contactId, state: 'all', limit: PAGE_SIZE } : null)

  const others = all.conversations?.filter((conversation) => conversation.id !== currentConversationId)
  const count = countOthers(all, others?.length, currentConversationId)

  return (
    <CustomerCardView
      contact={contactId === null ? null : contact}
      error={error}
      onRetry={() => {
        reload()
        if (all.error) all.reload()
      }}
      currency={currency}
      messages={messages}
      {...props}
    >
      <CustomerCardSection
        heading={t('conversations')}
        count={count ? new Intl.NumberFormat(locale).format(count) : undefined}
      >
        <CustomerConversations
          conversations={others}
          hasMore={all.hasMore}
          isLoadingMore={all.isLoadingMore}
          error={all.error}
          onLoadMore={all.loadMore}
          onRetry={all.reload}
          onSelectConversation={onSelectConversation}
          t={t}
        />
      </CustomerCardSection>
      {children}
    </CustomerCardView>
  )
}

/**
 * How many other conversations there are. The open one is counted by the server, but it may be on a page that is not
 * loaded yet.
 */
function countOthers(
  { conversations, totalCount, hasMore }: ReturnType<typeof useConversations>,
  shown: number | undefined,
  currentId: string | null,
): number | undefined {
  if (!conversations || totalCount === undefined || shown === undefined) return undefined
  const isCurrentCounted = currentId !== null && (hasMore || shown < conversations.length)
  return isCurrentCounted ? totalCount - 1 : totalCount
}

export { CustomerCard, type CustomerCardProps }

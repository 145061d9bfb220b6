'use client'

import type * as React from 'react'
import { ConversationThreadView } from '@/components/intercom/conversation-thread-view'
import type { ThreadImages } from '@/components/intercom/thread-body'
import { useAdmins, useConversation, useSendMessage } from 'intercom-v0-kit/inbox'
import type { AdminsResponse, Author, Conversation } from 'intercom-v0-kit/contracts'
import type { MessageTable } from 'intercom-v0-kit/strings'

/** Props of {@link ConversationThread}. */
interface ConversationThreadProps extends React.ComponentProps<'section'>, ThreadImages {
  /** The conversation's id; null where none is chosen. */
  conversationId: string | null
  /**
   * The last part that was read, by its id: what follows is marked as new. Null for everything read. Default: by what
   * the conversation says of itself.
   */
  unreadAfter?: string | null
  /** Controls at the end of the header. */
  actions?: React.ReactNode
  /** What stands under the messages: the place to answer. */
  footer?: React.ReactNode
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/**
 * A conversation with its whole thread, fetched from the app's own routes. It fills the height of its box, opens at the
 * newest message, and never moves a reader who is elsewhere in it. What is being sent stands in it already.
 */
function ConversationThread({ conversationId, ...props }: ConversationThreadProps) {
  const { data: conversation, error, reload } = useConversation(conversationId)
  const { data: teammates, error: teammatesError } = useAdmins()
  const { pending, retry, discard } = useSendMessage(conversationId ?? '')
  const isCustomer = teammatesError?.code === 'forbidden'
  return (
    <ConversationThreadView
      conversation={conversationId === null ? null : conversation}
      teammates={teammatesError ? (teammates ?? null) : teammates}
      error={error}
      onRetry={reload}
      pending={pending}
      viewer={isCustomer ? contactOf(conversation) : adminOf(teammates)}
      onRetryMessage={retry}
      onDiscardMessage={discard}
      // Addresses of images expire: a fresh conversation has fresh ones.
      onImageError={reload}
      {...props}
    />
  )
}

function contactOf(conversation: Conversation | undefined): Author {
  const { id = null, name = null, avatar_url = null } = conversation?.contact ?? {}
  return { type: 'contact', id, name, avatar_url }
}

function adminOf(teammates: AdminsResponse | undefined): Author {
  const admin = teammates?.admins.find(({ id }) => id === teammates.viewer_id)
  return { type: 'admin', id: teammates?.viewer_id ?? null, name: admin?.name ?? null, avatar_url: admin?.avatar_url ?? null }
}

export { ConversationThread, type ConversationThreadProps }

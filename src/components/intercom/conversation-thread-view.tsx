'use client'

import { MessageSquareText, MessagesSquare } from 'lucide-react'
import * as React from 'react'
import { EmptyState, ErrorState } from '@/components/intercom/error-state'
import { conversationThreadMessages, type MessageTable, type ThreadWords, useMessages } from 'intercom-v0-kit/strings'
import type { ThreadImages } from '@/components/intercom/thread-body'
import { ThreadHeader } from '@/components/intercom/thread-header'
import { ThreadLog } from '@/components/intercom/thread-log'
import { ThreadSkeleton } from '@/components/intercom/thread-skeleton'
import { cn } from '@/lib/utils'
import type { Author, Conversation } from 'intercom-v0-kit/contracts'
import { assigneeName, assigneeOf, type OutboxMessage, type Teammates } from 'intercom-v0-kit/inbox'

/** Props of {@link ConversationThreadView}. */
interface ConversationThreadViewProps extends React.ComponentProps<'section'>, ThreadImages {
  /** The conversation with its parts: undefined while it is on its way, null where none is chosen. */
  conversation: Conversation | null | undefined
  /**
   * Those whom conversations are assigned to, for names and pictures: undefined while they are on their way, null where
   * the reader may not know.
   */
  teammates?: Teammates | null
  /** Why the conversation did not come. One that is there already stays. */
  error?: Error
  /** Fetches the conversation again. */
  onRetry?: () => void
  /**
   * The last part that was read, by its id: what follows is marked as new. Null for everything read. Default: by what
   * the conversation says of itself.
   */
  unreadAfter?: string | null
  /** Messages on their way, after all others. */
  pending?: readonly OutboxMessage[]
  /** Who is reading, and writes what is on its way. */
  viewer?: Author
  /** Tries again to send a message, by its id. */
  onRetryMessage?: (id: string) => void
  /** Gives a message up that was not sent, by its id. */
  onDiscardMessage?: (id: string) => void
  /** Controls at the end of the header. */
  actions?: React.ReactNode
  /** What stands under the messages: the place to answer. */
  footer?: React.ReactNode
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** A conversation, from data: its header, its messages, notes and events, and what the app puts under them. */
function ConversationThreadView({
  conversation,
  teammates,
  error,
  onRetry,
  unreadAfter,
  pending,
  viewer,
  onRetryMessage,
  onDiscardMessage,
  actions,
  footer,
  imageHosts,
  onImageError,
  messages,
  className,
  ...props
}: ConversationThreadViewProps) {
  const t = useMessages('conversationThread', conversationThreadMessages, messages)
  const headingId = React.useId()

  return (
    <section
      data-slot="conversation-thread"
      data-state={conversation ? 'ready' : error ? 'error' : conversation === null ? 'none' : 'loading'}
      aria-busy={conversation === undefined && !error}
      {...(conversation ? { 'aria-labelledby': headingId } : { 'aria-label': t('label') })}
      className={cn(
        // Where its box is too low for all of it, as with very large words, it scrolls as a whole.
        '@container/thread flex h-full min-h-0 min-w-0 flex-col overflow-x-hidden overflow-y-auto bg-background text-foreground',
        className,
      )}
      {...props}
    >
      {conversation ? (
        <>
          <ThreadHeader
            conversation={conversation}
            assignee={assigneeText(conversation, teammates, t)}
            isForCustomer={viewer?.type === 'contact'}
            headingId={headingId}
            actions={actions}
            t={t}
          />
          {error ? <ErrorState variant="inline" error={error} onRetry={onRetry} /> : null}
          {conversation.parts.length > 0 || pending?.length ? (
            <ThreadLog
              key={conversation.id}
              conversation={conversation}
              unreadAfter={unreadAfter}
              teammates={teammates}
              pending={pending}
              viewer={viewer}
              onRetryMessage={onRetryMessage}
              onDiscardMessage={onDiscardMessage}
              imageHosts={imageHosts}
              onImageError={onImageError}
              t={t}
            />
          ) : (
            <EmptyState icon={MessageSquareText} title={t('emptyTitle')} description={t('empty')} />
          )}
          {/* Whatever key it has, it is none of the log's. */}
          <React.Fragment key="footer">{footer}</React.Fragment>
        </>
      ) : null}
      {!conversation && error ? <ErrorState error={error} onRetry={onRetry} /> : null}
      {conversation === null && !error ? (
        <EmptyState icon={MessagesSquare} title={t('pickTitle')} description={t('pick')} />
      ) : null}
      {conversation === undefined && !error ? (
        <>
          <span role="status" className="sr-only">
            {t('loading')}
          </span>
          <ThreadSkeleton />
        </>
      ) : null}
    </section>
  )
}

/** Whom a conversation is assigned to, as the header takes it. */
function assigneeText(conversation: Conversation, teammates: Teammates | null | undefined, t: ThreadWords) {
  const assignee = assigneeOf(conversation)
  // A customer is told neither who there is nor who has it.
  if (!assignee) return teammates === null ? '' : null
  return teammates === undefined ? undefined : assigneeName(assignee, teammates, t)
}

export { ConversationThreadView, type ConversationThreadViewProps }

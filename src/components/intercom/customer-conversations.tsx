'use client'

import * as React from 'react'
import { type CardWords, MomentAgo } from '@/components/intercom/customer-details'
import { ErrorState } from '@/components/intercom/error-state'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { StatusBadge } from '@/components/intercom/shared/avatar-and-badge'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { ConversationSummary } from 'intercom-v0-kit/contracts'
import { conversationStatus } from 'intercom-v0-kit/inbox'
import { cn } from '@/lib/utils'

const rowClass = 'flex min-h-14 w-full flex-col items-start gap-1 rounded-md px-2 py-1.5 text-start'

/** Props of {@link CustomerConversations}. */
interface CustomerConversationsProps extends React.ComponentProps<'div'> {
  /** The rows, newest first; undefined until they are there. */
  conversations: ConversationSummary[] | undefined
  /** Whether there are more to load. */
  hasMore?: boolean
  /** Whether more rows are on their way. */
  isLoadingMore?: boolean
  /** Why the rows did not come. Rows that are there already stay. */
  error?: Error
  /** Loads the next rows. */
  onLoadMore?: () => void
  /** Fetches the rows again. */
  onRetry?: () => void
  /** Opens one of them. Without it the rows are text. */
  onSelectConversation?: (conversationId: string) => void
  /** The card's words. */
  t: CardWords
}

/** One conversation: what it is about, how it stands, when somebody last wrote. */
function ConversationLine({ conversation, t }: { conversation: ConversationSummary; t: CardWords }) {
  const subject = conversation.title ?? conversation.preview
  return (
    <>
      {subject ? (
        <PlainText text={subject} max={120} className="block max-w-full truncate text-start" />
      ) : (
        <span className="text-muted-foreground">{t('untitled')}</span>
      )}
      <span className="flex w-full items-center gap-2 text-xs text-muted-foreground">
        <StatusBadge status={conversationStatus(conversation)} />
        <MomentAgo at={conversation.last_message_at} />
      </span>
    </>
  )
}

/** A customer's other conversations, a few at a time, each with its state. */
function CustomerConversations({
  conversations,
  hasMore = false,
  isLoadingMore = false,
  error,
  onLoadMore,
  onRetry,
  onSelectConversation,
  t,
  className,
  ...props
}: CustomerConversationsProps) {
  return (
    <div
      data-slot="customer-conversations"
      aria-busy={!conversations && !error}
      className={cn('flex flex-col text-sm', className)}
      {...props}
    >
      {error ? (
        <ErrorState
          variant="inline"
          error={error}
          onRetry={onRetry}
          className="mb-1 flex-wrap justify-end rounded-md border px-3"
        />
      ) : null}
      {!conversations && !error ? (
        <>
          <span role="status" className="sr-only">
            {t('conversationsLoading')}
          </span>
          <ConversationLinesSkeleton />
        </>
      ) : null}
      {conversations?.length === 0 && !error ? (
        <p className="text-muted-foreground">{t('noConversations')}</p>
      ) : null}
      {conversations && conversations.length > 0 ? (
        <ul className="-mx-2 flex flex-col">
          {conversations.map((conversation) => (
            <li key={conversation.id}>
              {onSelectConversation ? (
                <button
                  type="button"
                  data-item-id={conversation.id}
                  onClick={() => onSelectConversation(conversation.id)}
                  className={cn(
                    rowClass,
                    'cursor-default hover:bg-accent',
                    'focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring',
                  )}
                >
                  <ConversationLine conversation={conversation} t={t} />
                </button>
              ) : (
                <div className={rowClass}>
                  <ConversationLine conversation={conversation} t={t} />
                </div>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {hasMore && onLoadMore ? (
        <Button
          type="button"
          variant="ghost"
          size="sm"
          aria-disabled={isLoadingMore}
          onClick={isLoadingMore ? undefined : onLoadMore}
          className="-ms-2 self-start px-2 text-muted-foreground"
        >
          {t(isLoadingMore ? 'moreConversationsLoading' : 'moreConversations')}
        </Button>
      ) : null}
    </div>
  )
}

/** Two rows to come. */
function ConversationLinesSkeleton() {
  return (
    <div aria-hidden="true">
      {['w-4/5', 'w-3/5'].map((width) => (
        <div key={width} className="flex min-h-14 flex-col gap-2 py-2">
          <Skeleton className={cn('h-4', width)} />
          <Skeleton className="h-4 w-28" />
        </div>
      ))}
    </div>
  )
}

export { ConversationLinesSkeleton, CustomerConversations, type CustomerConversationsProps }

'use client'

import { MessagesSquare, Star, UserRoundCheck, UserRoundX } from 'lucide-react'
import * as React from 'react'
import {
  defaultReplyTargets, describeWaiting, getAssignee, getConversationStatus, getStatusTime, type ReplyTargets, type ThreadData,
  useThread,
} from 'intercom-v0-kit/inbox'
import {
  conversationThreadStrings, isolateDirection, type StringsProps, StringsProvider, useLocale, useStrings, useNow,
  waitingRingStrings,
} from 'intercom-v0-kit/strings'
import { ThreadLog } from '@/components/intercom/conversation-thread/thread-log'
import { ThreadSkeleton } from '@/components/intercom/conversation-thread/thread-skeleton'
import { EmptyState, ErrorState } from '@/components/intercom/error-state'
import { type RichTextImageOptions, RichTextImages } from '@/components/intercom/rich-text'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { ContactAvatar, StatusBadge, WaitingRing } from '@/components/intercom/shared/avatar-and-badge'
import { Badge } from '@/components/ui/badge'
import { Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/utils'
import type { Conversation } from 'intercom-v0-kit/contracts'

interface CommonProps extends React.ComponentProps<'section'>, RichTextImageOptions, StringsProps {
  /**
   * Id of the last part that was read: a mark separates the parts after it. `null` marks nothing.
   * @default the part that the conversation itself says is unread
   */
  unreadAfter?: string | null | undefined
  /**
   * Minutes until the customer should get a reply, for the ring around the picture; `null` for no ring.
   * @default { standard: 60, priority: 30 }
   */
  replyTargets?: ReplyTargets | null | undefined
  /** Controls at the end of the header. */
  actions?: React.ReactNode
  /** Content below the messages, such as a composer. */
  footer?: React.ReactNode
}

/** Props of {@link ConversationThread}. */
interface ConversationThreadProps extends CommonProps {
  /** Id of the conversation; `null` if none is selected. */
  conversationId: string | null
}

/** Props of {@link ConversationThreadView}. */
interface ConversationThreadViewProps extends CommonProps, ThreadData {}

/**
 * A conversation with its whole thread, loaded from the app's own routes. It fills the height of its box, opens at the
 * newest message, and keeps the user's place in it. Messages on their way are part of it.
 */
function ConversationThread({ conversationId, ...props }: ConversationThreadProps) {
  const thread = useThread(conversationId)
  // Addresses of images expire: a conversation that is loaded again has fresh ones.
  return <ConversationThreadView {...thread} onImageError={thread.onRetry} {...props} />
}

/** A conversation from data: its header, its messages, notes and events, and the app's own content below. */
function ConversationThreadView({
  conversation, teammates, error, onRetry, unreadAfter, pending, viewer, onRetryMessage, onDiscardMessage,
  replyTargets = defaultReplyTargets, actions, footer, imageHosts, onImageError, strings, className, ...props
}: ConversationThreadViewProps) {
  const t = useStrings('conversationThread', conversationThreadStrings, strings)
  const headingId = React.useId()
  const isLoading = conversation === undefined && !error

  return (
    <section
      data-slot="conversation-thread"
      data-state={conversation ? 'ready' : error ? 'error' : conversation === null ? 'none' : 'loading'}
      aria-busy={isLoading}
      {...(conversation ? { 'aria-labelledby': headingId } : { 'aria-label': t('label') })}
      className={cn(
        // If its box is too low, as with very large text, it scrolls as a whole.
        '@container/thread flex h-full min-h-0 min-w-0 flex-col overflow-x-hidden overflow-y-auto bg-card text-card-foreground',
        className,
      )}
      {...props}
    >
      <StringsProvider component="conversationThread" strings={strings}>
        <RichTextImages imageHosts={imageHosts} onImageError={onImageError}>
          {conversation ? (
            <>
              <ThreadHeader
                conversation={conversation}
                assignee={getAssignee(conversation, teammates, t)}
                isForCustomer={viewer?.type === 'contact'}
                replyTargets={replyTargets}
                headingId={headingId}
                actions={actions}
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
                />
              ) : (
                <EmptyState icon={MessagesSquare} title={t('emptyTitle')} description={t('empty')} />
              )}
              {/* Its own key never equals the log's. */}
              <React.Fragment key="footer">{footer}</React.Fragment>
            </>
          ) : null}
          {!conversation && error ? <ErrorState error={error} onRetry={onRetry} /> : null}
          {conversation === null && !error ? (
            <EmptyState icon={MessagesSquare} title={t('pickTitle')} description={t('pick')} />
          ) : null}
          {isLoading ? (
            <>
              <span role="status" className="sr-only">
                {t('loading')}
              </span>
              <ThreadSkeleton />
            </>
          ) : null}
        </RichTextImages>
      </StringsProvider>
    </section>
  )
}

interface ThreadHeaderProps extends React.ComponentProps<'header'> {
  conversation: Conversation
  /** `null` if unassigned, `undefined` while it loads, empty if the user may not know. */
  assignee: string | null | undefined
  /** Whether the customer reads: they see neither their own name nor how the team works. */
  isForCustomer: boolean
  replyTargets: ReplyTargets | null
  /** Id of the heading. */
  headingId: string
  /** Controls at the end. */
  actions: React.ReactNode
}

/** Subject, status, customer, assignee and tags of a conversation. */
function ThreadHeader({
  conversation, assignee, isForCustomer, replyTargets, headingId, actions, className, ...props
}: ThreadHeaderProps) {
  const t = useStrings('conversationThread', conversationThreadStrings)
  const { contact, priority, tags, title, state } = conversation
  const customer = contact?.name ?? contact?.email ?? t('unknownCustomer')
  const status = isForCustomer && state !== 'closed' ? null : getConversationStatus(conversation)
  const [now, format] = [useNow(), useLocale()]
  const statusTime = getStatusTime(conversation, now, format, t)
  const getWaitingText = useStrings('waitingRing', waitingRingStrings)
  const wait = describeWaiting(conversation, now, replyTargets, format.locale, t, getWaitingText)
  const fallback = isForCustomer ? t('titleForCustomer') : t('titleFallback', { name: isolateDirection(customer) })
  return (
    <header
      data-slot="thread-header"
      data-state={state}
      className={cn('flex min-h-(--inbox-header-height,4rem) shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-1.5',
        // Room for the way back to the list.
        '@max-[44rem]/inbox:ps-13 @max-[44rem]/inbox:pe-2', className)}
      {...props}
    >
      {isForCustomer ? null : (
        <span title={conversation.details?.sla ? wait?.text : undefined} className="relative shrink-0 @max-[20rem]/thread:hidden @max-[44rem]/inbox:hidden">
          <ContactAvatar
            id={contact?.id}
            name={contact?.name ?? null}
            email={contact?.email}
            avatarUrl={contact?.avatar_url ?? null}
          />
          <WaitingRing waiting={wait?.waiting ?? null} label={wait?.text} />
        </span>
      )}
      {/* In a narrow thread the title has the first line; with large text, the controls have one as well. */}
      <div className="grid min-w-0 flex-1 basis-40 grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2 gap-y-1 @min-[36rem]/thread:grid-cols-[minmax(0,auto)_1fr]">
        <div className="col-span-2 flex min-w-0 items-center gap-2 @min-[36rem]/thread:col-span-1">
          <h2
            id={headingId}
            data-slot="thread-title"
            tabIndex={-1}
            className="max-w-full min-w-0 truncate rounded-sm text-sm/5 font-semibold focus-visible:outline-2 focus-visible:outline-ring"
          >
            {title ? <PlainText text={title} className="block truncate" /> : fallback}
          </h2>
          {priority ? (
            <span title={t('priority')} className="shrink-0">
              <Star aria-hidden="true" className="size-3.5 fill-current" />
              <span className="sr-only">{t('priority')}</span>
            </span>
          ) : null}
        </div>
        <StatusBadge
          status={status}
          className="row-start-2 h-5 min-w-max py-0 @min-[36rem]/thread:col-start-2 @min-[36rem]/thread:row-start-1"
        >
          {/* Very large text leaves it no room. */}
          {statusTime ? <span className="@max-[20rem]/thread:hidden">{statusTime}</span> : null}
        </StatusBadge>
        <div
          className={cn(
            'row-start-2 flex h-5 min-w-0 items-center gap-2 text-xs/5 text-muted-foreground empty:hidden',
            status ? 'col-start-2 @min-[36rem]/thread:col-span-2 @min-[36rem]/thread:col-start-1' : 'col-span-2',
          )}
        >
          {title && !isForCustomer ? (
            <PlainText text={customer} max={80} className="min-w-0 truncate @min-[26rem]/thread:max-w-1/2" />
          ) : null}
          <ThreadAssignee assignee={assignee} />
          <ThreadTags tags={tags} />
        </div>
      </div>
      {actions ? <div className="ms-auto flex shrink-0 items-center gap-1">{actions}</div> : null}
    </header>
  )
}

/** With little room the customer's name takes it: the assignee's is either whole, or the icon alone. */
function ThreadAssignee({ assignee }: Pick<ThreadHeaderProps, 'assignee'>) {
  const t = useStrings('conversationThread', conversationThreadStrings)
  if (assignee === undefined) return <Skeleton className="h-3 w-24" />
  if (assignee === '') return null
  const Icon = assignee === null ? UserRoundX : UserRoundCheck
  const text = assignee === null ? t('unassigned') : t('assigned', { assignee: isolateDirection(assignee) })
  return (
    <span
      title={text}
      className="flex min-w-4.5 items-center gap-x-1 @max-[26rem]/thread:h-5 @max-[26rem]/thread:shrink-999 @max-[26rem]/thread:flex-wrap @max-[26rem]/thread:overflow-hidden"
    >
      {/* In a narrow thread, initials say more than an icon. */}
      {assignee ? <ContactAvatar name={assignee} avatarUrl={null} size="xs" className="@min-[26rem]/thread:hidden" /> : null}
      <Icon aria-hidden="true" className={cn('h-5 w-3 shrink-0', assignee && '@max-[26rem]/thread:hidden')} />
      {assignee === null ? (
        <span className="truncate">{text}</span>
      ) : (
        <>
          <span className="truncate [unicode-bidi:plaintext] @max-[44rem]/thread:sr-only">{text}</span>
          {/* The icon says the rest. */}
          <PlainText text={assignee} aria-hidden="true" className="truncate @min-[44rem]/thread:hidden" />
        </>
      )}
    </span>
  )
}

/** More tags than these are counted, not named. */
const MAX_TAGS = 3

function ThreadTags({ tags }: Pick<Conversation, 'tags'>) {
  const t = useStrings('conversationThread', conversationThreadStrings)
  if (tags.length === 0) return null
  const hidden = tags.slice(MAX_TAGS)
  return (
    <ul aria-label={t('tags')} className="hidden min-w-0 items-center gap-1 @min-[36rem]/thread:flex">
      {tags.slice(0, MAX_TAGS).map((tag) => (
        <li key={tag.id} className="flex min-w-0">
          <Badge variant="secondary" className="max-w-28 min-w-0 shrink py-0 font-normal">
            <PlainText text={tag.name} max={60} className="truncate" />
          </Badge>
        </li>
      ))}
      {hidden.length > 0 ? (
        <li title={hidden.map((tag) => tag.name).join(', ')} className="shrink-0 tabular-nums">
          +{hidden.length}
        </li>
      ) : null}
    </ul>
  )
}

export { ConversationThread, type ConversationThreadProps, ConversationThreadView, type ConversationThreadViewProps }

'use client'

import { cva } from 'class-variance-authority'
import { LockKeyhole, Sparkles } from 'lucide-react'
import type * as React from 'react'
import { ContactAvatar } from '@/components/intercom/shared/avatar-and-badge'
import { MessageDelivery } from '@/components/intercom/message-delivery'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { ThreadAttachment } from '@/components/intercom/thread-attachment'
import { ThreadBody, type ThreadImages } from '@/components/intercom/thread-body'
import { ThreadTime } from '@/components/intercom/thread-time'
import {
  authorName, authorRole, authorRoleWords, formatTime, isolate, type ThreadWords, type TimeFormat,
} from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'
import type { Author, MessagePart, NotePart } from 'intercom-v0-kit/contracts'
import type { OutboxMessage } from 'intercom-v0-kit/inbox'

/** The look of a message, by who wrote it, and of a note. */
const threadMessageVariants = cva('flex max-w-full min-w-0 flex-col items-start gap-2 rounded-xl border px-3 py-2 text-sm', {
  variants: {
    tone: {
      customer: 'border-transparent bg-muted',
      teammate: 'border-transparent bg-primary/10',
      bot: 'border-border bg-background',
      note: 'border-status-note/50 bg-status-note-surface',
    },
    // Over the border of any tone.
    hasFailed: { true: 'border-destructive!' },
  },
})

const lock = <LockKeyhole aria-hidden="true" className="size-3 shrink-0" />
const sparkles = <Sparkles className="size-3.5" />

/** Props of {@link ThreadMessage}. */
interface ThreadMessageProps extends React.ComponentProps<'article'>, ThreadImages {
  /** The message or note. */
  message: MessagePart | NotePart
  /** Whether the message before is of the same author, and recent: then who it is is not said again. */
  continues?: boolean
  /** Where the customer is reading: whether it is theirs. It stands at the end then, and what others wrote at the start. */
  isOwn?: boolean
  /** The author's picture; null where there is none. */
  avatarUrl?: string | null
  /** How it stands, where it is on its way or was not sent. */
  delivery?: OutboxMessage
  /** Tries again to send it, by the id of `delivery`. */
  onRetry?: (id: string) => void
  /** Gives it up, by the id of `delivery`. */
  onDiscard?: (id: string) => void
  /** The reader's language and time zone. */
  format: TimeFormat
  /** The thread's words. */
  t: ThreadWords
}

/**
 * A message that everybody in the conversation can read, or a note that teammates alone can. Customers are on one side,
 * teammates and the bot on the other, the reader's own at the end; a note has a label, an icon and a surface of its own, always.
 */
function ThreadMessage({
  message,
  continues = false,
  isOwn,
  avatarUrl = message.author.avatar_url,
  delivery,
  onRetry,
  onDiscard,
  imageHosts,
  onImageError,
  format,
  t,
  className,
  ...props
}: ThreadMessageProps) {
  const { kind, author, attachments, created_at: at } = message
  const role = authorRole(author)
  const name = authorName(author, t)
  const roleWord = t(authorRoleWords(author))
  const isAtEnd = isOwn ?? role !== 'customer'
  const time = formatTime(at, format)
  const label = t(kind === 'note' ? 'noteLabel' : 'messageLabel', {
    name: isolate(name),
    role: roleWord,
    time,
  })

  return (
    <article
      aria-label={label}
      data-slot="thread-message"
      data-kind={kind}
      data-role={role}
      data-side={isAtEnd ? 'end' : 'start'}
      data-delivery={delivery?.delivery}
      className={cn(
        continues
          ? 'group/message flex min-w-0 gap-2 px-4 pt-1 data-[side=end]:flex-row-reverse'
          : 'group/message flex min-w-0 gap-2 px-4 pt-4 data-[side=end]:flex-row-reverse',
        className,
      )}
      {...props}
    >
      {continues ? (
        <span className="w-6 shrink-0" />
      ) : (
        renderAvatar(author, name, avatarUrl)
      )}
      <div className="flex max-w-[min(34rem,85%)] min-w-0 flex-col items-start gap-1 group-data-[side=end]/message:items-end">
        {continues ? null : (
          // Very large words have a line for each: a name of two letters is none.
          <header className="flex max-w-full flex-wrap items-baseline gap-x-1.5 px-0.5 text-xs/4 whitespace-nowrap text-muted-foreground @min-[20rem]/thread:flex-nowrap">
            <PlainText text={isOwn ? t('you') : name} max={80} className="max-w-full min-w-0 truncate font-medium text-foreground" />
            {isOwn ? null : roleWord}
            <ThreadTime at={at} format={format} text={time} className="shrink-0" />
          </header>
        )}
        <div
          data-slot="thread-bubble"
          className={threadMessageVariants({
            tone: kind === 'note' ? 'note' : role === 'bot' ? 'bot' : isAtEnd ? 'teammate' : 'customer',
            hasFailed: delivery?.delivery === 'failed' || delivery?.delivery === 'missing',
          })}
        >
          {kind === 'note' ? (
            <p className="flex items-center gap-1 text-xs/4 font-medium text-status-note" title={t('noteHint')}>
              {lock}
              {t('note')}
            </p>
          ) : null}
          <ThreadBody message={message} imageHosts={imageHosts} onImageError={onImageError} t={t} />
          {attachments.length > 0 ? (
            <ul aria-label={t('attachments')} className="flex min-w-0 flex-col gap-1.5">
              {attachments.map((attachment, index) => (
                <li key={`${index} ${attachment.name}`} className="min-w-0">
                  <ThreadAttachment
                    attachment={attachment}
                    isPending={delivery !== undefined}
                    imageHosts={imageHosts}
                    onImageError={onImageError}
                    t={t}
                  />
                </li>
              ))}
            </ul>
          ) : null}
        </div>
        {delivery ? <MessageDelivery message={delivery} onRetry={onRetry} onDiscard={onDiscard} t={t} /> : null}
      </div>
      {continues ? (
        <ThreadTime
          at={at}
          format={format}
          text={time}
          aria-hidden="true"
          className="invisible hidden w-0 self-end pb-2 text-xs text-muted-foreground group-hover/message:visible @min-[40rem]/thread:block"
        />
      ) : null}
    </article>
  )
}

function renderAvatar(author: Author, name: string, avatarUrl: string | null) {
  if (authorRole(author) === 'bot') {
    return (
      <span
        aria-hidden="true"
        data-slot="bot-avatar"
        className="flex size-6 shrink-0 items-center justify-center rounded-full border text-muted-foreground @min-[20rem]/thread:mt-5"
      >
        {sparkles}
      </span>
    )
  }
  const shownName = author.name ? name : null
  return <ContactAvatar id={author.id ?? undefined} name={shownName} avatarUrl={avatarUrl} size="sm" className="@min-[20rem]/thread:mt-5" />
}

export { ThreadMessage, threadMessageVariants, type ThreadMessageProps }

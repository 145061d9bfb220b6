'use client'

import { cva, type VariantProps } from 'class-variance-authority'
import {
  CircleAlert, Clock, Download, File, FileArchive, FileAudio, FileImage, FileText, FileVideo, LockKeyhole, Sparkles,
  Trash2,
} from 'lucide-react'
import * as React from 'react'
import {
  describeAttachments, describeMessage, measureBody, type MessageRow, type OutboxMessage, useDelivery,
} from 'intercom-v0-kit/inbox'
import {
  getAuthorRole, conversationThreadStrings, formatDateTime, formatTime, useLocale, useStrings,
} from 'intercom-v0-kit/strings'
import { RichText } from '@/components/intercom/rich-text'
import { ContactAvatar } from '@/components/intercom/shared/avatar-and-badge'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'
import type { Attachment, Author, MessagePart, NotePart, RichTextNode } from 'intercom-v0-kit/contracts'

const useThreadStrings = () => useStrings('conversationThread', conversationThreadStrings)

interface ThreadMessageProps
  extends React.ComponentProps<'article'>,
    Pick<MessageRow, 'isOwn' | 'avatarUrl' | 'showsRole' | 'delivery'>,
    Partial<Pick<MessageRow, 'ordinal'>>,
    Pick<React.ComponentProps<typeof MessageDelivery>, 'onRetry' | 'onDiscard'> {
  message: MessagePart | NotePart
  /** Whether to hide the header because the message above is recent and from the same author. */
  continues?: boolean
}

function ThreadMessage({
  message, continues = false, ordinal, isOwn, avatarUrl = message.author.avatar_url, showsRole = false, delivery, onRetry, onDiscard,
  ...props
}: ThreadMessageProps) {
  const t = useThreadStrings()
  const format = useLocale()
  const { kind, author, attachments, created_at: at } = message
  const { role, name, roleName, side, tone, time, label } = describeMessage(message, isOwn, format, t, ordinal)
  const hasFailed = delivery?.delivery === 'failed' || delivery?.delivery === 'missing'

  return (
    <Message
      aria-label={label}
      data-kind={kind}
      data-role={role}
      data-delivery={delivery?.delivery}
      side={side}
      continues={continues}
      {...props}
    >
      {continues ? <span className="w-6 shrink-0" /> : <MessageAvatar author={author} name={name} avatarUrl={avatarUrl} />}
      <MessageContent>
        {continues ? null : (
          <MessageHeader>
            <PlainText text={isOwn ? t('you') : name} max={80} className="max-w-full min-w-0 truncate font-medium text-foreground" />
            {isOwn || !showsRole ? null : roleName}
            <MessageTime at={at} text={time} className="shrink-0" />
          </MessageHeader>
        )}
        <MessageBubble tone={tone} hasFailed={hasFailed}>
          {kind === 'note' ? <MessageNoteLabel /> : null}
          <MessageBody message={message} />
          {attachments.length > 0 ? (
            <MessageAttachments attachments={attachments} isPending={delivery !== undefined} />
          ) : null}
        </MessageBubble>
        {delivery ? <MessageDelivery message={delivery} onRetry={onRetry} onDiscard={onDiscard} /> : null}
      </MessageContent>
      {continues ? (
        <MessageTime
          at={at}
          text={time}
          aria-hidden="true"
          className="invisible hidden w-0 self-end pb-2 text-xs text-muted-foreground group-hover/message:visible @min-[40rem]/thread:block"
        />
      ) : null}
    </Message>
  )
}

interface MessageProps extends React.ComponentProps<'article'> {
  side: 'start' | 'end'
  continues: boolean
}

function Message({ side, continues, className, ...props }: MessageProps) {
  return (
    <article
      data-slot="thread-message"
      data-side={side}
      className={cn(
        continues
          ? 'group/message flex min-w-0 gap-2 px-4 pt-1 data-[side=end]:flex-row-reverse'
          : 'group/message flex min-w-0 gap-2 px-4 pt-4 data-[side=end]:flex-row-reverse',
        className,
      )}
      {...props}
    />
  )
}

function MessageAvatar({ author, name, avatarUrl }: { author: Author; name: string; avatarUrl: string | null }) {
  if (getAuthorRole(author) === 'bot') {
    return (
      <span
        aria-hidden="true"
        data-slot="bot-avatar"
        className="flex size-6 shrink-0 items-center justify-center rounded-full border text-muted-foreground @min-[20rem]/thread:mt-5"
      >
        <Sparkles className="size-3.5" />
      </span>
    )
  }
  const shownName = author.name ? name : null
  return <ContactAvatar id={author.id ?? undefined} name={shownName} avatarUrl={avatarUrl} size="sm" className="@min-[20rem]/thread:mt-5" />
}

function MessageContent({ children }: React.PropsWithChildren) {
  return (
    <div
      data-slot="message-content"
      className="flex max-w-[min(34rem,85%)] min-w-0 flex-col items-start gap-1 group-data-[side=end]/message:items-end"
    >
      {children}
    </div>
  )
}

function MessageHeader({ children }: React.PropsWithChildren) {
  return (
    <header
      data-slot="message-header"
      className="flex max-w-full flex-wrap items-baseline gap-x-1.5 px-0.5 text-xs/4 whitespace-nowrap text-muted-foreground @min-[20rem]/thread:flex-nowrap"
    >
      {children}
    </header>
  )
}

const messageBubbleVariants = cva('flex max-w-full min-w-0 flex-col items-start gap-2 rounded-xl border px-3 py-2 text-sm', {
  variants: {
    tone: {
      customer: 'border-transparent bg-muted',
      teammate: 'border-transparent bg-primary/10',
      bot: 'border-border bg-background',
      note: 'border-status-note/50 bg-status-note-surface',
    },
    // Overrides the border of every tone.
    hasFailed: { true: 'border-destructive!' },
  },
})

function MessageBubble({ children, ...variants }: React.PropsWithChildren<VariantProps<typeof messageBubbleVariants>>) {
  return <div data-slot="thread-bubble" className={messageBubbleVariants(variants)}>{children}</div>
}

function MessageNoteLabel() {
  const t = useThreadStrings()
  return (
    <p data-slot="message-note-label" className="flex items-center gap-1 text-xs/4 font-medium text-status-note" title={t('noteHint')}>
      <LockKeyhole aria-hidden="true" className="size-3 shrink-0" />
      {t('note')}
    </p>
  )
}

const headingLevel = 4

function MessageBody({ message: { kind, body, attachments, redacted, truncated } }: { message: MessagePart | NotePart }) {
  const t = useThreadStrings()
  if (redacted) return <MissingBody state={kind === 'note' ? 'deletedNote' : 'deleted'} />
  const { isLong, isEmpty, folded } = measureBody(body)
  if (isEmpty && !truncated) return attachments.length > 0 ? null : <MissingBody state="noText" />
  return (
    <>
      {isLong ? <FoldedBody body={body} folded={folded} /> : <RichText nodes={body} headingLevel={headingLevel} />}
      {truncated ? <p data-slot="thread-truncated" className="text-xs text-muted-foreground italic">{t('truncated')}</p> : null}
    </>
  )
}

function MissingBody({ state }: { state: 'deleted' | 'deletedNote' | 'noText' }) {
  const t = useThreadStrings()
  if (state === 'noText') {
    return <p data-slot="thread-body" data-state="empty" className="text-muted-foreground italic">{t(state)}</p>
  }
  return (
    <p data-slot="thread-body" data-state="deleted" className="flex items-center gap-1.5 text-muted-foreground italic">
      <Trash2 aria-hidden="true" className="size-3.5 shrink-0" />
      {t(state)}
    </p>
  )
}

function FoldedBody({ body, folded }: { body: readonly RichTextNode[]; folded: readonly RichTextNode[] }) {
  const t = useThreadStrings()
  const [isFolded, setFolded] = React.useState(true)
  const id = React.useId()
  return (
    <div
      data-slot="thread-body"
      data-state={isFolded ? 'folded' : 'unfolded'}
      className="flex min-w-0 flex-col items-start gap-1"
    >
      <RichText id={id} nodes={isFolded ? folded : body} headingLevel={headingLevel} className={isFolded ? 'max-h-96 overflow-hidden mask-b-from-80%' : undefined} />
      <Button
        type="button"
        variant="link"
        size="sm"
        aria-expanded={!isFolded}
        aria-controls={id}
        onClick={() => setFolded(!isFolded)}
        className="-mx-1 h-6 px-1 text-foreground underline"
      >
        {t(isFolded ? 'showAll' : 'showLess')}
      </Button>
    </div>
  )
}

const fileIcons = { image: FileImage, video: FileVideo, audio: FileAudio, text: FileText, archive: FileArchive }
const fileClassName =
  'flex max-w-full min-w-0 items-center gap-2.5 rounded-md border bg-background px-2.5 py-1.5 text-foreground'
const fileLinkClassName =
  'hover:bg-accent focus-visible:outline-2 focus-visible:ring-[3px] focus-visible:ring-ring/50 focus-visible:outline-ring'

interface MessageAttachmentsProps {
  attachments: readonly Attachment[]
  /** Whether the files are still being sent and have no URL. */
  isPending: boolean
}

function MessageAttachments({ attachments, isPending }: MessageAttachmentsProps) {
  const t = useThreadStrings()
  const { locale } = useLocale()
  return (
    <ul data-slot="message-attachments" aria-label={t('attachments')} className="flex min-w-0 flex-col gap-1.5">
      {describeAttachments(attachments, locale).map(({ key, name, href, facts, kind, contentType, image }) => {
        const Icon = kind ? fileIcons[kind] : File
        const content = (
          <>
            <Icon aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
            <span className="flex min-w-0 flex-1 flex-col text-start">
              <PlainText text={name} max={120} className="line-clamp-2 text-xs/4 font-medium" />
              <span title={contentType ?? undefined} className="text-xs/4 text-muted-foreground">
                {href || isPending ? facts : t('unsafeAttachment')}
              </span>
            </span>
          </>
        )
        return (
          <li key={key} className="min-w-0">
            <div data-slot="thread-attachment" className="flex min-w-0 flex-col items-start gap-1.5">
              {image ? (
                // Links to the file once it has loaded.
                <RichText nodes={[image]} className="max-w-full" />
              ) : href ? (
                <a
                  href={href}
                  download=""
                  target="_blank"
                  rel="noopener noreferrer nofollow ugc"
                  referrerPolicy="no-referrer"
                  className={cn(fileClassName, fileLinkClassName)}
                >
                  <span className="sr-only">{t('download')} </span>
                  {content}
                  <Download aria-hidden="true" className="size-3.5 shrink-0 text-muted-foreground" />
                </a>
              ) : (
                <span className={fileClassName}>{content}</span>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

interface MessageDeliveryProps {
  message: OutboxMessage
  onRetry?: ((id: string) => void) | undefined
  onDiscard?: ((id: string) => void) | undefined
}

function MessageDelivery({ message, onRetry, onDiscard }: MessageDeliveryProps) {
  const t = useThreadStrings()
  const { hasFailed, text, retryLabel } = useDelivery(message)
  const actionClassName = 'h-7 px-2 text-xs pointer-coarse:h-10'
  return (
    <div
      data-slot="message-delivery"
      data-state={message.delivery}
      className="flex max-w-full flex-wrap items-center justify-end gap-x-1.5 text-end text-xs text-muted-foreground"
    >
      <div className="flex min-w-0 items-start gap-1.5">
        {hasFailed ? (
          <CircleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0 text-destructive" />
        ) : (
          <Clock aria-hidden="true" className="mt-0.5 size-3 shrink-0 group-data-[delivery=waiting]/message:text-status-waiting" />
        )}
        <p {...(hasFailed ? { role: 'alert', className: 'text-destructive' } : { className: 'group-data-[delivery=waiting]/message:text-status-waiting' })}>{text}</p>
      </div>
      {hasFailed ? (
        <span className="flex">
          <Button type="button" variant="ghost" size="sm" className={actionClassName} onClick={() => onRetry?.(message.id)}>
            {retryLabel}
          </Button>
          <Button type="button" variant="ghost" size="sm" className={actionClassName} onClick={() => onDiscard?.(message.id)}>
            {t('discard')}
          </Button>
        </span>
      ) : null}
    </div>
  )
}

interface MessageTimeProps extends React.ComponentProps<'time'> {
  /** Unix seconds. */
  at: number
  /** Time of day. Default: formats `at`. */
  text?: string
}

const timeClassName = 'whitespace-nowrap tabular-nums [unicode-bidi:plaintext]'

function MessageTime({ at, text, className, ...props }: MessageTimeProps) {
  const format = useLocale()
  return (
    <time
      data-slot="thread-time"
      dateTime={new Date(at * 1000).toISOString()}
      // Formatting a date is slow and few tooltips are seen, so format them on demand.
      onPointerEnter={({ currentTarget }) => {
        currentTarget.title = formatDateTime(at, format)
      }}
      className={className ? `${timeClassName} ${className}` : timeClassName}
      {...props}
    >
      {text ?? formatTime(at, format)}
    </time>
  )
}

export {
  Message, MessageAttachments, MessageAvatar, MessageBody, MessageBubble, MessageContent, MessageDelivery, MessageHeader,
  MessageNoteLabel, MessageTime, ThreadMessage,
}

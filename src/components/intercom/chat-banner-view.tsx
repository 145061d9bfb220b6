'use client'

import { cva, type VariantProps } from 'class-variance-authority'
import { MessageCircle, X } from 'lucide-react'
import type * as React from 'react'
import { chatBannerMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'

/** The look of {@link ChatBannerView}, by its tone. */
const chatBannerVariants = cva(
  'flex items-center gap-3 rounded-lg border py-2 ps-4 pe-2 text-sm',
  {
    variants: {
      tone: {
        neutral: 'bg-card text-card-foreground',
        // The ring is nearly the colour of this surface: what the line ends with has one in the colour of the words.
        primary:
          'border-transparent bg-primary text-primary-foreground [&>span>:focus-visible]:ring-0 [&>span>:focus-visible]:outline-offset-2 [&>span>:focus-visible]:outline-primary-foreground',
        success: 'border-transparent bg-status-success-surface text-status-success',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

/** Props of {@link ChatBannerView}. */
interface ChatBannerViewProps extends React.ComponentProps<'section'>, VariantProps<typeof chatBannerVariants> {
  /** Replies that are unread: they are what the banner is about then. */
  unreadCount?: number
  /** Whether there is a chat to speak of. */
  hasChat?: boolean
  /** Stands at the end of the line: the way to the chat. */
  action?: React.ReactNode
  /** The banner was dismissed. Without it there is no button for that. */
  onDismiss?: () => void
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
  /** What the banner says, in place of "Questions? Chat with us!". */
  children?: React.ReactNode
}

/** A line that offers a chat, from data alone. */
function ChatBannerView({
  tone = 'neutral',
  unreadCount = 0,
  hasChat = true,
  action,
  onDismiss,
  messages,
  className,
  children,
  ...props
}: ChatBannerViewProps) {
  const t = useMessages('chatBanner', chatBannerMessages, messages)
  const hasUnread = unreadCount > 0
  return (
    <section
      aria-label={t('region')}
      data-slot="chat-banner"
      data-tone={tone}
      data-state={hasUnread ? 'unread' : 'idle'}
      className={cn(chatBannerVariants({ tone }), className)}
      {...props}
    >
      <MessageCircle aria-hidden="true" className="mt-2 size-4 shrink-0 self-start" />
      <span className="flex min-w-0 flex-1 flex-wrap items-start gap-x-3 gap-y-2">
        <span role="status" className={cn('min-w-0 flex-1 basis-40 py-1.5 wrap-anywhere', hasUnread && 'font-medium')}>
          {hasUnread ? t('unread', { count: unreadCount }) : (children ?? t(hasChat ? 'question' : 'questionWithoutChat'))}
        </span>
        {action}
      </span>
      {onDismiss ? (
        <button
          type="button"
          data-slot="chat-banner-dismiss"
          aria-label={t('dismiss')}
          onClick={onDismiss}
          className="flex size-8 shrink-0 items-center justify-center self-start rounded-md focus-visible:outline-2 hover:bg-current/10 focus-visible:outline-current pointer-coarse:-m-1 pointer-coarse:size-10"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      ) : null}
    </section>
  )
}

export { ChatBannerView, chatBannerVariants, type ChatBannerViewProps }

'use client'

import { cva, type VariantProps } from 'class-variance-authority'
import { MessageCircle, X } from 'lucide-react'
import type * as React from 'react'
import { type HelpFallback, type MessengerInsets, useDismissal, useHelp } from 'intercom-v0-kit/messenger'
import { chatBannerStrings, type StringTable, useStrings } from 'intercom-v0-kit/strings'
import { HelpButtonView } from '@/components/intercom/help-button'
import { cn } from '@/lib/utils'

/** Classes of {@link ChatBannerView}, by tone. */
const chatBannerVariants = cva('flex items-center gap-3 rounded-lg border py-2 ps-4 pe-2 text-sm', {
  variants: {
    tone: {
      neutral: 'bg-card text-card-foreground',
      // The theme's focus ring is nearly the colour of this surface, so the action's ring has the colour of the text.
      primary:
        'border-transparent bg-primary text-primary-foreground [&>span>:focus-visible]:ring-0 [&>span>:focus-visible]:outline-offset-2 [&>span>:focus-visible]:outline-primary-foreground',
      success: 'border-transparent bg-status-success-surface text-status-success',
    },
  },
  defaultVariants: { tone: 'neutral' },
})

const actionVariants = { neutral: 'default', primary: 'secondary', success: 'outline' } as const

/** Props of {@link ChatBanner}. */
interface ChatBannerProps extends React.ComponentProps<'section'> {
  /** Colours of the banner. */
  tone?: 'neutral' | 'primary' | 'success'
  /** Starts a new message with this text. Unread messages are shown first. */
  message?: string | undefined
  /** Opens this space of the Messenger. */
  space?: MessengerInsets | undefined
  /** Offered if the Messenger can't be used. Without it no banner is rendered if no app id is set. */
  fallback?: HelpFallback | undefined
  /** Replaces the button that opens the Messenger. */
  action?: React.ReactNode
  /** Key in `localStorage` that remembers the dismissal. Change it to show the banner again. */
  storageKey?: string
  /**
   * Whether the user dismissed the banner, if the server knows (a cookie, the account). Default: the browser remembers,
   * and the banner appears after hydration.
   */
  isDismissed?: boolean | undefined
  /** Called when the user dismisses the banner. */
  onDismiss?: (() => void) | undefined
  /** Whether the user can dismiss the banner. */
  isDismissible?: boolean
  /** Overrides for the default strings. */
  strings?: Partial<StringTable> | undefined
  /** Text of the banner. Default: "Questions? Chat with us!". */
  children?: React.ReactNode
}

/** Props of {@link ChatBannerView}. */
interface ChatBannerViewProps extends React.ComponentProps<'section'>, VariantProps<typeof chatBannerVariants> {
  /** Unread replies. If there are any, the banner announces them. */
  unreadCount?: number
  /** Whether the default text mentions a chat. */
  hasChat?: boolean
  /** The end of the line: a button that opens the chat. */
  action?: React.ReactNode
  /** Called when the user dismisses the banner. Without it there is no button for that. */
  onDismiss?: (() => void) | undefined
  /** Overrides for the default strings. */
  strings?: Partial<StringTable> | undefined
  /** Text of the banner. Default: "Questions? Chat with us!". */
  children?: React.ReactNode
}

/** Offers a chat, and announces unread replies. Once dismissed it stays away. */
function ChatBanner({
  tone = 'neutral', message, space, fallback, action, storageKey = 'intercom-chat-banner',
  isDismissed, onDismiss, isDismissible = true, strings, ...props
}: ChatBannerProps) {
  const t = useStrings('chatBanner', chatBannerStrings, strings)
  const { unreadCount, ...help } = useHelp({ message, space })
  const [isGone, dismiss] = useDismissal(storageKey, { isDismissed, onDismiss })
  if (isDismissible && isGone) return null
  if (help.state === 'off' && !fallback && !action) return null
  return (
    <ChatBannerView
      {...props}
      tone={tone}
      unreadCount={unreadCount}
      hasChat={help.state !== 'off'}
      strings={strings}
      action={
        action ?? (
          <HelpButtonView {...help} variant={actionVariants[tone]} size="sm" icon={null} message={message} fallback={fallback}>
            {t(unreadCount > 0 ? 'read' : 'start')}
          </HelpButtonView>
        )
      }
      onDismiss={isDismissible ? dismiss : undefined}
    />
  )
}

/** Renders the banner from props alone. */
function ChatBannerView({
  tone = 'neutral', unreadCount = 0, hasChat = true, action, onDismiss, strings, className, children, ...props
}: ChatBannerViewProps) {
  const t = useStrings('chatBanner', chatBannerStrings, strings)
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

export { ChatBanner, ChatBannerView, chatBannerVariants, type ChatBannerProps, type ChatBannerViewProps }

'use client'

import { cva } from 'class-variance-authority'
import { MessageCircle, X } from 'lucide-react'
import type * as React from 'react'
import { type HelpFallback, type HelpRequest, useDismissal, useHelp } from 'intercom-v0-kit/messenger'
import { chatBannerStrings, type StringsProps, useStrings } from 'intercom-v0-kit/strings'
import { HelpButtonView } from '@/components/intercom/help-button'
import { cn } from '@/lib/utils'

/** Classes of the banner by tone. */
const chatBannerVariants = cva('flex items-center gap-3 rounded-lg border py-2 ps-4 pe-2 text-sm', {
  variants: {
    tone: {
      neutral: 'bg-card text-card-foreground',
      // The theme's focus ring would be invisible on this surface, so the action's ring has the colour of the text.
      primary:
        'border-transparent bg-primary text-primary-foreground [&>span>:focus-visible]:ring-0 [&>span>:focus-visible]:outline-offset-2 [&>span>:focus-visible]:outline-primary-foreground',
      success: 'border-transparent bg-status-success-surface text-status-success',
    },
  },
  defaultVariants: { tone: 'neutral' },
})

const actionVariants = { neutral: 'default', primary: 'secondary', success: 'outline' } as const

interface ChatBannerBaseProps extends React.ComponentProps<'section'>, StringsProps {
  /** Colours of the banner. @default 'neutral' */
  tone?: 'neutral' | 'primary' | 'success'
  /** Button that opens the Messenger. {@link ChatBanner} has a default. */
  action?: React.ReactNode
  /** Called when the user dismisses the banner. */
  onDismiss?: (() => void) | undefined
  /** Text of the banner. Default: "Questions? Chat with us!". */
  children?: React.ReactNode
}

/** Props of {@link ChatBanner}. */
interface ChatBannerProps extends ChatBannerBaseProps, HelpRequest {
  /** Shown if the Messenger is unavailable. Without a fallback, the banner is hidden if no app id is set. */
  fallback?: HelpFallback | undefined
  /** Key in `localStorage` for the dismissal. A new key shows the banner again. @default 'intercom-chat-banner' */
  storageKey?: string
  /** Whether the user has dismissed the banner, if the server knows. Default: read from `localStorage` after hydration. */
  isDismissed?: boolean | undefined
  /** Whether the user can dismiss the banner. @default true */
  isDismissible?: boolean
}

/** Props of {@link ChatBannerView}. The dismiss button needs `onDismiss`. */
interface ChatBannerViewProps extends ChatBannerBaseProps {
  /** Number of unread replies, which the banner announces. @default 0 */
  unreadCount?: number
  /** Whether the default text mentions a chat. @default true */
  hasChat?: boolean
}

/** Offers a chat and announces unread replies. Stays hidden after the user dismisses it. */
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

/** Renders a chat banner from props. */
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

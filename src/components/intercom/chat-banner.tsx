'use client'

import * as React from 'react'
import { ChatBannerView } from '@/components/intercom/chat-banner-view'
import { HelpButtonView } from '@/components/intercom/help-button-view'
import type { HelpFallback } from '@/components/intercom/help-fallback'
import { chatBannerMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { type IntercomSpace, useDismissal, useHelp } from 'intercom-v0-kit/messenger'

/** Props of {@link ChatBanner}. */
interface ChatBannerProps extends React.ComponentProps<'section'> {
  /** How loud it is. */
  tone?: 'neutral' | 'primary' | 'success'
  /** Opens a new message that begins with this text. What is unread comes before it. */
  message?: string
  /** Opens this space of the Messenger. */
  space?: IntercomSpace
  /** What is offered where there is no Messenger. Without it there is no banner where there is no app id. */
  fallback?: HelpFallback
  /** Stands in the place of the button that opens the Messenger. */
  action?: React.ReactNode
  /** Where `localStorage` keeps that the banner was dismissed. Another key is another banner, and is shown again. */
  storageKey?: string
  /**
   * Whether it was dismissed, where you know that on the server (a cookie, the account): the page then comes with the
   * banner or without it, and nothing moves. Without this the browser remembers, and the banner is shown after hydration.
   */
  isDismissed?: boolean
  /** The banner was dismissed. */
  onDismiss?: () => void
  /** False for a banner that stays. */
  isDismissible?: boolean
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
  /** What the banner says, in place of "Questions? Chat with us!". */
  children?: React.ReactNode
}

const variants = { neutral: 'default', primary: 'secondary', success: 'outline' } as const

/** Offers a chat, where people have questions; says so when a reply has come. Once dismissed it stays away. */
function ChatBanner({
  tone = 'neutral',
  message,
  space,
  fallback,
  action,
  storageKey = 'intercom-chat-banner',
  isDismissed,
  onDismiss,
  isDismissible = true,
  messages,
  ...props
}: ChatBannerProps) {
  const t = useMessages('chatBanner', chatBannerMessages, messages)
  const { state, reason, unreadCount, prepare, press, dismiss } = useHelp({ message, space })
  const [isRemembered, remember] = useDismissal(storageKey)

  // What is not known yet counts as dismissed: a banner that goes away again at once is worse than one that is late.
  if (isDismissible && (isDismissed ?? isRemembered ?? true)) return null
  if (state === 'off' && !fallback && !action) return null

  return (
    <ChatBannerView
      {...props}
      tone={tone}
      unreadCount={unreadCount}
      hasChat={state !== 'off'}
      messages={messages}
      action={
        action ?? (
          <HelpButtonView
            variant={variants[tone]}
            size="sm"
            icon={null}
            state={state}
            reason={reason}
            message={message}
            fallback={fallback}
            onPrepare={prepare}
            onPress={press}
            onDismiss={dismiss}
          >
            {t(unreadCount > 0 ? 'read' : 'start')}
          </HelpButtonView>
        )
      }
      onDismiss={
        isDismissible
          ? () => {
              if (isDismissed === undefined) remember()
              onDismiss?.()
            }
          : undefined
      }
    />
  )
}

export { ChatBanner, type ChatBannerProps }

'use client'

import type * as React from 'react'
import { HelpButtonView } from '@/components/intercom/help-button-view'
import type { HelpFallback } from '@/components/intercom/help-fallback'
import { type IntercomSpace, useHelp } from 'intercom-v0-kit/messenger'
import type { MessageTable } from 'intercom-v0-kit/strings'

/** Props of {@link HelpButton}. */
interface HelpButtonProps extends React.ComponentProps<'button'> {
  /** Opens a new message that begins with this text. What is unread comes before it. */
  message?: string
  /** Opens this space of the Messenger. */
  space?: IntercomSpace
  /** How it looks, as shadcn/ui's button; `link` stands in a line of text. */
  variant?: 'default' | 'outline' | 'secondary' | 'ghost' | 'link'
  /** How large it is, as shadcn/ui's button. An icon alone has its words for screen readers. */
  size?: 'default' | 'sm' | 'lg' | 'icon' | 'icon-sm'
  /** Stands before the words; null for none. Default: a speech bubble, and none for `link`. */
  icon?: React.ComponentType<{ className?: string }> | null
  /** What is offered where there is no Messenger: a page of yours, or an address to write to. Without it the button says so. */
  fallback?: HelpFallback
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
  /** The button's words. Default: "Get help". */
  children?: React.ReactNode
}

/**
 * Opens the Messenger, and says what is unread. It loads when somebody reaches for the button, opens as soon as it is
 * there, and where it never comes the button offers another way. Props of `button` go to the button.
 */
function HelpButton({ message, space, ...props }: HelpButtonProps) {
  const { state, reason, unreadCount, prepare, press, dismiss } = useHelp({ message, space })
  return (
    <HelpButtonView
      {...props}
      state={state}
      reason={reason}
      unreadCount={unreadCount}
      message={message}
      onPrepare={prepare}
      onPress={press}
      onDismiss={dismiss}
    />
  )
}

export { HelpButton, type HelpButtonProps }

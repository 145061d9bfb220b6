'use client'

import type * as React from 'react'
import type { HelpFallback } from '@/components/intercom/help-fallback'
import { HelpLauncherView } from '@/components/intercom/help-launcher-view'
import { type IntercomSpace, useHelp, useIsTyping } from 'intercom-v0-kit/messenger'
import type { MessageTable } from 'intercom-v0-kit/strings'

/** Props of {@link HelpLauncher}. */
interface HelpLauncherProps extends React.ComponentProps<'section'> {
  /** Opens a new message that begins with this text. What is unread comes before it. */
  message?: string
  /** Opens this space of the Messenger. */
  space?: IntercomSpace
  /** The icon. Default: a speech bubble. */
  icon?: React.ComponentType<{ className?: string }>
  /** What is offered where there is no Messenger. Without it there is no launcher then. */
  fallback?: HelpFallback
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/**
 * The round button in the corner of the page. It keeps clear of notches and of the home bar, and makes room while the
 * Messenger is open or somebody types on a phone. Put it once, at the end of the layout, and give the provider
 * `hideDefaultLauncher`, or Intercom's own button stands in the same place.
 *
 * It stands below dialogs (z-index 40); the CSS variable `--help-launcher-z` says otherwise.
 */
function HelpLauncher({ message, space, ...props }: HelpLauncherProps) {
  const { state, reason, unreadCount, prepare, press, dismiss } = useHelp({ message, space })
  const isTyping = useIsTyping()
  return (
    <HelpLauncherView
      {...props}
      state={state}
      reason={reason}
      unreadCount={unreadCount}
      isHidden={state === 'open' || isTyping}
      message={message}
      onPrepare={prepare}
      onPress={press}
      onDismiss={dismiss}
    />
  )
}

export { HelpLauncher, type HelpLauncherProps }

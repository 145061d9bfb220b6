'use client'

import type * as React from 'react'
import { HelpButtonView } from '@/components/intercom/help-button-view'
import type { HelpFallback } from '@/components/intercom/help-fallback'
import { helpButtonMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import type { BlockedReason, HelpState } from 'intercom-v0-kit/messenger'
import { cn } from '@/lib/utils'

/** Props of {@link HelpLauncherView}. */
interface HelpLauncherViewProps extends React.ComponentProps<'section'> {
  /** How the way to the Messenger stands. */
  state?: HelpState
  /** Why it failed, where `state` is `failed`. */
  reason?: BlockedReason | 'off' | null
  /** Unread messages. */
  unreadCount?: number
  /** Makes room: the Messenger is open, or somebody types where the launcher would be in the way. */
  isHidden?: boolean
  /** What is to be written: it goes along in an e-mail, where that is what is left. */
  message?: string
  /** Somebody reaches for the launcher. */
  onPrepare?: () => void
  /** The launcher was pressed. */
  onPress?: (button: HTMLElement) => void
  /** What went wrong was put away. */
  onDismiss?: () => void
  /** The icon. Default: a speech bubble. */
  icon?: React.ComponentType<{ className?: string }>
  /** What is offered where there is no Messenger. Without it there is no launcher then. */
  fallback?: HelpFallback
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** The launcher in each of its states, from data alone. */
function HelpLauncherView({
  state = 'idle',
  reason,
  unreadCount,
  isHidden = false,
  message,
  onPrepare,
  onPress,
  onDismiss,
  icon,
  fallback,
  messages,
  className,
  ...props
}: HelpLauncherViewProps) {
  const t = useMessages('helpButton', helpButtonMessages, messages)
  if (state === 'off' && !fallback) return null
  return (
    // A landmark: it stands outside the others, and must be found by those who go from one to the next.
    <section
      aria-label={t('launcher')}
      data-slot="help-launcher"
      data-state={isHidden ? 'hidden' : 'shown'}
      className={cn(
        'fixed end-[max(1.25rem,env(safe-area-inset-left),env(safe-area-inset-right))] bottom-[max(1.25rem,env(safe-area-inset-bottom))] z-[var(--help-launcher-z,40)]',
        'transition-[opacity,scale,visibility] duration-150 motion-reduce:transition-none print:hidden',
        'data-[state=hidden]:invisible data-[state=hidden]:scale-75 data-[state=hidden]:opacity-0',
        className,
      )}
      {...props}
    >
      <HelpButtonView
        state={state}
        reason={reason}
        unreadCount={unreadCount}
        message={message}
        onPrepare={onPrepare}
        onPress={onPress}
        onDismiss={onDismiss}
        size="icon"
        icon={icon}
        fallback={fallback}
        messages={messages}
        className="size-12 rounded-full shadow-lg [&_svg:not([class*='size-'])]:size-6"
      />
    </section>
  )
}

export { HelpLauncherView, type HelpLauncherViewProps }

'use client'

import { HelpButtonView, type HelpButtonLook } from '@/components/intercom/help-button-view'
import { useHelp } from '@/hooks/use-help'
import type { IntercomSpace } from '@/lib/intercom/messenger/types'

/** Props of {@link HelpButton}. */
interface HelpButtonProps extends HelpButtonLook {
  /** Opens a new message that begins with this text. What is unread comes before it. */
  message?: string
  /** Opens this space of the Messenger. */
  space?: IntercomSpace
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

'use client'

import { cva } from 'class-variance-authority'
import { CircleHelp } from 'lucide-react'
import type * as React from 'react'
import { type HelpFallback, type HelpViewProps, type MessengerInsets, useHelp, useIsTyping } from 'intercom-v0-kit/messenger'
import { helpButtonStrings, type StringsProps, useStrings } from 'intercom-v0-kit/strings'
import { HelpButtonView } from '@/components/intercom/help-button'
import { cn } from '@/lib/utils'

/** Classes of the launcher's button. */
const helpLauncherVariants = cva('rounded-full', {
  variants: {
    look: {
      subtle: 'size-10 bg-card text-muted-foreground shadow-sm hover:bg-card hover:text-primary aria-expanded:text-primary [&_svg:not([class*=\'size-\'])]:size-5',
      prominent: 'size-12 shadow-lg [&_svg:not([class*=\'size-\'])]:size-6',
    },
    isUnread: { true: '', false: '' },
  },
  compoundVariants: [{ look: 'subtle', isUnread: true, class: 'text-primary' }],
})

/** Props of {@link HelpLauncher}. */
interface HelpLauncherProps extends React.ComponentProps<'section'>, StringsProps {
  /** Starts a new message with this text. Unread messages are shown first. */
  message?: string | undefined
  /** Opens this space of the Messenger. */
  space?: MessengerInsets | undefined
  /** `subtle`: a small outlined button. `prominent`: a larger one in the primary colour. @default 'subtle' */
  look?: 'subtle' | 'prominent' | undefined
  /** The icon. @default a question mark, or a speech bubble if `look` is `prominent` */
  icon?: React.ComponentType<{ className?: string }> | undefined
  /** Offered if the Messenger can't be used. Without a fallback, no launcher is rendered then. */
  fallback?: HelpFallback | undefined
}

/** Props of {@link HelpLauncherView}. */
interface HelpLauncherViewProps extends Omit<HelpLauncherProps, 'space'>, HelpViewProps {
  /** Whether to make room: the Messenger is open, or the user types near the launcher. */
  isHidden?: boolean
}

/**
 * The round button in the corner of the page. It keeps clear of notches and the home bar, and hides while the Messenger is
 * open, or while the user types on a phone. Render it once, at the end of the layout, and set `hideDefaultLauncher` on the
 * provider, or Intercom's own launcher appears in the same place.
 *
 * It is below dialogs (z-index 40). The CSS variable `--help-launcher-z` changes that.
 */
function HelpLauncher({ space, ...props }: HelpLauncherProps) {
  const help = useHelp({ message: props.message, space })
  const isTyping = useIsTyping()
  return <HelpLauncherView {...props} {...help} isHidden={help.state === 'open' || isTyping} />
}

/** Renders the launcher in any of its states, from props alone. */
function HelpLauncherView({
  state = 'idle', reason, unreadCount, onPrepare, onPress, onDismiss, isHidden = false,
  look = 'subtle', message, icon = look === 'subtle' ? CircleHelp : undefined, fallback, strings, className, ...props
}: HelpLauncherViewProps) {
  const t = useStrings('helpButton', helpButtonStrings, strings)
  if (state === 'off' && !fallback) return null
  return (
    // A landmark of its own, because it is outside the others.
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
        {...{ state, reason, unreadCount, message, onPrepare, onPress, onDismiss, icon, fallback, strings }}
        size="icon"
        variant={look === 'subtle' ? 'outline' : 'default'}
        className={helpLauncherVariants({ look, isUnread: Boolean(unreadCount) })}
      />
    </section>
  )
}

export { HelpLauncher, HelpLauncherView, type HelpLauncherProps, type HelpLauncherViewProps }

'use client'

import { cva } from 'class-variance-authority'
import { LoaderCircle, MessageCircle } from 'lucide-react'
import * as React from 'react'
import { fallbackHref, HelpFallbackIcon, HelpFallbackPanel, type HelpFallback } from '@/components/intercom/help-fallback'
import { helpButtonMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { UnreadBadge } from '@/components/intercom/unread-badge'
import { Button } from '@/components/ui/button'
import type { BlockedReason, HelpState } from 'intercom-v0-kit/messenger'
import { cn } from '@/lib/utils'

/** What a button for help has beyond shadcn/ui's button. */
const helpButtonVariants = cva('relative', {
  variants: {
    variant: {
      default: '',
      outline: '',
      secondary: '',
      ghost: '',
      // In a line of text: the size, the height and the weight of the words around it.
      // The focus ring stands off the letters, and of two rings the outer one would touch the lines around.
      link: 'h-auto gap-[0.4em] rounded-xs p-0 text-[length:inherit] font-[inherit] whitespace-normal underline has-[>svg]:px-0 focus-visible:ring-0 focus-visible:outline-offset-2 data-[state=busy]:cursor-progress',
    },
    size: { default: '', sm: '', lg: '', icon: '', 'icon-sm': '' },
  },
  defaultVariants: { variant: 'default', size: 'default' },
})

const spinner = <LoaderCircle aria-hidden="true" className="motion-safe:animate-spin" />
const smallSpinner = <LoaderCircle aria-hidden="true" className="size-[1em] motion-safe:animate-spin" />

/** What is said of a failure where there is no other way to offer. */
const alone = { script: 'script', timeout: 'timeoutAlone', identity: 'identityAlone', off: 'off' } as const

/** Props of {@link HelpButtonView}. */
interface HelpButtonViewProps extends React.ComponentProps<'button'> {
  /** How the way to the Messenger stands. */
  state?: HelpState
  /** Why it failed, where `state` is `failed`. */
  reason?: BlockedReason | 'off' | null
  /** Unread messages. */
  unreadCount?: number
  /** What is to be written: it goes along in an e-mail, where that is what is left. */
  message?: string
  /** Somebody reaches for the button. */
  onPrepare?: () => void
  /** The button was pressed. */
  onPress?: (button: HTMLElement) => void
  /** What went wrong was put away. */
  onDismiss?: () => void
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

/** A button for help in each of its states, from data alone. Where there is no Messenger it is a link. */
function HelpButtonView({
  state = 'idle',
  reason = null,
  unreadCount = 0,
  message,
  onPrepare,
  onPress,
  onDismiss,
  variant = 'default',
  size = 'default',
  icon,
  fallback,
  messages,
  className,
  children,
  ref,
  onClick,
  onFocus,
  onBlur,
  onPointerEnter,
  disabled,
  ...props
}: HelpButtonViewProps) {
  const t = useMessages('helpButton', helpButtonMessages, messages)
  const button = React.useRef<HTMLButtonElement>(null)
  const hasFocus = React.useRef(false)
  React.useImperativeHandle(ref, () => button.current as HTMLButtonElement)

  const isIcon = size === 'icon' || size === 'icon-sm'
  const DefaultIcon = variant === 'link' ? null : MessageCircle
  const Icon = icon === undefined ? DefaultIcon : icon
  const classNames = cn(helpButtonVariants({ variant, size }), className)
  const isBusy = state === 'busy'
  const isFailed = state === 'failed'
  const isInText = variant === 'link'
  // In the place of the icon, else over the words: the button keeps its width. In a line of text it follows the words.
  const isOverlaid = isBusy && !Icon && !isInText
  const failure = isFailed && reason ? t(fallback ? reason : alone[reason]) : null

  if (state === 'off' && fallback) {
    // In a sentence it takes the place of words such as "chat with us": a bare address would be no part of it.
    const words = 'href' in fallback ? fallback.label : isInText ? t('inText', { email: fallback.email }) : t('email')
    return (
      <Button asChild data-slot="help-button" data-state="off" {...{ variant, size }} className={classNames} {...props}>
        <a
          href={fallbackHref(fallback, message)}
          // The button may have been under somebody's finger when it turned out that there is no Messenger.
          ref={(link) => {
            if (hasFocus.current) link?.focus()
          }}
        >
          {Icon ? <HelpFallbackIcon fallback={fallback} /> : null}
          <span className={isIcon ? 'sr-only' : undefined}>{words}</span>
        </a>
      </Button>
    )
  }

  return (
    <>
      <Button
        type="button"
        data-slot="help-button"
        data-state={state}
        variant={variant}
        size={size}
        disabled={disabled}
        aria-busy={isBusy}
        aria-haspopup="dialog"
        aria-expanded={state === 'open'}
        className={classNames}
        {...props}
        ref={button}
        onPointerEnter={(event) => {
          onPointerEnter?.(event)
          onPrepare?.()
        }}
        onFocus={(event) => {
          hasFocus.current = true
          onFocus?.(event)
          onPrepare?.()
        }}
        onBlur={(event) => {
          hasFocus.current = false
          onBlur?.(event)
        }}
        onClick={(event) => {
          onClick?.(event)
          if (!event.defaultPrevented) onPress?.(event.currentTarget)
        }}
      >
        {Icon ? isBusy ? spinner : <Icon aria-hidden="true" /> : null}
        <span className={cn(isIcon && 'sr-only', isOverlaid && 'opacity-0')}>{children ?? t('label')}</span>
        {isOverlaid ? <span className="absolute">{spinner}</span> : null}
        {isBusy && !Icon && isInText ? smallSpinner : null}
        <UnreadBadge
          count={unreadCount}
          tone={isIcon ? 'strong' : variant === 'default' ? 'inverse' : 'primary'}
          placement={isIcon ? 'corner' : 'inline'}
        />
      </Button>
      {/* Always there: a live region that comes together with its text is often not read. */}
      <span role="status" className="sr-only">
        {isBusy ? t('loading') : null}
        {failure}
      </span>
      <HelpFallbackPanel
        isOpen={isFailed}
        anchor={button}
        fallback={fallback}
        message={message}
        onRetry={reason === 'off' ? undefined : () => button.current && onPress?.(button.current)}
        onDismiss={onDismiss}
        t={t}
      >
        {failure}
      </HelpFallbackPanel>
    </>
  )
}

export { HelpButtonView, helpButtonVariants, type HelpButtonViewProps }

'use client'

import { cva, type VariantProps } from 'class-variance-authority'
import { AtSign, BookOpen, LoaderCircle, MessageCircle, RefreshCw } from 'lucide-react'
import type * as React from 'react'
import {
  getFallbackHref, getHelpFailure, type HelpFallback, type HelpFallbackLink, type HelpRequest, type HelpViewProps,
  useFormFallback, useHelp, useHelpTrigger, usePopover, useUnreadText,
} from 'intercom-v0-kit/messenger'
import { helpButtonStrings, type StringsProps, type Translator, useStrings } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'

/** Classes of the button by variant and size, on top of those of `Button`. */
const helpButtonVariants = cva('relative', {
  variants: {
    variant: {
      default: '', outline: '', secondary: '', ghost: '',
      // Looks like the text around it. One focus ring, because a second one would touch the lines above and below.
      link: 'h-auto gap-[0.4em] rounded-xs p-0 text-[length:inherit] font-[inherit] whitespace-normal underline has-[>svg]:px-0 focus-visible:ring-0 focus-visible:outline-offset-2 data-[state=busy]:cursor-progress',
    },
  },
  defaultVariants: { variant: 'default' },
})

/** Props of {@link HelpButton}. */
interface HelpButtonProps extends React.ComponentProps<'button'>, HelpRequest, StringsProps {
  /** Variant of the button. `link` fits into a line of text. @default 'default' */
  variant?: 'default' | 'outline' | 'secondary' | 'ghost' | 'link'
  /** Size of the button. The `icon` sizes hide the label visually. @default 'default' */
  size?: 'default' | 'sm' | 'lg' | 'icon' | 'icon-sm'
  /** Icon before the label; `null` for none. Default: a speech bubble, none for `link`. */
  icon?: React.ComponentType<{ className?: string }> | null | undefined
  /**
   * Shown if the Messenger is unavailable: a link, or `{ form: true }` for the form of `HelpForm`. Without a fallback, the
   * button shows an error.
   */
  fallback?: HelpFallback | undefined
  /** Label of the button. Default: "Get help". */
  children?: React.ReactNode
}

/** Props of {@link HelpButtonView}. */
interface HelpButtonViewProps extends Omit<HelpButtonProps, 'space'>, HelpViewProps {}

/** Opens the Messenger and shows the unread count. Preloads the Messenger on hover, and shows a fallback if it fails to load. */
function HelpButton({ space, ...props }: HelpButtonProps) {
  return <HelpButtonView {...props} {...useHelp({ message: props.message, space })} />
}

/** Renders a help button from props, in any state. Without a Messenger, it is a link to the fallback. */
function HelpButtonView({
  state = 'idle', reason = null, unreadCount = 0, onPrepare, onPress, onDismiss, message, fallback: given, strings,
  variant = 'default', size = 'default', icon, className, children, disabled,
  ref, onClick, onFocus, onBlur, onPointerEnter, ...props
}: HelpButtonViewProps) {
  const t = useStrings('helpButton', helpButtonStrings, strings)
  const { buttonRef, buttonProps, linkRef, press } = useHelpTrigger({
    ref, onClick, onFocus, onBlur, onPointerEnter, onPrepare, onPress,
  })
  const isIcon = size === 'icon' || size === 'icon-sm'
  const isInText = variant === 'link'
  const Icon = icon === undefined && !isInText ? MessageCircle : icon
  const classNames = cn(helpButtonVariants({ variant }), className)
  const isBusy = state === 'busy'
  // The spinner replaces the icon or covers the label, so that the button keeps its width. In text it follows the label.
  const isCovered = isBusy && !Icon && !isInText
  const isForm = given !== undefined && 'form' in given
  const fallback = isForm ? undefined : given
  const opensForm = useFormFallback({ isWanted: isForm && state === 'failed', message, buttonRef, onDismiss })
  const isFailed = state === 'failed' && !opensForm
  const failure = isFailed && reason ? t(getHelpFailure(reason, Boolean(fallback))) : null

  if (state === 'off' && fallback) {
    // In a sentence, the link replaces words such as "chat with us", so an email address alone would not fit.
    const label = 'href' in fallback ? fallback.label : isInText ? t('inText', { email: fallback.email }) : t('email')
    return (
      <Button asChild data-slot="help-button" data-state="off" {...{ variant, size }} className={classNames} {...props}>
        <a href={getFallbackHref(fallback, message)} ref={linkRef}>
          {Icon ? <FallbackIcon fallback={fallback} /> : null}
          <span className={isIcon ? 'sr-only' : undefined}>{label}</span>
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
        {...buttonProps}
      >
        {Icon ? isBusy ? <Spinner /> : <Icon aria-hidden="true" /> : null}
        <span className={cn(isIcon && 'sr-only', isCovered && 'opacity-0')}>{children ?? t('label')}</span>
        {isCovered ? <span className="absolute"><Spinner /></span> : null}
        {isBusy && !Icon && isInText ? <Spinner className="size-[1em]" /> : null}
        <UnreadBadge
          count={unreadCount}
          tone={!isIcon && variant === 'default' ? 'inverse' : 'primary'}
          placement={isIcon ? 'corner' : 'inline'}
        />
      </Button>
      {/* A live region has to exist before its text, or screen readers often skip it. */}
      <span role="status" className="sr-only">
        {isBusy ? t('loading') : null}
        {failure}
      </span>
      <FallbackPanel {...{ fallback, message, onDismiss, t }} isOpen={isFailed} anchor={buttonRef} onRetry={reason === 'off' ? undefined : press}>
        {failure}
      </FallbackPanel>
    </>
  )
}

function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden="true" className={cn(className, 'motion-safe:animate-spin')} />
}

function FallbackIcon({ fallback }: { fallback: HelpFallbackLink }) {
  return 'href' in fallback ? <BookOpen aria-hidden="true" /> : <AtSign aria-hidden="true" />
}

interface FallbackPanelProps extends Pick<HelpButtonViewProps, 'children' | 'message' | 'onDismiss'> {
  fallback: HelpFallbackLink | undefined
  isOpen: boolean
  anchor: React.RefObject<HTMLElement | null>
  onRetry: (() => void) | undefined
  t: Translator<typeof helpButtonStrings>
}

// A popover, not a dialog: the page stays usable and Escape closes it.
function FallbackPanel({ isOpen, anchor, fallback, message, onRetry, onDismiss, t, children }: FallbackPanelProps) {
  const popover = usePopover<HTMLSpanElement>({ isOpen, anchor, onDismiss })
  return (
    // biome-ignore lint/a11y/useSemanticElements: the button may be in a paragraph, which can't contain a fieldset.
    <span
      {...popover}
      role="group"
      aria-label={t('unavailable')}
      data-slot="help-fallback"
      className={cn(
        'inset-auto mx-0 my-1.5 w-84 max-w-[calc(100vw-2rem)] flex-col gap-3 rounded-md border bg-popover p-3 text-start text-sm font-normal whitespace-normal text-popover-foreground shadow-md open:flex',
        'sm:[position-area:block-end_span-inline-start] sm:[position-try-fallbacks:flip-inline,flip-block,flip-block_flip-inline,block-end,block-start]',
        // On phones the panel is nearly as wide as the page, so align its end with the button and keep the page's margin.
        'max-sm:[position-anchor:auto] max-sm:[inset-block-start:anchor(outside)] max-sm:[inset-inline-end:clamp(1rem,anchor(inside),100%-min(100vw-2rem,var(--spacing)*84)-1rem)] max-sm:[position-try-fallbacks:flip-block]',
      )}
    >
      <span>{children}</span>
      {fallback || onRetry ? (
        <span className="flex flex-wrap gap-2">
          {fallback ? (
            // Wraps, so that a long address is never truncated.
            <Button asChild size="sm" variant={onRetry ? 'default' : 'outline'} className="h-auto min-h-8 max-w-full py-1 whitespace-normal">
              <a href={getFallbackHref(fallback, message)}>
                <FallbackIcon fallback={fallback} />
                <bdi className="min-w-0 wrap-anywhere">
                  {'href' in fallback ? fallback.label : t('emailAddress', { email: fallback.email })}
                </bdi>
              </a>
            </Button>
          ) : null}
          {onRetry ? (
            <Button type="button" size="sm" variant="outline" onClick={onRetry}>
              <RefreshCw aria-hidden="true" />
              {t('retry')}
            </Button>
          ) : null}
        </span>
      ) : null}
    </span>
  )
}

const unreadBadgeVariants = cva('inline-flex shrink-0 items-center justify-center rounded-full font-semibold tabular-nums', {
  variants: {
    tone: {
      primary: 'bg-primary text-primary-foreground',
      inverse: 'bg-primary-foreground text-primary',
    },
    placement: {
      inline: 'h-5 min-w-5 px-1.5 text-xs',
      corner: 'absolute -end-1.5 -top-1.5 h-4.5 min-w-4.5 px-1 text-[0.6875rem] ring-2 ring-background',
    },
  },
  defaultVariants: { tone: 'primary', placement: 'inline' },
})

/** Renders the number of unread messages, with a phrase for screen readers. Renders nothing for 0, and "99+" above a `max` of 99. */
function UnreadBadge({
  count, max = 99, tone, placement, strings, className, ...props
}: React.ComponentProps<'span'> & VariantProps<typeof unreadBadgeVariants> & Pick<HelpButtonProps, 'strings'> & { count: number; max?: number }) {
  const text = useUnreadText(count, { max, strings })
  return text ? (
    <span data-slot="unread-badge" className={cn(unreadBadgeVariants({ tone, placement }), className)} {...props}>
      <span aria-hidden="true">{text.shown}</span>
      <span className="sr-only">{text.spoken}</span>
    </span>
  ) : null
}

export { HelpButton, HelpButtonView, helpButtonVariants, UnreadBadge, type HelpButtonProps, type HelpButtonViewProps }

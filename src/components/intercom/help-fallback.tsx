'use client'

import { BookOpen, Mail, RotateCw } from 'lucide-react'
import * as React from 'react'
import type { helpButtonMessages, Translate } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'

/** Another way to help, for where there is no Messenger: a page of yours, or an address to write to. */
export type HelpFallback = { href: string; label: string } | { email: string }

/** The address of a fallback's link. A message that was to be written goes along in the e-mail. */
function fallbackHref(fallback: HelpFallback, message?: string): string {
  if ('href' in fallback) return fallback.href
  return `mailto:${fallback.email}${message ? `?body=${encodeURIComponent(message)}` : ''}`
}

/** The icon of a fallback's link. */
function HelpFallbackIcon({ fallback }: { fallback: HelpFallback }) {
  return 'href' in fallback ? <BookOpen aria-hidden="true" /> : <Mail aria-hidden="true" />
}

/** An element as a popover. Older versions of TypeScript know nothing of the `source`. */
interface Popover {
  showPopover: (options?: { source?: HTMLElement }) => void
  hidePopover: () => void
}

/** Props of {@link HelpFallbackPanel}. */
interface HelpFallbackPanelProps extends React.ComponentProps<'span'> {
  /** Shows it beside this element, until it is dismissed. */
  isOpen: boolean
  /** The element that it belongs to. */
  anchor: React.RefObject<HTMLElement | null>
  /** What happened. */
  children: React.ReactNode
  /** The other way to help. */
  fallback?: HelpFallback
  /** What was to be written. */
  message?: string
  /** Tries again. Without it nothing is offered. */
  onRetry?: () => void
  /** It was put away, by Escape or by something done elsewhere on the page. */
  onDismiss?: () => void
  /** The words of the button that it belongs to. */
  t: Translate<typeof helpButtonMessages>
}

/**
 * Says beside a button that there is no chat, and offers what there is. A popover, and no dialog: the page can be used
 * on, nothing moves, Escape puts it away, and the next tab stop after the button is in it.
 */
function HelpFallbackPanel({
  isOpen,
  anchor,
  fallback,
  message,
  onRetry,
  onDismiss,
  t,
  className,
  children,
  ...props
}: HelpFallbackPanelProps) {
  const ref = React.useRef<HTMLSpanElement>(null)

  React.useEffect(() => {
    const panel: Popover | null = ref.current
    if (isOpen) panel?.showPopover({ source: anchor.current ?? undefined })
    else panel?.hidePopover()
  }, [isOpen, anchor])

  return (
    // A span: what it belongs to may stand in a paragraph.
    <span
      ref={ref}
      popover="auto"
      role="group"
      aria-label={t('unavailable')}
      data-slot="help-fallback"
      onToggle={(event) => {
        // Not when it goes because something is tried again.
        if (event.newState === 'closed' && isOpen) onDismiss?.()
      }}
      className={cn(
        'inset-auto mx-0 my-1.5 w-84 max-w-[calc(100vw-2rem)] flex-col gap-3 rounded-md border bg-popover p-3 text-start text-sm font-normal whitespace-normal text-popover-foreground shadow-md open:flex',
        'sm:[position-area:block-end_span-inline-start] sm:[position-try-fallbacks:flip-inline,flip-block,flip-block_flip-inline,block-end,block-start]',
        // On a phone it is nearly as wide as the page: as far to the end as its button, and never over the margin.
        'max-sm:[position-anchor:auto] max-sm:[inset-block-start:anchor(outside)] max-sm:[inset-inline-end:clamp(1rem,anchor(inside),100%-min(100vw-2rem,var(--spacing)*84)-1rem)] max-sm:[position-try-fallbacks:flip-block]',
        className,
      )}
      {...props}
    >
      <span>{children}</span>
      {fallback || onRetry ? (
        <span className="flex flex-wrap gap-2">
          {fallback ? (
            // Of an address that is cut nobody knows where it writes to: long ones, and large words, take a second line.
            <Button
              asChild
              size="sm"
              variant={onRetry ? 'default' : 'outline'}
              className="h-auto min-h-8 max-w-full py-1 whitespace-normal"
            >
              <a href={fallbackHref(fallback, message)}>
                <HelpFallbackIcon fallback={fallback} />
                <bdi className="min-w-0 wrap-anywhere">
                  {'href' in fallback ? fallback.label : t('emailAddress', { email: fallback.email })}
                </bdi>
              </a>
            </Button>
          ) : null}
          {onRetry ? (
            <Button type="button" size="sm" variant="outline" onClick={onRetry}>
              <RotateCw aria-hidden="true" />
              {t('retry')}
            </Button>
          ) : null}
        </span>
      ) : null}
    </span>
  )
}

export { fallbackHref, HelpFallbackIcon, HelpFallbackPanel, type HelpFallbackPanelProps }

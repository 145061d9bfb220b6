'use client'

import { cva, type VariantProps } from 'class-variance-authority'
import type * as React from 'react'
import { type MessageTable, unreadBadgeMessages, useLocale, useMessages } from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'

/** The look of {@link UnreadBadge}: its tone by what it stands on, and where it stands. */
const unreadBadgeVariants = cva(
  'inline-flex shrink-0 items-center justify-center rounded-full font-semibold tabular-nums',
  {
    variants: {
      tone: {
        primary: 'bg-primary text-primary-foreground',
        inverse: 'bg-primary-foreground text-primary',
        strong: 'bg-foreground text-background',
      },
      placement: {
        inline: 'h-5 min-w-5 px-1.5 text-xs',
        corner: 'absolute -end-1.5 -top-1.5 h-4.5 min-w-4.5 px-1 text-[0.6875rem] ring-2 ring-background',
      },
    },
    defaultVariants: { tone: 'primary', placement: 'inline' },
  },
)

/** Props of {@link UnreadBadge}. */
interface UnreadBadgeProps extends React.ComponentProps<'span'>, VariantProps<typeof unreadBadgeVariants> {
  /** Unread messages. Nothing is shown for 0. */
  count: number
  /** The largest number that is written out: above it, it reads "99+". */
  max?: number
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** How many messages are unread: a number for the eye, "4 unread messages" for the ear. */
function UnreadBadge({ count, max = 99, tone, placement, messages, className, ...props }: UnreadBadgeProps) {
  const t = useMessages('unreadBadge', unreadBadgeMessages, messages)
  const { locale } = useLocale()
  if (count <= 0) return null
  return (
    <span data-slot="unread-badge" className={cn(unreadBadgeVariants({ tone, placement }), className)} {...props}>
      <span aria-hidden="true">
        {count > max ? t('capped', { max }) : new Intl.NumberFormat(locale).format(count)}
      </span>
      <span className="sr-only">{t('unread', { count })}</span>
    </span>
  )
}

export { UnreadBadge, unreadBadgeVariants, type UnreadBadgeProps }

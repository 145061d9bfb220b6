'use client'

import { cva, type VariantProps } from 'class-variance-authority'
import type * as React from 'react'
import { formatDay, useLocale, useNow } from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'

/** The look of a separator, by what begins at it. */
const threadSeparatorVariants = cva(
  'flex items-center gap-3 px-4 text-xs font-medium before:min-w-4 before:flex-1 before:border-t after:min-w-4 after:flex-1 after:border-t',
  {
    variants: {
      variant: {
        day: 'pt-5 pb-2 text-muted-foreground before:border-border after:border-border',
        unread: 'pt-4 pb-1 text-status-unread before:border-status-unread after:border-status-unread',
        omitted:
          'pt-5 pb-2 text-center font-normal text-balance text-muted-foreground before:border-border after:border-border',
      },
    },
    defaultVariants: { variant: 'day' },
  },
)

/** Props of {@link ThreadSeparator}. */
interface ThreadSeparatorProps extends React.ComponentProps<'h3'>, VariantProps<typeof threadSeparatorVariants> {
  /** What begins here: a day, what is new, or what there is after a gap. */
  variant?: 'day' | 'unread' | 'omitted'
}

/** A line across a thread with a word on it. A heading, so that a screen reader can go from one to the next. */
function ThreadSeparator({ variant = 'day', className, ...props }: ThreadSeparatorProps) {
  const Component = variant === 'omitted' ? 'p' : 'h3'
  return (
    <Component
      data-slot="thread-separator"
      data-variant={variant}
      className={cn(threadSeparatorVariants({ variant }), className)}
      {...props}
    />
  )
}

/** Props of {@link ThreadDay}. */
interface ThreadDayProps extends React.ComponentProps<'h3'> {
  /** Any moment of the day, in Unix seconds. */
  at: number
}

/** The line at which a day begins: Today, Yesterday, a weekday, or the date. */
function ThreadDay({ at, ...props }: ThreadDayProps) {
  const format = useLocale()
  const now = useNow()
  return (
    <ThreadSeparator variant="day" {...props}>
      {formatDay(at, now, format)}
    </ThreadSeparator>
  )
}

export { ThreadDay, ThreadSeparator, threadSeparatorVariants, type ThreadDayProps, type ThreadSeparatorProps }

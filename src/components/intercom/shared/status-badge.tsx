'use client'

import { cva } from 'class-variance-authority'
import { CircleCheck, Hourglass, Mail, Moon } from 'lucide-react'
import type * as React from 'react'
import { type MessageTable, statusBadgeMessages, useMessages } from 'intercom-v0-kit/strings'
import { Badge } from '@/components/ui/badge'
import type { ConversationStatus } from 'intercom-v0-kit/inbox'
import { cn } from '@/lib/utils'

const statusBadgeVariants = cva('', {
  variants: {
    status: {
      unread: 'bg-status-unread-surface text-status-unread',
      waiting: 'bg-status-waiting-surface text-status-waiting',
      snoozed: 'bg-status-snoozed-surface text-status-snoozed',
      closed: 'bg-status-closed-surface text-status-closed',
    },
  },
})

const icons = { unread: Mail, waiting: Hourglass, snoozed: Moon, closed: CircleCheck }

/** Props of {@link StatusBadge}. */
interface StatusBadgeProps extends React.ComponentProps<'span'> {
  /** What `conversationStatus()` says of a conversation. Nothing is shown for null. */
  status: ConversationStatus | null
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/**
 * Unread, Waiting, Snoozed or Closed: an icon and a word, so that nobody needs the colour. Children come after the
 * word: how long, or until when.
 */
function StatusBadge({ status, messages, className, children, ...props }: StatusBadgeProps) {
  const t = useMessages('statusBadge', statusBadgeMessages, messages)
  if (!status) return null
  const Icon = icons[status]
  return (
    <Badge
      variant="secondary"
      data-slot="status-badge"
      data-status={status}
      className={cn(statusBadgeVariants({ status }), className)}
      {...props}
    >
      <Icon aria-hidden="true" />
      {t(status)} {children}
    </Badge>
  )
}

export { StatusBadge, type StatusBadgeProps }

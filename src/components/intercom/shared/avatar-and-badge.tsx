'use client'

import { cva } from 'class-variance-authority'
import { CircleCheck, Hourglass, Mail, Moon, UserRound } from 'lucide-react'
import type * as React from 'react'
import { type ConversationStatus, OptionalImage } from 'intercom-v0-kit/inbox'
import { getInitials, type StringsProps, statusBadgeStrings, useStrings } from 'intercom-v0-kit/strings'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/lib/utils'

const contactAvatarVariants = cva('flex shrink-0 items-center justify-center rounded-full font-medium select-none', {
  variants: {
    size: {
      sm: 'size-6 text-[0.625rem]',
      default: 'size-9 text-xs',
      lg: 'size-14 text-lg',
    },
  },
  defaultVariants: { size: 'default' },
})

// Surfaces of the theme with readable text. Their meaning does not apply here.
const contactAvatarTints = [
  'bg-status-unread-surface',
  'bg-status-note-surface',
  'bg-status-snoozed-surface',
  'bg-status-success-surface',
  'bg-status-waiting-surface',
]

function getTint(key: string): string | undefined {
  let hash = 0
  for (let index = 0; index < key.length; index++) hash = (hash * 31 + key.charCodeAt(index)) >>> 0
  return contactAvatarTints[hash % contactAvatarTints.length]
}

interface ContactAvatarProps extends React.ComponentProps<'span'> {
  name: string | null
  email?: string | null | undefined
  /** Falls back to initials if `null` or if the picture fails to load. */
  avatarUrl: string | null
  /** Intercom id, which picks the tint. */
  id?: string | undefined
  /** 24, 36 or 56 pixels. */
  size?: 'sm' | 'default' | 'lg' | undefined
}

/** Hidden from assistive technology, because the name is always beside it. */
function ContactAvatar({ name, email, avatarUrl, id, size = 'default', className, ...props }: ContactAvatarProps) {
  const letters = getInitials(name ?? '') || getInitials(email ?? '')
  // A single element without a picture, because lists render many avatars.
  return (
    <span
      aria-hidden="true"
      data-slot="contact-avatar"
      data-size={size}
      className={cn(
        contactAvatarVariants({ size }),
        letters ? getTint(id ?? email ?? letters) : 'bg-muted text-muted-foreground',
        avatarUrl && 'relative',
        className,
      )}
      {...props}
    >
      {letters || <UserRound className="size-1/2" />}
      {avatarUrl ? <OptionalImage src={avatarUrl} className="absolute inset-0 size-full rounded-full object-cover" /> : null}
    </span>
  )
}

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

const statusIcons = { unread: Mail, waiting: Hourglass, snoozed: Moon, closed: CircleCheck }

interface StatusBadgeProps extends React.ComponentProps<'span'>, StringsProps {
  /** Returned by `getConversationStatus()`. `null` renders nothing. */
  status: ConversationStatus | null
}

function StatusBadge({ status, strings, className, children, ...props }: StatusBadgeProps) {
  const t = useStrings('statusBadge', statusBadgeStrings, strings)
  if (!status) return null
  const Icon = statusIcons[status]
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

export { ContactAvatar, StatusBadge, type StatusBadgeProps }

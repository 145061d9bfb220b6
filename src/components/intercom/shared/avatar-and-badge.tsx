'use client'

import { cva } from 'class-variance-authority'
import { CircleCheck, Hourglass, Mail, Moon, UserRound } from 'lucide-react'
import type * as React from 'react'
import { type ConversationStatus, OptionalImage } from 'intercom-v0-kit/inbox'
import { getInitials, type StringTable, statusBadgeStrings, useStrings } from 'intercom-v0-kit/strings'
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

// Pale surfaces of the theme, each made for text on it. Here they carry no meaning.
const contactAvatarTints = [
  'bg-status-unread-surface',
  'bg-status-note-surface',
  'bg-status-snoozed-surface',
  'bg-status-success-surface',
  'bg-status-waiting-surface',
]

/** Returns the same tint for the same person everywhere. */
function getTint(key: string): string | undefined {
  let hash = 0
  for (let index = 0; index < key.length; index++) hash = (hash * 31 + key.charCodeAt(index)) >>> 0
  return contactAvatarTints[hash % contactAvatarTints.length]
}

/** Props of {@link ContactAvatar}. */
interface ContactAvatarProps extends React.ComponentProps<'span'> {
  /** Name of the person; `null` if unknown. */
  name: string | null
  /** Replaces a missing name. */
  email?: string | null | undefined
  /** Address of a picture; `null` if there is none. A picture that doesn't load is left out. */
  avatarUrl: string | null
  /** Intercom id of the person. It picks the tint and is not rendered. */
  id?: string | undefined
  /** 24, 36 or 56 pixels. @default 'default' */
  size?: 'sm' | 'default' | 'lg' | undefined
}

/** A person's picture, initials or silhouette. Hidden from assistive technology, since the name is shown beside it. */
function ContactAvatar({ name, email, avatarUrl, id, size = 'default', className, ...props }: ContactAvatarProps) {
  const letters = getInitials(name ?? '') || getInitials(email ?? '')
  // One element if there is no picture: a list renders many of these.
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

/** Props of {@link StatusBadge}. */
interface StatusBadgeProps extends React.ComponentProps<'span'> {
  /** Result of `getConversationStatus()`. `null` shows nothing. */
  status: ConversationStatus | null
  /** Overrides for the default strings. */
  strings?: Partial<StringTable> | undefined
}

/** Unread, Waiting, Snoozed or Closed, as an icon and a word. Children follow the word: how long, or until when. */
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

export { ContactAvatar, StatusBadge, type ContactAvatarProps, type StatusBadgeProps }

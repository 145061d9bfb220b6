'use client'

import { cva } from 'class-variance-authority'
import { CircleCheck, Hourglass, Mail, Moon, UserRound } from 'lucide-react'
import type * as React from 'react'
import { type ConversationStatus, OptionalImage, type Waiting } from 'intercom-v0-kit/inbox'
import { getInitials, type StringsProps, statusBadgeStrings, useStrings } from 'intercom-v0-kit/strings'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/lib/utils'

const contactAvatarVariants = cva('flex shrink-0 items-center justify-center rounded-full font-medium select-none', {
  variants: {
    size: {
      xs: 'size-4.5 text-[0.5rem]',
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
  /** 18, 24, 36 or 56 pixels. */
  size?: 'xs' | 'sm' | 'default' | 'lg' | undefined
}

/** Hidden from assistive technology, because the name is always beside it. */
function ContactAvatar({ name, email, avatarUrl, id, size = 'default', className, children, ...props }: ContactAvatarProps) {
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
      {children}
    </span>
  )
}

const waitingRingVariants = cva('pointer-events-none absolute -inset-1 size-11 -rotate-90 forced-colors:text-[CanvasText]', {
  variants: { level: { calm: 'text-status-unread', over: 'text-status-waiting opacity-75', late: 'text-destructive' } },
})

interface WaitingRingProps extends React.ComponentProps<'svg'> {
  /** Returned by `getWaiting()`. `null` renders nothing. */
  waiting: Waiting | null
  /** The same in words, for screen readers. Leave it out if a text nearby says it. */
  label?: string | undefined
}

/** Arc around an avatar that fills until the reply target. */
function WaitingRing({ waiting, label, className, ...props }: WaitingRingProps) {
  if (!waiting) return null
  const arc = { cx: 22, cy: 22, r: 21, fill: 'none', strokeWidth: 2, stroke: 'currentColor' }
  return (
    <>
      <svg
        aria-hidden="true"
        data-slot="waiting-ring"
        data-level={waiting.level}
        viewBox="0 0 44 44"
        className={cn(waitingRingVariants({ level: waiting.level }), className)}
        {...props}
      >
        <circle {...arc} className="opacity-15 forced-colors:opacity-40" />
        <circle
          {...arc}
          pathLength={100}
          strokeDasharray={`${Math.max(4, Math.round(waiting.share * 100))} 100`}
          strokeLinecap={waiting.share < 1 ? 'round' : undefined}
          className="motion-safe:transition-[stroke-dasharray,color] motion-safe:duration-300"
        />
      </svg>
      {label ? <span className="sr-only">{label}</span> : null}
    </>
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
  /** Whether to show the icon. @default true */
  hasIcon?: boolean | undefined
}

function StatusBadge({ status, hasIcon = true, strings, className, children, ...props }: StatusBadgeProps) {
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
      {hasIcon ? <Icon aria-hidden="true" /> : null}
      {t(status)} {children}
    </Badge>
  )
}

export { ContactAvatar, StatusBadge, type StatusBadgeProps, WaitingRing }

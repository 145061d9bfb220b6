'use client'

import { cva } from 'class-variance-authority'
import { UserRound } from 'lucide-react'
import * as React from 'react'
import { initials } from 'intercom-v0-kit/strings'
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

// The theme's pale surfaces, none of which says anything here: each is made for text on it.
const contactAvatarTints = [
  'bg-status-unread-surface',
  'bg-status-note-surface',
  'bg-status-snoozed-surface',
  'bg-status-success-surface',
  'bg-status-waiting-surface',
]

/** The same tint for the same person, wherever they are shown. */
function tintOf(key: string): string | undefined {
  let hash = 0
  for (let index = 0; index < key.length; index++) hash = (hash * 31 + key.charCodeAt(index)) >>> 0
  return contactAvatarTints[hash % contactAvatarTints.length]
}

/** Props of {@link ContactAvatar}. */
interface ContactAvatarProps extends React.ComponentProps<'span'> {
  /** The person's name; null where it is not known. */
  name: string | null
  /** Stands in for a missing name. */
  email?: string | null
  /** The address of a picture; null where there is none. One that does not load is left out. */
  avatarUrl: string | null
  /** The person's id in Intercom: it picks their tint, and is not put into the page. */
  id?: string
  /** 24, 36 or 56 pixels. */
  size?: 'sm' | 'default' | 'lg'
}

/**
 * A person's picture, else their initials, else a silhouette. It is hidden from assistive technology: the name stands
 * beside it.
 */
function ContactAvatar({ name, email, avatarUrl, id, size = 'default', className, ...props }: ContactAvatarProps) {
  const letters = initials(name ?? '') || initials(email ?? '')
  // One element, where there is no picture: a list of ten thousand people is made of these.
  return (
    <span
      aria-hidden="true"
      data-slot="contact-avatar"
      data-size={size}
      className={cn(
        contactAvatarVariants({ size }),
        letters ? tintOf(id ?? email ?? letters) : 'bg-muted text-muted-foreground',
        avatarUrl && 'relative',
        className,
      )}
      {...props}
    >
      {letters || <UserRound className="size-1/2" />}
      {avatarUrl ? <Picture key={avatarUrl} src={avatarUrl} /> : null}
    </span>
  )
}

/** The picture, over the initials as soon as it is there. Its address may be wrong or blocked: they stay then. */
function Picture({ src }: { src: string }) {
  const [hasFailed, setFailed] = React.useState(false)
  if (hasFailed) return null
  return (
    <img
      src={src}
      alt=""
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setFailed(true)}
      className="absolute inset-0 size-full rounded-full object-cover"
    />
  )
}

export { ContactAvatar, type ContactAvatarProps }

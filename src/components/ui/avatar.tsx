'use client'

import * as React from 'react'
import { cn } from '@/lib/utils'

type Status = 'loading' | 'loaded' | 'failed'

const StatusContext = React.createContext<[Status, (status: Status) => void]>(['failed', () => {}])

/** shadcn/ui's avatar, by name and props: a picture, or the fallback until and unless there is one. */
function Avatar({ className, ...props }: React.ComponentProps<'span'>) {
  const state = React.useState<Status>('loading')
  return (
    <StatusContext value={state}>
      <span
        data-slot="avatar"
        data-state={state[0]}
        className={cn('relative flex size-8 shrink-0 overflow-hidden rounded-full select-none', className)}
        {...props}
      />
    </StatusContext>
  )
}

/** The picture. Its address may be missing, wrong or blocked: the fallback stays then. */
function AvatarImage({ className, alt = '', src, ...props }: React.ComponentProps<'img'>) {
  const [status, setStatus] = React.use(StatusContext)
  React.useEffect(() => setStatus('loading'), [src, setStatus])
  if (!src || status === 'failed') return null
  return (
    <img
      data-slot="avatar-image"
      src={src}
      alt={alt}
      decoding="async"
      referrerPolicy="no-referrer"
      onLoad={() => setStatus('loaded')}
      onError={() => setStatus('failed')}
      className={cn('absolute inset-0 size-full object-cover', status === 'loading' && 'opacity-0', className)}
      {...props}
    />
  )
}

/** What stands where the picture would be: initials, or an icon. */
function AvatarFallback({ className, ...props }: React.ComponentProps<'span'>) {
  return (
    <span
      data-slot="avatar-fallback"
      className={cn('flex size-full items-center justify-center rounded-full bg-muted', className)}
      {...props}
    />
  )
}

export { Avatar, AvatarFallback, AvatarImage }

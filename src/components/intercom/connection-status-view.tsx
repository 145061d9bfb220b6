'use client'

import { CloudOff, LoaderCircle, RefreshCw } from 'lucide-react'
import type * as React from 'react'
import { connectionStatusMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'

const icons = { connecting: LoaderCircle, polling: RefreshCw, offline: CloudOff }

/** Props of {@link ConnectionStatusView}. */
interface ConnectionStatusViewProps extends React.ComponentProps<'div'> {
  /**
   * What is the matter: the stream is being connected again, there is none, or there is no network. `live` shows
   * nothing, and is told to who was told of the trouble before. Without it, nothing is shown and nothing told.
   */
  state?: 'connecting' | 'polling' | 'offline' | 'live'
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** A line that says that what is shown may not be the latest, and is told politely; empty while all is well. */
function ConnectionStatusView({ state, messages, className, ...props }: ConnectionStatusViewProps) {
  const t = useMessages('connectionStatus', connectionStatusMessages, messages)
  const Icon = state && state !== 'live' ? icons[state] : null
  return (
    // It is there before it says something: only then is what it says read aloud.
    <div role="status" data-slot="connection-status" data-state={state} className={className} {...props}>
      {Icon ? (
        <p className="flex items-center gap-2 border-t bg-muted px-3.5 py-2 text-xs text-muted-foreground">
          <Icon
            aria-hidden="true"
            className={cn('size-3.5 shrink-0', state === 'connecting' && 'motion-safe:animate-spin')}
          />
          <span className="min-w-0 wrap-anywhere">{state ? t(state) : null}</span>
        </p>
      ) : null}
      {state === 'live' ? <span className="sr-only">{t('live')}</span> : null}
    </div>
  )
}

export { ConnectionStatusView, type ConnectionStatusViewProps }

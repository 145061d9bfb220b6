'use client'

import { CloudOff, LoaderCircle, RefreshCw } from 'lucide-react'
import type * as React from 'react'
import { type LiveState, useConnectionTrouble } from 'intercom-v0-kit/inbox'
import { connectionStatusStrings, type StringTable, useStrings } from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'

const icons = { connecting: LoaderCircle, checking: RefreshCw, polling: RefreshCw, offline: CloudOff }

/** Props of {@link ConnectionStatus}. */
interface ConnectionStatusProps extends React.ComponentProps<'div'> {
  /** Milliseconds until a trouble is shown, because most are short. @default 4000 */
  delay?: number | undefined
  /** Overrides for the default strings. */
  strings?: Partial<StringTable> | undefined
}

/** Props of {@link ConnectionStatusView}. */
interface ConnectionStatusViewProps extends Omit<ConnectionStatusProps, 'delay'> {
  /** State of the connection. `live` announces the end of a trouble to screen readers. Without it nothing is rendered. */
  state?: LiveState | undefined
}

/**
 * Says that the data may be out of date, if the stream of `useLiveUpdates` has been interrupted for some seconds. Takes no
 * room while all is well.
 */
function ConnectionStatus({ delay, ...props }: ConnectionStatusProps) {
  return <ConnectionStatusView state={useConnectionTrouble(delay)} {...props} />
}

/** Renders one line about the connection from props alone. */
function ConnectionStatusView({ state, strings, className, ...props }: ConnectionStatusViewProps) {
  const t = useStrings('connectionStatus', connectionStatusStrings, strings)
  const Icon = state && state !== 'live' ? icons[state] : null
  return (
    // Always rendered: screen readers often skip a live region that appears together with its text.
    <div role="status" data-slot="connection-status" data-state={state} className={className} {...props}>
      {Icon ? (
        <p className="flex items-center gap-2 border-t bg-muted px-3.5 py-2 text-xs text-muted-foreground">
          <Icon aria-hidden="true" className={cn('size-3.5 shrink-0', state === 'connecting' && 'motion-safe:animate-spin')} />
          <span className="min-w-0 wrap-anywhere">{state ? t(state) : null}</span>
        </p>
      ) : null}
      {state === 'live' ? <span className="sr-only">{t('live')}</span> : null}
    </div>
  )
}

export { ConnectionStatus, ConnectionStatusView, type ConnectionStatusProps, type ConnectionStatusViewProps }

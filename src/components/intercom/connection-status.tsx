'use client'

import { CloudOff, LoaderCircle, RefreshCw } from 'lucide-react'
import type * as React from 'react'
import { type LiveState, useConnectionTrouble } from 'intercom-v0-kit/inbox'
import { connectionStatusStrings, type StringsProps, useStrings } from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'

const icons = { connecting: LoaderCircle, checking: RefreshCw, polling: RefreshCw, offline: CloudOff }

/** Props of {@link ConnectionStatus}. */
interface ConnectionStatusProps extends React.ComponentProps<'div'>, StringsProps {
  /** Milliseconds before an interruption is shown. @default 4000 */
  delay?: number | undefined
}

/** Props of {@link ConnectionStatusView}. */
interface ConnectionStatusViewProps extends Omit<ConnectionStatusProps, 'delay'> {
  /** State of the connection; `undefined` shows nothing. `live` announces to screen readers that the connection is back. */
  state?: LiveState | undefined
}

/** Warns that data may be out of date while the stream of `useLiveUpdates` is interrupted. */
function ConnectionStatus({ delay, ...props }: ConnectionStatusProps) {
  return <ConnectionStatusView state={useConnectionTrouble(delay)} {...props} />
}

/** Renders the state of the connection from props. */
function ConnectionStatusView({ state, strings, className, ...props }: ConnectionStatusViewProps) {
  const t = useStrings('connectionStatus', connectionStatusStrings, strings)
  const Icon = state && state !== 'live' ? icons[state] : null
  return (
    // A live region has to exist before its text, or screen readers often skip it.
    <div role="status" data-slot="connection-status" data-state={state} className={className} {...props}>
      {Icon ? (
        <p className="flex items-center gap-2 border-t bg-muted px-3.5 py-2 text-xs text-muted-foreground">
          <Icon aria-hidden="true" className={cn('size-3.5 shrink-0 text-status-waiting', state === 'connecting' && 'motion-safe:animate-spin')} />
          <span className="min-w-0 wrap-anywhere">{state ? t(state) : null}</span>
        </p>
      ) : null}
      {state === 'live' ? <span className="sr-only">{t('live')}</span> : null}
    </div>
  )
}

export { ConnectionStatus, ConnectionStatusView, type ConnectionStatusProps, type ConnectionStatusViewProps }

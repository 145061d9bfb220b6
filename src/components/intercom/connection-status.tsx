'use client'

import * as React from 'react'
import { ConnectionStatusView } from '@/components/intercom/connection-status-view'
import { type MessageTable, useStoppedClock } from 'intercom-v0-kit/strings'
import { type LiveState, useConnectionState } from 'intercom-v0-kit/inbox'

/** Milliseconds for which it is told that all is well again. */
const RELIEF = 10_000

/** Props of {@link ConnectionStatus}. */
interface ConnectionStatusProps extends React.ComponentProps<'div'> {
  /** Milliseconds that a trouble lasts before it is shown: most pass by themselves. Default 4,000. */
  delay?: number
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** The state to show: one of trouble that has lasted, and that it is over where it was shown. */
function useLasting(state: LiveState, delay: number): LiveState | undefined {
  const [isTold, tell] = React.useState(false)
  const [wasLive, setWasLive] = React.useState(false)
  const isLive = state === 'live'
  if (isLive && !wasLive) setWasLive(true)
  // A page that has only just come is not connected again.
  const isTrouble = !isLive && (state !== 'connecting' || wasLive)
  React.useEffect(() => {
    if (isTold === isTrouble || !Number.isFinite(delay)) return
    const timer = setTimeout(() => tell(isTrouble), isTrouble ? delay : RELIEF)
    return () => clearTimeout(timer)
  }, [isTold, isTrouble, delay])
  return isTold ? state : undefined
}

/**
 * Says that what is shown may not be the latest, when that has lasted for some seconds: of the stream that
 * `useLiveUpdates` reads. While all is well, it takes no room.
 */
function ConnectionStatus({ delay, messages, ...props }: ConnectionStatusProps) {
  const state = useConnectionState()
  const isStopped = useStoppedClock()
  // Where the clock stands still, nothing lasts, unless somebody says how long.
  const shown = useLasting(state, delay ?? (isStopped ? Infinity : 4000))
  return <ConnectionStatusView state={shown} messages={messages} {...props} />
}

export { ConnectionStatus, type ConnectionStatusProps }

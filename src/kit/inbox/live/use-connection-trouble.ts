'use client'

import * as React from 'react'
import { useIsClockFrozen } from '../../strings/index.ts'
import type { LiveState } from './live-connection.ts'
import { useConnectionState } from './use-live-updates.ts'

/** Milliseconds for which the end of a problem shows. */
const RELIEF = 10_000

/**
 * Returns the state of the connection during a problem, then `live` for ten seconds, otherwise `undefined`. `delay` is in
 * milliseconds, because most problems are short. @default 4,000, or never if the clock of the `LocaleProvider` is stopped
 */
export function useConnectionTrouble(delay?: number): LiveState | undefined {
  const state = useConnectionState()
  const isStopped = useIsClockFrozen()
  const [isShown, setShown] = React.useState(false)
  const [wasLive, setWasLive] = React.useState(false)
  const isLive = state === 'live'
  if (isLive && !wasLive) setWasLive(true)
  // The first connection is not a problem.
  const isTrouble = !isLive && (state !== 'connecting' || wasLive)
  const patience = delay ?? (isStopped ? Infinity : 4_000)
  React.useEffect(() => {
    if (isShown === isTrouble || !Number.isFinite(patience)) return
    const timer = setTimeout(() => setShown(isTrouble), isTrouble ? patience : RELIEF)
    return () => clearTimeout(timer)
  }, [isShown, isTrouble, patience])
  return isShown ? state : undefined
}

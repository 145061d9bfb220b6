'use client'

import * as React from 'react'
import { useIsClockFrozen } from '../../strings/index.ts'
import type { LiveState } from './live-connection.ts'
import { useConnectionState } from './use-live-updates.ts'

/** Milliseconds for which the state stays after a problem ends. */
const RELIEF = 10_000

/**
 * Returns the state of the connection while it is not `live`, and `live` for ten seconds after that. `undefined` while all
 * is well.
 *
 * @param delay milliseconds until a problem is returned, because most are short. Default: 4,000, or never if the clock of
 *   the `LocaleProvider` is stopped
 */
export function useConnectionTrouble(delay?: number): LiveState | undefined {
  const state = useConnectionState()
  const isStopped = useIsClockFrozen()
  const [isShown, setShown] = React.useState(false)
  const [wasLive, setWasLive] = React.useState(false)
  const isLive = state === 'live'
  if (isLive && !wasLive) setWasLive(true)
  // The first connection of a page is no problem.
  const isTrouble = !isLive && (state !== 'connecting' || wasLive)
  const patience = delay ?? (isStopped ? Infinity : 4_000)
  React.useEffect(() => {
    if (isShown === isTrouble || !Number.isFinite(patience)) return
    const timer = setTimeout(() => setShown(isTrouble), isTrouble ? patience : RELIEF)
    return () => clearTimeout(timer)
  }, [isShown, isTrouble, patience])
  return isShown ? state : undefined
}

'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import type { LiveState } from './live-connection.ts'
import { getLivePage, startLive, stopLive } from './live-page.ts'

/** Milliseconds. React mounts twice in development. */
const LINGER = 1000

/** Keeps data up to date while mounted, by the stream of `GET /api/intercom/live` that all components share, or by polling. */
export function useLiveUpdates(isOn = true): void {
  const { cache, mutate } = useSWRConfig()
  React.useEffect(() => {
    if (!isOn) return
    const page = getLivePage(cache)
    clearTimeout(page.end)
    page.end = undefined
    page.users += 1
    if (!page.isRunning) startLive(page, cache, mutate)
    return () => {
      page.users -= 1
      if (page.users === 0) page.end = setTimeout(() => stopLive(page), LINGER)
    }
  }, [cache, mutate, isOn])
}

/** Returns the state of live updates; `connecting` on the server and without {@link useLiveUpdates}. */
export function useConnectionState(): LiveState {
  const page = getLivePage(useSWRConfig().cache)
  const subscribe = React.useCallback(
    (listener: () => void) => {
      page.listeners.add(listener)
      return () => void page.listeners.delete(listener)
    },
    [page],
  )
  return React.useSyncExternalStore(subscribe, () => page.state, () => 'connecting')
}

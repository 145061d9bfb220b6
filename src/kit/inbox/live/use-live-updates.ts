'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import type { LiveState } from './live-connection.ts'
import { livePageOf, startLive, stopLive } from './live-page.ts'

/** Milliseconds for which a connection outlives its last user: React mounts twice in development, and pages change. */
const LINGER = 1000

/**
 * Keeps what the kit's hooks show up to date while something is mounted that calls this: what changes is fetched again
 * at once, by the stream of `GET /api/intercom/live`, or every ten seconds where there is none. One stream serves the
 * page, however many call it.
 *
 * @param isOn false does nothing
 */
export function useLiveUpdates(isOn = true): void {
  const { cache, mutate } = useSWRConfig()
  React.useEffect(() => {
    if (!isOn) return
    const page = livePageOf(cache)
    clearTimeout(page.end)
    page.end = undefined
    page.users += 1
    // One that lingers goes on.
    if (!page.isRunning) startLive(page, cache, mutate)
    return () => {
      page.users -= 1
      if (page.users === 0) page.end = setTimeout(() => stopLive(page), LINGER)
    }
  }, [cache, mutate, isOn])
}

/** How the page is kept up to date now; `connecting` on the server, and where nothing calls {@link useLiveUpdates}. */
export function useConnectionState(): LiveState {
  const page = livePageOf(useSWRConfig().cache)
  const subscribe = React.useCallback(
    (listener: () => void) => {
      page.listeners.add(listener)
      return () => void page.listeners.delete(listener)
    },
    [page],
  )
  return React.useSyncExternalStore(subscribe, () => page.state, () => 'connecting')
}

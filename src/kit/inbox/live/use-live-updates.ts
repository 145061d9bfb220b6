'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import type { LiveState } from './live-connection.ts'
import { getLivePage, startLive, stopLive } from './live-page.ts'

/** Milliseconds until a connection stops after the last component unmounts: React mounts twice in development. */
const LINGER = 1000

/**
 * Keeps the data of the kit's hooks up to date while a component is mounted that calls this. The stream of
 * `GET /api/intercom/live` brings each change at once. Until webhooks arrive the page also polls every 30 seconds, and
 * without a stream every ten. All components share one stream.
 *
 * @param isOn `false` does nothing. Default: true
 */
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

/** Returns how the page is kept up to date; `connecting` on the server, and if no component calls {@link useLiveUpdates}. */
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

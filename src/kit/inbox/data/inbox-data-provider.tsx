'use client'

import * as React from 'react'
import { SWRConfig, useSWRConfig } from 'swr'
import { getViewer, setViewer } from '../../shared/api-client.ts'
import type { InboxData } from '../../shared/inbox-data.ts'
import { HydrationClock } from '../../strings/index.ts'
import { useSessionKey } from '../keyboard/use-inbox.ts'

/** Props of {@link InboxDataProvider}. */
export interface InboxDataProviderProps {
  /** Returned by `loadInbox` of `intercom-v0-kit/server`. */
  data: InboxData
  /** `SupportInbox`, or components with the same data. */
  children: React.ReactNode
}

/** Milliseconds in which mounting requests no data again, because parts of the inbox load later. */
const FRESH = 10_000
/** Seconds after which data must come from a page that the app's router kept. */
const MAX_AGE = 60

// oxlint-disable-next-line kit/no-unstable-render -- Only an effect calls it.
const isOld = ({ now }: InboxData) => Math.abs(Date.now() / 1000 - now) > MAX_AGE

const isOf = (viewer: string) => viewer !== '' && ['', viewer].includes(getViewer())

/**
 * Gives the inbox its first data, loaded on the server. Rows are in the page's HTML, and the browser doesn't request them again.
 * Data of a user who is no longer signed in is dropped.
 */
export function InboxDataProvider({ data, children }: InboxDataProviderProps) {
  const { cache, mutate } = useSWRConfig()
  const session = useSessionKey()
  const [start] = React.useState({ session, isUsable: isOf(data.viewer) })
  const isUsable = start.isUsable && start.session === session

  const [isFresh, setFresh] = React.useState(() => Object.keys(data.fallback).every((key) => cache.get(key)?.data === undefined))
  React.useEffect(() => {
    const timer = setTimeout(() => setFresh(false), FRESH)
    return () => clearTimeout(timer)
  }, [])

  // Only in the browser: on the server, all users share the cache.
  React.useLayoutEffect(() => {
    if (!isUsable || !isOf(data.viewer)) return
    setViewer(data.viewer)
    const revalidate = isOld(data)
    for (const [key, value] of Object.entries(data.fallback)) {
      if (cache.get(key)?.data === undefined) void mutate(key, value, { revalidate })
    }
  }, [isUsable, data, cache, mutate])

  const config = React.useMemo(
    () => (isUsable ? { fallback: data.fallback, revalidateIfStale: !isFresh } : {}),
    [isUsable, data, isFresh],
  )
  return (
    <SWRConfig value={config}>
      <HydrationClock now={data.now}>{children}</HydrationClock>
    </SWRConfig>
  )
}

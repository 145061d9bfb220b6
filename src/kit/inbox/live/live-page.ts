/**
 * Which pages are kept up to date, and how they are: one connection a cache of SWR. The connection itself is loaded after
 * the page.
 */
import type { Cache, useSWRConfig } from 'swr'
import { API_ROOT } from '../../shared/api-client.ts'
import type { LiveConnection, LiveState } from './live-connection.ts'

/** Milliseconds until the connection is loaded again where it did not come. */
const RELOAD = 20_000

type Mutate = ReturnType<typeof useSWRConfig>['mutate']

/** How one cache is kept up to date. */
export interface LivePage {
  /** How it is now. */
  state: LiveState
  /** Told of every other state. */
  listeners: Set<() => void>
  /** How many show something of it. */
  users: number
  /** Whether it is wanted, there or not. */
  isRunning: boolean
  /** Whether the connection is on its way. */
  isLoading: boolean
  /** When it was asked for: what is shown is fetched then. */
  since: number
  /** Stops it, a while after the last of its users. */
  end: ReturnType<typeof setTimeout> | undefined
  /** Loaded after the page. */
  connection: LiveConnection | undefined
}

// One connection a cache, which is one a page.
const pages = new WeakMap<Cache, LivePage>()

/** How a cache is kept up to date: one for each, whoever asks first. */
export function livePageOf(cache: Cache): LivePage {
  let page = pages.get(cache)
  if (!page) {
    page = {
      state: 'connecting', listeners: new Set(), users: 0, isRunning: false, isLoading: false, since: 0,
      end: undefined, connection: undefined,
    }
    pages.set(cache, page)
  }
  return page
}

function enter(page: LivePage, state: LiveState): void {
  if (page.state === state) return
  page.state = state
  for (const listener of page.listeners) listener()
}

/** Waits a while, or until the browser has a network again. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      removeEventListener('online', finish)
      resolve()
    }
    const timer = setTimeout(finish, RELOAD)
    addEventListener('online', finish)
  })
}

function connect(page: LivePage): void {
  page.connection?.start(page.since)
  if (page.connection) enter(page, page.connection.getState())
}

/** Loads the connection, again and again where it does not come, and starts it if it is wanted still. */
async function load(page: LivePage, cache: Cache, mutate: Mutate): Promise<void> {
  page.isLoading = true
  while (page.isRunning && !page.connection) {
    try {
      const { liveConnectionOf } = await import('./live-cache.ts')
      const connection = liveConnectionOf(cache, mutate, () => page.users > 0)
      connection.subscribe(() => enter(page, connection.getState()))
      page.connection = connection
    } catch {
      if (page.isRunning) enter(page, navigator.onLine ? 'polling' : 'offline')
      await pause()
      // It is said that live updates are off, and how long new messages take.
      const keys = page.users > 0 ? [...cache.keys()] : []
      page.since = Date.now()
      for (const key of keys) if (key.includes(`${API_ROOT}/conversations`)) void mutate(key)
    }
  }
  page.isLoading = false
  if (page.isRunning) connect(page)
}

/** Begins, as soon as the connection is there. */
export function startLive(page: LivePage, cache: Cache, mutate: Mutate): void {
  page.isRunning = true
  page.since = Date.now()
  if (page.connection) connect(page)
  else if (!page.isLoading) void load(page, cache, mutate)
}

/** Ends. */
export function stopLive(page: LivePage): void {
  page.isRunning = false
  page.connection?.stop()
  enter(page, 'connecting')
}

import type { Cache, useSWRConfig } from 'swr'
import { API_ROOT } from '../../shared/api-client.ts'
import type { LiveConnection, LiveState } from './live-connection.ts'

/** Milliseconds until the code loads again. */
const RELOAD = 20_000

type Mutate = ReturnType<typeof useSWRConfig>['mutate']

interface LivePage {
  state: LiveState
  listeners: Set<() => void>
  users: number
  isRunning: boolean
  isLoading: boolean
  /** Unix milliseconds of the start. */
  since: number
  end: ReturnType<typeof setTimeout> | undefined
  connection: LiveConnection | undefined
}

const pages = new WeakMap<Cache, LivePage>()

export function getLivePage(cache: Cache): LivePage {
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

function setState(page: LivePage, state: LiveState): void {
  if (page.state === state) return
  page.state = state
  for (const listener of page.listeners) listener()
}

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
  if (page.connection) setState(page, page.connection.getState())
}

async function load(page: LivePage, cache: Cache, mutate: Mutate): Promise<void> {
  page.isLoading = true
  while (page.isRunning && !page.connection) {
    try {
      const { getLiveConnection } = await import('./live-cache.ts')
      const connection = getLiveConnection(cache, mutate, () => page.users > 0)
      connection.subscribe(() => setState(page, connection.getState()))
      page.connection = connection
    } catch {
      if (page.isRunning) setState(page, navigator.onLine ? 'polling' : 'offline')
      await pause()
      // The user sees that live updates are off, so poll.
      const keys = page.users > 0 ? [...cache.keys()] : []
      page.since = Date.now()
      for (const key of keys) if (key.includes(`${API_ROOT}/conversations`)) void mutate(key)
    }
  }
  page.isLoading = false
  if (page.isRunning) connect(page)
}

export function startLive(page: LivePage, cache: Cache, mutate: Mutate): void {
  page.isRunning = true
  page.since = Date.now()
  if (page.connection) connect(page)
  else if (!page.isLoading) void load(page, cache, mutate)
}

export function stopLive(page: LivePage): void {
  page.isRunning = false
  page.connection?.stop()
  setState(page, 'connecting')
}

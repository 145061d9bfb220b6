import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import useSWR, { SWRConfig } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useBulkActions, type BulkActions } from '@/kit/inbox/actions/use-bulk-actions'
import { useConnectionState, useLiveUpdates } from '@/kit/inbox/live/use-live-updates'

// Fails to load. Vitest caches a loaded module, so it can't be restored.
vi.mock('@/kit/inbox/actions/bulk-actions', () => {
  throw new TypeError('Failed to fetch dynamically imported module')
})
vi.mock('@/kit/inbox/live/live-cache', () => {
  throw new TypeError('Failed to fetch dynamically imported module')
})

const place = document.createElement('div')
let root: Root
let asked: string[] = []

beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return Response.json({ error: { code: 'not_found', message: '', request_id: 'r' } }, { status: 404 })
  })
  document.body.append(place)
  root = createRoot(place)
})

afterEach(() => {
  flushSync(() => root.unmount())
  place.remove()
  vi.unstubAllGlobals()
})

const show = (page: React.ReactNode) => root.render(<SWRConfig value={{ provider: () => new Map() }}>{page}</SWRConfig>)

test("reports an action on every conversation as failed if its module doesn't load", async () => {
  let bulk: BulkActions | undefined
  function Page() {
    const given = useBulkActions()
    useEffect(() => {
      bulk = given
    })
    return null
  }
  show(<Page />)
  await vi.waitFor(() => expect(bulk).toBeDefined())
  const outcome = await bulk?.run(['1', '2'], { action: 'close' })
  expect(outcome?.done).toEqual([])
  expect([...(outcome?.failed ?? [])]).toMatchObject([['1', { code: 'offline' }], ['2', { code: 'offline' }]])
  await vi.waitFor(() => expect(bulk).toMatchObject({ attempted: 2, progress: null }))
  expect(asked).toEqual([])
  expect(bulk?.retryFailed).not.toBeNull()
})

test('reports live updates that fail to load, and fetches data anyway', async () => {
  const read = vi.fn(async () => ({}))
  function Page() {
    useLiveUpdates()
    useSWR('/api/intercom/conversations/1', read)
    return useConnectionState()
  }
  show(<Page />)
  await vi.waitFor(() => expect(place.textContent).toBe('polling'))
  expect(read).toHaveBeenCalledTimes(1)

  // Each failed load is retried, after a growing delay.
  for (const times of [2, 3]) {
    await vi.waitFor(() => {
      dispatchEvent(new Event('online'))
      expect(read.mock.calls.length).toBeGreaterThanOrEqual(times)
    })
  }
  expect(place.textContent).toBe('polling')
})

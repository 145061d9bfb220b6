import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import useSWR, { SWRConfig } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toasts } from '@/kit/inbox/actions/toasts'
import { type ConversationActionRunner, useConversationActions } from '@/kit/inbox/actions/use-conversation-actions'
import { useConnectionState, useLiveUpdates } from '@/kit/inbox/live/use-live-updates'

// Fails to load. Vitest caches a loaded module, so it can't be restored.
vi.mock('@/kit/inbox/actions/run-actions', () => {
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
  toasts.clear()
  vi.unstubAllGlobals()
})

const show = (page: React.ReactNode) => root.render(<SWRConfig value={{ provider: () => new Map() }}>{page}</SWRConfig>)

test('shows one toast, and changes nothing, when the code of actions fails to load', async () => {
  let run: ConversationActionRunner | undefined
  function Page() {
    const given = useConversationActions()
    useEffect(() => {
      run = given
    })
    return null
  }
  show(<Page />)
  await vi.waitFor(() => expect(run).toBeDefined())
  await run?.(['1', '2'], [{ action: 'close' }])
  await run?.(['3'], [{ action: 'close' }])
  expect(toasts.get()).toMatchObject([{ kind: 'error', message: expect.stringMatching(/couldn't be loaded/), action: { label: 'Try again' } }])
  expect(asked).toEqual([])
  toasts.act(toasts.get()[0]?.id ?? '')
  await vi.waitFor(() => expect(toasts.get()).toHaveLength(1))
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

import { afterEach, expect, it, vi } from 'vitest'
import { getNewConversations } from '@/kit/inbox/composer/new-conversation-store'
import type { CacheConfig } from '@/kit/shared/cache-store'

afterEach(() => vi.unstubAllGlobals())

it('sends a message after the page has gone', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ conversation_id: '215471000000001' }))
  const unhandled = vi.fn()
  process.on('unhandledRejection', unhandled)
  // Not a mock function, which would handle the rejection.
  let writes = 0
  const mutate = () => {
    writes += 1
    return Promise.reject(new TypeError("Cannot read properties of undefined (reading '6')"))
  }
  const config = { cache: new Map([['$inf$/api/intercom/conversations?state=open', {}]]), mutate, unload: vi.fn() } as unknown as CacheConfig
  const store = getNewConversations(config)
  await store.send('new-conversation', { url: '/api/intercom/conversations', toBody: async () => ({ body: 'Hello' }) })
  await new Promise((resolve) => {
    setTimeout(resolve)
  })
  process.off('unhandledRejection', unhandled)
  expect(store.get('new-conversation')).toMatchObject({ state: 'sent', conversationId: '215471000000001' })
  expect(writes).toBe(1)
  expect(unhandled).not.toHaveBeenCalled()
})

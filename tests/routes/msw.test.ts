import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createIntercom, type FaultId } from '../../mocks/index.ts'
import { intercomHandlers } from '../../mocks/msw.ts'
import { begin, call, end, hurry, readingRoutes, signIn } from './harness.ts'

const intercom = createIntercom()
const server = setupServer(...intercomHandlers(intercom))

beforeAll(() => server.listen())
afterAll(() => server.close())

beforeEach(() => {
  begin()
  vi.unstubAllGlobals()
  intercom.reset()
  signIn({ kind: 'agent', adminId: '7042001' })
})
afterEach(end)

/** What a stubbed `fetch` cannot be trusted with: the real one, its redirects, its broken streams, its signals. */
const faults: [FaultId, number][] = [
  ['offline', 503], ['redirect', 502], ['truncated-stream', 503], ['200-5MB', 502], ['204', 502], ['conn-reset', 503],
]

describe.each(readingRoutes)('$path, through the real fetch', (route) => {
  test('answers', async () => {
    expect((await call(route)).status).toBe(200)
  })

  test.each(faults)('%s', async (fault, status) => {
    intercom.setFault(fault)
    expect((await call(route)).status).toBe(status)
  })

  test('never', async () => {
    hurry()
    // MSW reports the handler that was given up.
    vi.spyOn(console, 'error').mockReturnValue()
    intercom.setFault('never')
    expect((await call(route)).status).toBe(504)
  })
})

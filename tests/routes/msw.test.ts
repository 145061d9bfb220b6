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

/** Faults that need the real `fetch`: redirects, broken streams, signals. */
const faults: [FaultId, number][] = [
  ['offline', 503], ['redirect', 502], ['truncated-stream', 503], ['200-5MB', 200], ['204', 502], ['conn-reset', 503],
]

describe.each(readingRoutes)('$path, through the real fetch', (route) => {
  test('responds', async () => {
    expect((await call(route)).status).toBe(200)
  })

  test.each(faults)('responds to %s with %i', async (fault, status) => {
    intercom.setFault(fault)
    expect((await call(route)).status).toBe(status)
  })

  test('gives up waiting at the deadline', async () => {
    hurry()
    // MSW reports the abandoned handler.
    vi.spyOn(console, 'error').mockReturnValue()
    intercom.setFault('never')
    expect((await call(route)).status).toBe(504)
  })
})

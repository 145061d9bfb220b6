import type { Server } from 'node:http'
import { IntercomClient } from 'intercom-client'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type Intercom, createIntercom } from '../mocks/index.ts'
import { serveIntercom } from '../mocks/server.ts'

/** Serves a mocked Intercom on a port for one test file, and resets it before each test. */
export function serveForSdk(): { intercom: Intercom; client: (token?: string, maxRetries?: number) => IntercomClient } {
  const intercom = createIntercom()
  let server: Server
  let baseUrl: string
  beforeAll(async () => {
    const served = await serveIntercom(intercom, 0)
    server = served.server
    baseUrl = served.address
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  beforeEach(() => intercom.reset())
  return { intercom, client: (token = 'good', maxRetries = 0) => new IntercomClient({ token, baseUrl, maxRetries }) }
}

/** Calls the routes from a page of another origin, in Chromium, which sends preflights and hides refused responses. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, afterEach, expect, test, vi } from 'vitest'
import { createIntercomRoutes } from 'intercom-v0-kit/server'
import { chromiumArgs, ensureChromium } from '../chromium.ts'
import { begin, end, intercom } from './harness.ts'

type Method = keyof ReturnType<typeof createIntercomRoutes>

let browser: Browser
let app: Server
let other: Server
let page: Page

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

const origins = { app: '', other: '' }

beforeAll(async () => {
  const routes = createIntercomRoutes({ authorize: async () => ({ kind: 'agent', adminId: intercom.workspace.admins[0]!.id }) })
  app = createServer(async (incoming, outgoing) => {
    const chunks = await incoming.toArray()
    const { method = 'GET', headers, url } = incoming
    const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}
    const request = new Request(origins.app + url, { method, headers: headers as Record<string, string>, ...body })
    const response = await routes[method as Method](request, { params: Promise.resolve({}) })
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    if (response.body) Readable.fromWeb(response.body as never).pipe(outgoing)
    else outgoing.end()
  })
  other = createServer((_, outgoing) => outgoing.setHeader('content-type', 'text/html').end('<!doctype html><title>Admin</title>'))
  origins.app = await listen(app)
  origins.other = await listen(other)
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
})
afterAll(async () => {
  await browser.close()
  app.close()
  other.close()
})
beforeEach(async () => {
  begin()
  page = await browser.newPage()
  await page.goto(origins.other)
})
afterEach(async () => {
  await page.close()
  end()
})

/** Reads the list and adds an event, and returns the statuses, or the error of the page. */
const readAndWrite = () =>
  page.evaluate(async (origin) => {
    const requests: [string, RequestInit][] = [
      ['/api/intercom/conversations', {}],
      ['/api/intercom/conversations/1/actions', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'a-key-of-the-page' }, body: '{}' }],
    ]
    const found: (number | string)[] = []
    for (const [path, init] of requests) {
      found.push(await fetch(origin + path, { credentials: 'include', ...init }).then(({ status }) => status, (error: Error) => error.message))
    }
    return found
  }, origins.app)

test('a page of a trusted origin reads and writes', async () => {
  vi.stubEnv('INTERCOM_TRUSTED_ORIGINS', origins.other)
  expect(await readAndWrite()).toEqual([200, 400])
})

test('a page of any other origin gets no response', async () => {
  expect(await readAndWrite()).toEqual(['Failed to fetch', 'Failed to fetch'])
})

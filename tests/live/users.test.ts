/** Signs in two users of one browser, one after the other, in two tabs with the inbox. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { replyAsContact } from '../../mocks/index.ts'
import { NOW } from '../../mocks/data/clock.ts'
import { type AppServer, buildApp, launchChromium, serveApp } from '../messenger/app.ts'
import { authorizeWith, begin, end, intercom } from '../routes/harness.ts'

const routes = await import('@/app/api/intercom/[...path]/route')

const CANARY = 'canary-of-ann'
/** Seconds for which a refused reply waits. */
const PAUSE = 6
const soon = { timeout: 30_000, interval: 100 }

let browser: Browser
let server: AppServer
let context: BrowserContext
/** Requests and responses of the user who signs in second. */
let seen: string[] = []
/** User of the browser's cookie, by the app's id. */
let userId = ''
let isLimited = false
/** Replies that were asked to wait. */
let waiting = 0
let conversationId = ''

async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const url = `http://${incoming.headers.host}${incoming.url}`
  const body = Buffer.concat(chunks)
  const left = new AbortController()
  outgoing.on('close', () => left.abort())
  const caller = userId
  const note = (text: string) => void (caller === users.ben && seen.push(text))
  note(`${url} ${body.toString()}`)
  if (isLimited && incoming.method === 'POST') {
    waiting += 1
    const error = { code: 'rate_limited', message: 'Slow down.', request_id: 'r', retry_after: PAUSE }
    return void outgoing.writeHead(429, { 'content-type': 'application/json' }).end(JSON.stringify({ error }))
  }
  const headers = new Headers(Object.entries(incoming.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : [])))
  const request = new Request(url, { method: incoming.method, headers, signal: left.signal, ...(body.length > 0 && { body }) } as RequestInit)
  const response = await routes[incoming.method as 'GET' | 'POST'](request, { params: Promise.resolve({}) })
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body && response.headers.get('content-type')?.startsWith('text/event-stream')) {
    return void Readable.fromWeb(response.body as NodeStream).on('error', () => {}).pipe(outgoing)
  }
  const text = await response.text()
  note(text)
  outgoing.end(text)
}

const users = { ann: '', ben: '' }

beforeAll(async () => {
  const files = await buildApp('tests/live/users-app.tsx')
  browser = await launchChromium()
  server = await serveApp(files, { answer: (request, response) => void respond(request, response).catch(() => response.destroy()) })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

beforeEach(async () => {
  begin()
  const { workspace } = intercom
  const withOpen = workspace.contacts.filter(({ id, external_id: external }) =>
    external && workspace.conversations.some(({ state, contacts }) => state === 'open' && contacts.contacts[0]?.id === id))
  const [ann, ben] = withOpen
  users.ann = ann!.external_id!
  users.ben = ben!.external_id!
  const conversation = workspace.conversations.find(({ state, contacts }) => state === 'open' && contacts.contacts[0]?.id === ann!.id)!
  conversationId = conversation.id
  replyAsContact(workspace, conversation, ann!, NOW, { body: `<p>${CANARY} wrote</p>` })
  authorizeWith(() => ({ kind: 'customer', userId }))
  seen = []
  isLimited = false
  waiting = 0
  userId = users.ann
  context = await browser.newContext()
})
afterEach(async () => {
  await context.close()
  end()
})

/** Opens a tab with Ann's conversation. */
async function openTab(): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${server.url}?id=${conversationId}`)
  await page.getByRole('log').getByText(CANARY).waitFor()
  return page
}

/** Returns everything that a tab shows and stores. */
const readTab = (page: Page) =>
  page.evaluate(() => `${document.documentElement.outerHTML} ${[...document.querySelectorAll('textarea, input')].map((field) => (field as HTMLInputElement).value).join(' ')} ${JSON.stringify({ ...sessionStorage })} ${JSON.stringify({ ...localStorage })}`)

it('leaves nothing of a user to the next one, in any tab', async () => {
  const first = await openTab()
  const second = await openTab()
  isLimited = true
  await first.locator('textarea').last().fill(`${CANARY} queued`)
  await first.keyboard.press('Control+Enter')
  await first.getByRole('log').getByText(`${CANARY} queued`).waitFor()
  await first.locator('textarea').last().fill(`${CANARY} draft`)
  await second.locator('textarea').last().fill(`${CANARY} other draft`)
  expect(await readTab(second)).toContain(`${CANARY} other draft`)
  const posted = () => intercom.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/reply')).length
  const before = posted()

  // Ben signs in. Only the first tab sends a request, such as when the window gets the focus.
  isLimited = false
  userId = users.ben
  await vi.waitFor(async () => {
    await first.evaluate(() => void window.dispatchEvent(new Event('focus')))
    for (const tab of [first, second]) expect(await readTab(tab)).not.toContain(CANARY)
  }, soon)
  await first.locator('[data-slot=conversation-row]').first().waitFor()
  await first.waitForTimeout((PAUSE + 2) * 1000)
  for (const tab of [first, second]) expect(await readTab(tab)).not.toContain(CANARY)
  expect(posted()).toBe(before)
  expect(seen.length).toBeGreaterThan(2)
  expect(seen.filter((text) => text.includes(CANARY))).toEqual([])
})

it('never sends the queued reply of a user with the session of the next, even if no tab has noticed the change', async () => {
  const tabs = [await openTab(), await openTab()]
  isLimited = true
  for (const tab of tabs) await tab.locator('textarea').last().fill(`${CANARY} queued`)
  for (const tab of tabs) await tab.locator('textarea').last().press('Control+Enter')
  await vi.waitFor(() => expect(waiting).toBe(2), soon)
  const posted = () => intercom.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/reply')).length
  const before = posted()

  isLimited = false
  userId = users.ben
  // Only the end of a reply's pause makes a tab send something.
  await vi.waitFor(async () => {
    for (const tab of tabs) expect(await readTab(tab)).not.toContain(CANARY)
  }, soon)
  await tabs[0]!.waitForTimeout((PAUSE + 2) * 1000)
  expect(posted()).toBe(before)
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.filter((text) => text.includes(CANARY))).toEqual([])
})

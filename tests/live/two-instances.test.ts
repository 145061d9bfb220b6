/** Runs two instances of an app with one Redis: a webhook reaches one, a browser is connected to the other. */
import { build } from 'esbuild'
import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once as happens } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createIntercom, NOW, replyAsContact, type Conversation, type Intercom } from '../../mocks/index.ts'
import { serveIntercom } from '../../mocks/server.ts'
import { buildApp, launchChromium } from '../messenger/app.ts'
import { hasRedis, startRedis, type RedisServer } from './redis-server.ts'

const folder = '.cache/tests/live'
const pageFolder = `${folder}/page`
const SECRET = 'client-secret-of-the-two-instances'
const soon = { timeout: 60_000, interval: 100 }

/** Bundles everything that an instance runs into one script that resolves packages from the project. */
async function bundleInstance(): Promise<void> {
  await build({
    stdin: {
      contents: `import * as routes from './src/app/api/intercom/[...path]/route.ts'
        import { serve } from './tests/live/app-server.ts'
        await serve(routes)`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    outfile: `${folder}/instance.mjs`,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    alias: { '@/lib/intercom/authorize': resolve('tests/live/agent.ts'), '@': resolve('src'), 'intercom-v0-kit': resolve('src/kit') },
    logLevel: 'error',
  })
}

interface Instance {
  process: ChildProcess
  url: string
}

async function startInstance(redis: string, mock: string): Promise<Instance> {
  const child = spawn(process.execPath, [`${folder}/instance.mjs`], {
    env: {
      ...process.env, PAGE_FOLDER: pageFolder, REDIS_URL: redis, INTERCOM_MOCK_ORIGIN: mock,
      INTERCOM_ACCESS_TOKEN: 'any', INTERCOM_CLIENT_SECRET: SECRET,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let printed = ''
  child.stdout?.on('data', (data: Buffer) => (printed += data.toString()))
  await vi.waitFor(() => expect(printed).toMatch(/port \d+/), soon)
  return { process: child, url: `http://127.0.0.1:${/port (\d+)/.exec(printed)?.[1]}` }
}

describe.skipIf(!hasRedis)('two instances and one Redis', () => {
  let redis: RedisServer
  let intercom: Intercom
  let mock: { server: Server; address: string }
  let browser: Browser
  let [one, two]: Instance[] = []
  let page: Page
  let conversation: Conversation
  let count = 0

  beforeAll(async () => {
    rmSync(pageFolder, { recursive: true, force: true })
    mkdirSync(pageFolder, { recursive: true })
    const [files] = await Promise.all([buildApp('tests/live/page-app.tsx'), bundleInstance()])
    for (const [name, text] of files) writeFileSync(`${pageFolder}/${name}`, text)
    browser = await launchChromium()
    redis = await startRedis()
    intercom = createIntercom({ now: () => NOW })
    mock = await serveIntercom(intercom, 0)
    await redis.start()
    ;[one, two] = await Promise.all([startInstance(redis.url, mock.address), startInstance(redis.url, mock.address)])
  })
  afterEach(() => page?.close())
  afterAll(async () => {
    await browser?.close()
    for (const instance of [one, two]) {
      if (!instance) continue
      instance.process.kill('SIGKILL')
      await happens(instance.process, 'exit')
    }
    await redis?.remove()
    mock?.server.closeAllConnections()
    mock?.server.close()
  })

  /** Opens a page at the second instance with one live conversation. */
  async function openPage(): Promise<void> {
    conversation = intercom.workspace.conversations.filter(({ state }) => state === 'open')[count % 5]!
    page = await browser.newPage()
    await page.goto(`${two!.url}/?id=${conversation.id}`)
    await page.getByRole('log').waitFor()
    // Until the first webhook, the page also checks by itself.
    await page.locator('output', { hasText: count ? /^(live|checking)$/ : /^checking$/ }).waitFor()
  }

  /** Writes as the customer. The text identifies the message. */
  function write(): string {
    const { workspace } = intercom
    const contact = workspace.contacts.find(({ id }) => id === conversation.contacts.contacts[0]?.id)!
    const text = `Message number ${(count += 1)}.`
    replyAsContact(workspace, conversation, contact, NOW + count, { body: `<p>${text}</p>` })
    return text
  }

  /** Sends a webhook to the first instance. */
  async function deliver(id = `notif_${count}`): Promise<number> {
    const created_at = Math.floor(Date.now() / 1000)
    const body = JSON.stringify({
      type: 'notification_event', id, topic: 'conversation.user.replied', app_id: 'hx7q2mlt', created_at,
      data: { type: 'notification_event_data', item: conversation },
    })
    const signature = createHmac('sha1', SECRET).update(body).digest('hex')
    const headers = { 'content-type': 'application/json', 'x-hub-signature': `sha1=${signature}` }
    return (await fetch(`${one!.url}/api/intercom/webhook`, { method: 'POST', headers, body })).status
  }

  const shown = () => page.getByText(/^Message number \d+\.$/).allTextContents()

  test('shows a webhook at one instance in a page at the other', async () => {
    await openPage()
    const texts: string[] = []
    for (let index = 0; index < 5; index += 1) {
      texts.push(write())
      expect(await deliver()).toBe(200)
    }
    await expect.poll(shown, soon).toEqual(texts)
    await page.locator('output', { hasText: /^live$/ }).waitFor()
    // The page never polled: it read the thread at the start and after each change.
    const reads = intercom.requests.filter(({ path, method }) => method === 'GET' && path === `/conversations/${conversation.id}`)
    expect(reads.length).toBeLessThanOrEqual(2 + texts.length)
  })

  test.each(['with', 'without'] as const)('misses nothing when Redis is killed and restarted %s its data', async (how) => {
    await openPage()
    const before = await shown()
    const texts = [...before, write()]
    expect(await deliver()).toBe(200)
    await expect.poll(shown, soon).toEqual(texts)

    await redis.kill()
    // Without Redis the delivery can't be published or remembered, so Intercom must retry it.
    texts.push(write())
    expect(await deliver('again')).toBe(503)
    // The app's own write still works. Pages get its change once Redis is back.
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
    const init = { method: 'POST', headers, body: JSON.stringify({ action: 'mark_unread' }) }
    expect((await fetch(`${one!.url}/api/intercom/conversations/${conversation.id}/actions`, init)).status).toBe(200)
    texts.push(write())
    expect(await shown()).toEqual(texts.slice(0, -2))

    if (how === 'without') redis.wipe()
    await redis.start()
    // Before any retry of the delivery, the page knows of the gap and fetches.
    await expect.poll(shown, soon).toEqual(texts)
    await vi.waitFor(async () => expect(await deliver(`again-${how}`)).toBe(200), soon)
    texts.push(write())
    expect(await deliver()).toBe(200)
    await expect.poll(shown, soon).toEqual(texts)
    await page.locator('output', { hasText: /^live$/ }).waitFor()
  })

  test("catches up when the page's instance is killed and replaced", async () => {
    await openPage()
    const texts = [...(await shown()), write()]
    await deliver()
    await expect.poll(shown, soon).toEqual(texts)
    const { port } = new URL(two!.url)
    two!.process.kill('SIGKILL')
    await happens(two!.process, 'exit')
    texts.push(write())
    expect(await deliver()).toBe(200)
    await page.locator('output', { hasText: /^(connecting|polling)$/ }).waitFor()
    // A new instance takes over the address, like behind a load balancer.
    two = await startInstance(redis.url, mock.address)
    await page.route(`http://127.0.0.1:${port}/**`, async (route) => {
      await route.continue({ url: route.request().url().replace(`:${port}`, `:${new URL(two!.url).port}`) })
    })
    await expect.poll(shown, soon).toEqual(texts)
    await page.locator('output', { hasText: /^live$/ }).waitFor({ timeout: 60_000 })
  })
})

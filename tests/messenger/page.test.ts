import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { messengerScript, WIDGET_ORIGIN } from '../../mocks/messenger/script.ts'
import { buildApp, launchChromium, serveApp, type AppFiles, type AppServer, type ServeOptions } from './app.ts'

const NONCE = 'bm9uY2Ugb2YgdGhlIHBhZ2U'

let files: AppFiles
let browser: Browser
const servers: AppServer[] = []

beforeAll(async () => {
  files = await buildApp('tests/messenger/page-app.tsx')
  browser = await launchChromium()
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})
afterAll(() => browser?.close())

/** Opens the app, and records requests and errors. */
async function open(query: string, options?: ServeOptions) {
  const server = await serveApp(files, options)
  servers.push(server)
  const context = await browser.newContext()
  const page = await context.newPage()
  const requests: string[] = []
  const errors: string[] = []
  const violations: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (/violates|^This document requires/.test(message.text())) violations.push(message.text())
  })
  await page.route(`${WIDGET_ORIGIN}**`, (route) => route.fulfill({ contentType: 'text/javascript', body: messengerScript() }))
  await page.goto(server.url + query)
  await page.getByRole('button', { name: 'Help' }).waitFor()
  return { page, server, requests, errors, violations, close: () => context.close() }
}

const status = (page: Page, text: string) => page.locator('output', { hasText: text }).waitFor()

describe('a page with nothing but the provider', () => {
  test('shows the launcher and the unread count without a click, after it has loaded', async () => {
    const { page, requests, errors, close } = await open('')
    await status(page, 'ready closed')
    expect(requests.filter((url) => url.includes('intercom.io'))).toEqual([`${WIDGET_ORIGIN}abc12345`])
    await page.getByRole('button', { name: 'Open the Messenger', exact: true }).waitFor()
    await page.evaluate(() => window.messengerMock.setUnreadCount(3))
    await page.getByText('3 unread', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Open the Messenger, 3 unread' }).waitFor()
    const started = await page.evaluate((origin) => {
      const script = performance.getEntriesByType('resource').find(({ name }) => name.startsWith(origin))
      const { loadEventEnd } = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming
      return { script: script?.startTime ?? 0, loadEventEnd }
    }, WIDGET_ORIGIN)
    expect(started.loadEventEnd).toBeGreaterThan(0)
    expect(started.script).toBeGreaterThanOrEqual(started.loadEventEnd)
    expect(errors).toEqual([])
    await close()
  })
})

describe('a page with load="intent"', () => {
  test('sends no request before the first intent, then keeps every call', async () => {
    const { page, requests, errors, close } = await open('?load=intent')
    await page.waitForLoadState('networkidle')
    await status(page, 'waiting closed')
    expect(requests.filter((url) => url.includes('intercom.io'))).toEqual([])
    expect(requests.filter((url) => url.includes('engine'))).toEqual([])
    expect(await page.evaluate(() => 'Intercom' in window)).toBe(false)

    await page.getByRole('button', { name: 'Help' }).hover()
    await status(page, 'ready closed')
    expect(requests.filter((url) => url.includes('intercom.io'))).toEqual([`${WIDGET_ORIGIN}abc12345`])
    await page.getByRole('button', { name: 'Help' }).click()
    await status(page, 'ready open')
    expect(await page.evaluate(() => window.messengerMock.view?.text)).toBe('Where is my invoice?')
    expect(errors).toEqual([])
    await close()
  })

  test('opens the requested space on a click that is the first intent', async () => {
    const { page, close } = await open('?load=intent')
    await page.getByRole('button', { name: 'Help' }).dispatchEvent('click')
    await status(page, 'ready open')
    expect(await page.evaluate(() => window.messengerMock.view?.text)).toBe('Where is my invoice?')
    await close()
  })
})

describe('a content security policy', () => {
  const strict = [
    `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
    "require-trusted-types-for 'script'",
    'trusted-types intercom-v0-kit',
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ')

  test('allows the Messenger with nonce, strict-dynamic and a named Trusted Types policy', async () => {
    const { page, errors, violations, close } = await open('?load=now&trustedTypesPolicy=intercom-v0-kit', {
      policy: strict,
      nonce: NONCE,
    })
    await status(page, 'ready')
    await page.getByRole('button', { name: 'Help' }).click()
    await status(page, 'ready open')
    expect([errors, violations]).toEqual([[], []])
    await close()
  })

  test('reports blocked without a policy name under Trusted Types, and throws nothing', async () => {
    const { page, errors, violations, close } = await open('?load=now', { policy: strict, nonce: NONCE })
    await status(page, 'blocked')
    await expect.poll(() => violations).toHaveLength(1)
    // Each intent retries.
    await page.getByRole('button', { name: 'Help' }).dispatchEvent('click')
    await expect.poll(() => violations).toHaveLength(2)
    await status(page, 'blocked')
    expect(errors).toEqual([])
    await close()
  })

  test('reports blocked for an unlisted Trusted Types policy, and throws nothing', async () => {
    const { page, errors, close } = await open('?load=now&trustedTypesPolicy=another', { policy: strict, nonce: NONCE })
    await status(page, 'blocked')
    expect(errors).toEqual([])
    await close()
  })

  test.each([
    ['as ready with the prop', `?load=now&nonce=${NONCE}`, 'ready'],
    ['as blocked without it', '?load=now', 'blocked'],
  ])('applies nonces %s', async (_, query, outcome) => {
    const { page, errors, close } = await open(query, { policy: `script-src 'self' 'nonce-${NONCE}'`, nonce: NONCE })
    await status(page, outcome)
    expect(errors).toEqual([])
    await close()
  })
})

describe('leaving the page', () => {
  test.each(['by a link', 'by closing it'])('hands over the events (%s)', async (way) => {
    let receive: (body: string) => void = () => {}
    const received = new Promise<string>((resolve) => (receive = resolve))
    const { page, server, close } = await open('?load=intent', {
      answer(request, response) {
        let body = ''
        request.on('data', (chunk) => (body += chunk))
        request.on('end', () => {
          response.writeHead(202).end()
          receive(`${request.method} ${request.url} ${body}`)
        })
      },
    })
    // The component loads the queue itself. A busy page may first ask for it after the network was idle.
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/event-queue-')))
    await page.getByRole('button', { name: 'Track' }).click()
    await page.evaluate(() => new Promise(requestAnimationFrame))
    if (way === 'by a link') await page.goto(`${server.url}elsewhere?load=intent`)
    else await page.close({ runBeforeUnload: true })
    const [method, path, body] = (await received).split(' ', 3) as [string, string, string]
    expect([method, path]).toEqual(['POST', '/api/intercom/events'])
    expect(JSON.parse(body)).toEqual([
      { event_name: 'report_opened', metadata: { report: 'revenue' } },
    ])
    await close()
  })
})

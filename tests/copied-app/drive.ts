/** Drives a running copied app against the mocked Intercom. */
import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator } from 'playwright'
import { buildNotification, type Conversation, replyAsContact, type Intercom } from '../../mocks/index.ts'
import { listRoutes } from '../../src/kit/server/http/route-table.ts'
import { buildIntercomRoutes } from '../../src/kit/server/intercom-routes.ts'
import type { App } from './apps.ts'
import { visit, type Visit, type VisitOptions } from './browser.ts'
import { must, type Check } from './checks.ts'
import type { Ids } from './developer.ts'

/** A running app with its mocked Intercom and browser. */
export interface Running {
  app: App
  address: string
  browser: Browser
  intercom: Intercom
  ids: Ids
  /** Values that must never leave the server. */
  secrets: string[]
  /** Key of the signatures of webhooks. */
  clientSecret: string
  /** Returns the server's output. */
  log: () => string
}

/** Time-out in milliseconds, generous for busy machines. */
export const PATIENCE = 120_000

const rows = ({ page }: Visit) => page.locator('[data-slot="conversation-row"]')

async function until(isSo: () => boolean | Promise<boolean>, message: string): Promise<void> {
  const end = Date.now() + PATIENCE
  while (!(await isSo())) {
    must(Date.now() < end, message)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Opens a page, runs the check and closes it. A failure includes every problem of the page. */
export async function withPage<T>(running: Pick<Running, 'browser' | 'address' | 'log'>, path: string, options: VisitOptions, work: (visit: Visit) => Promise<T>): Promise<T> {
  const visited = await visit(running.browser, running.address + path, options)
  try {
    const result = await work(visited)
    must(visited.problems.length === 0, visited.problems.join('\n'))
    return result
  } catch (error) {
    const { message } = error as Error
    const text = await visited.page.locator('body').innerText().catch(() => '')
    throw new Error([message, ...visited.problems, `The page: ${text.slice(0, 500)}`, running.log().slice(-1500)].join('\n'), { cause: error })
  } finally {
    await visited.close()
  }
}

/** Waits until the inbox shows conversations. */
export async function checkInbox(running: Running): Promise<void> {
  await withPage(running, '/inbox', { session: 'agent' }, async (visited) => {
    await rows(visited).nth(3).waitFor({ timeout: PATIENCE })
  })
}

/** Routes of an app outside `/api/intercom`. */
const ownRoutes = ['/api/account', '/api/stripe/checkout']

async function refuses({ address, intercom }: Running): Promise<string> {
  const before = intercom.requests.length
  const paths = [...new Set(listRoutes(buildIntercomRoutes()).map(({ path }) => path)), ...ownRoutes]
  let count = 0
  for (const path of paths) {
    const url = address + path.replace(/\[\w+\]/g, '1')
    const { headers } = await fetch(url, { method: 'OPTIONS' })
    const allowed = (headers.get('allow') ?? '').split(', ')
    // Intercom checks a webhook with HEAD. Its response has no body to protect.
    const methods = allowed.filter((method) => method && method !== 'OPTIONS' && (method !== 'HEAD' || allowed.includes('GET')))
    must(methods.length > 0, `${url} supports no method.`)
    for (const method of methods) {
      const body = /GET|HEAD/.test(method) ? {} : { body: '{}' }
      const response = await fetch(url, { method, headers: { origin: address, 'content-type': 'application/json' }, ...body })
      must(response.status === 401, `${method} ${url} responds with ${response.status}: ${await response.text()}`)
      count += 1
    }
  }
  must(intercom.requests.length === before, 'Intercom got a request from a caller without a session.')
  return `${count} methods of ${paths.length} routes`
}

async function checkHealth({ address, secrets }: Running): Promise<string> {
  const response = await fetch(`${address}/api/intercom/health`, { headers: { cookie: 'session=agent' } })
  const text = await response.text()
  must(response.status === 200, `/api/intercom/health responds with ${response.status}: ${text}`)
  const { token, workspace } = JSON.parse(text) as { token: string; workspace: { name: string } | null }
  must(token === 'accepted' && workspace !== null, `/api/intercom/health responds with ${text}.`)
  must(!secrets.some((secret) => text.includes(secret)), `/api/intercom/health shows a secret: ${text}`)
  return workspace.name
}

const toLetters = (html: string) => html.replace(/<[^>]*>/g, '').replace(/[^\p{L}]/gu, '')

/** Whether the page shows text of a conversation in the mocked workspace. */
async function showsTextOfWorkspace(articles: Locator, intercom: Intercom): Promise<boolean> {
  const shown = toLetters((await articles.allInnerTexts()).join(' '))
  const first = intercom.workspace.conversations.map(({ source }) => toLetters(source.body ?? '').slice(0, 30))
  return first.some((words) => words.length === 30 && shown.includes(words))
}

async function reads(running: Running): Promise<void> {
  await withPage(running, '/inbox', { session: 'agent' }, async (visited) => {
    await rows(visited).nth(1).click()
    const articles = visited.page.locator('[role="log"] article')
    await articles.first().waitFor({ timeout: PATIENCE })
    await until(() => showsTextOfWorkspace(articles, running.intercom), 'No message of the mocked workspace is on the page.')
    await visited.page.locator('[data-slot="customer-card"] :is(h2, h3)').first().waitFor({ timeout: PATIENCE })
    // The app's stylesheet has received the kit's tokens.
    const colour = await visited.page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--status-unread'))
    must(colour.trim() !== '', 'The stylesheet has no --status-unread.')
  })
}

async function replies(running: Running): Promise<void> {
  const text = 'Thank you, it is on its way.'
  await withPage(running, '/inbox', { session: 'agent' }, async (visited) => {
    await rows(visited).nth(1).click()
    const field = visited.page.locator('[data-slot="message-composer"] textarea')
    await field.fill(text)
    await field.press('Control+Enter')
    await visited.page.locator('[role="log"] article', { hasText: text }).waitFor({ timeout: PATIENCE })
    const found = () => running.intercom.requests.find(({ method, path }) => method === 'POST' && /^\/conversations\/\d+\/reply$/.test(path))
    await until(() => found() !== undefined, 'No reply came to Intercom.')
    const { message_type, admin_id, body } = found()!.body as Record<string, unknown>
    must(message_type === 'comment' && admin_id === running.ids.adminId && String(body).includes(text), `Intercom received ${JSON.stringify(found()!.body)}.`)
  })
}

/** Opens a conversation and replies, which uses the routes beside the list. */
export async function checkReply(running: Running): Promise<void> {
  await reads(running)
  await replies(running)
}

/** Delivers a webhook like Intercom does. */
async function deliver({ address, clientSecret }: Running, topic: string, item: object): Promise<void> {
  const body = JSON.stringify(buildNotification({ topic, item }, Math.floor(Date.now() / 1000)))
  const signature = createHmac('sha1', clientSecret).update(body).digest('hex')
  const headers = { 'content-type': 'application/json', 'x-hub-signature': `sha1=${signature}` }
  const response = await fetch(`${address}/api/intercom/webhook`, { method: 'POST', headers, body })
  must(response.status === 200, `The webhook route responds with ${response.status}: ${await response.text()}`)
}

/** Seconds until a customer's message shows: by polling, and by a webhook. */
const LIMITS = { polled: 35, delivered: 2 }

/** Checks that a customer's reply shows before the first webhook of this server, and sooner with one. */
async function showsCustomerReplies(running: Running): Promise<string> {
  const { workspace } = running.intercom
  return withPage(running, '/inbox', { session: 'agent' }, async (visited) => {
    const { page } = visited
    await rows(visited).nth(1).click()
    await page.locator('[role="log"] article').first().waitFor({ timeout: PATIENCE })
    await page.getByText('Checking for new messages every 30 seconds.').waitFor({ timeout: PATIENCE })
    const id = await page.locator('nav [data-item-id][aria-current="true"]').getAttribute('data-item-id')
    const conversation = workspace.conversations.find((one) => one.id === id)
    const contact = workspace.contacts.find((one) => one.id === conversation?.contacts.contacts[0]?.id)
    must(conversation !== undefined && contact !== undefined, `The workspace has no conversation ${id} with a customer.`)
    const measure = async (limit: number, text: string, announce?: (conversation: Conversation) => Promise<void>) => {
      const now = Math.floor(Date.now() / 1000)
      replyAsContact(workspace, conversation, contact, now, { body: `<p>${text}</p>` })
      conversation.updated_at = now
      await announce?.(conversation)
      const begin = performance.now()
      await page.locator('[role="log"] article', { hasText: text }).waitFor({ timeout: PATIENCE })
      const seconds = (performance.now() - begin) / 1000
      must(seconds <= limit, `The customer's reply showed after ${seconds.toFixed(1)} s, wanted at most ${limit} s.`)
      return `${seconds.toFixed(1)} s`
    }
    const polled = await measure(LIMITS.polled, 'Is anyone there?')
    const delivered = await measure(LIMITS.delivered, 'Never mind, I found it.', (item) => deliver(running, 'conversation.user.replied', item))
    return `${polled} without a webhook, ${delivered} with one`
  })
}

/** Highest cumulative layout shift of an interaction. */
const SHIFT_LIMIT = 0.01

/**
 * Milliseconds that responses of the app's routes take: longer than the half second after an input in which browsers
 * expect a page to move.
 */
const SLOW = 800

/** Checks that nothing moves while the inbox loads, or when data arrives after an interaction. */
async function staysInPlace(running: Running, viewport: { width: number; height: number }): Promise<string> {
  return withPage(running, '/inbox', { session: 'agent', viewport, delay: SLOW }, async (visited) => {
    const { page } = visited
    const figures: string[] = []
    /** Waits until late responses have arrived, and sums up the shifts since the last call. */
    const measure = async (name: string) => {
      await page.waitForTimeout(2.5 * SLOW)
      const shifts = await page.evaluate(() => window.shifts.splice(0))
      const total = shifts.reduce((sum, { value }) => sum + value, 0)
      figures.push(`${name} ${total.toFixed(4)}`)
      return total > SHIFT_LIMIT ? [`${name} shifts by ${total.toFixed(4)}:`, ...shifts.flatMap(({ value, moved }) => [value.toFixed(4), ...moved])] : []
    }
    await rows(visited).nth(3).waitFor({ timeout: PATIENCE })
    const problems = await measure('load')
    await rows(visited).nth(1).click()
    await page.locator('[role="log"] article').first().waitFor({ timeout: PATIENCE })
    problems.push(...(await measure('open')))
    const back = page.getByRole('button', { name: 'Back to conversations' })
    if (await back.isVisible()) await back.click()
    // Beside the list, it leaves the conversation.
    else await page.keyboard.press('Escape')
    problems.push(...(await measure('back')))
    await page.getByLabel('Conversations to show').last().selectOption('closed')
    problems.push(...(await measure('filter')))
    await page.getByLabel('Conversations to show').last().selectOption('all')
    problems.push(...(await measure('filter again')))
    const list = page.locator('[data-slot="conversation-list-scroller"]')
    const before = await list.evaluate((element) => element.scrollHeight)
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await until(async () => (await list.evaluate((element) => element.scrollHeight)) > before, 'No more rows were loaded.')
    problems.push(...(await measure('load more')))
    must(problems.length === 0, `${figures.join(', ')}\n${problems.join('\n')}`)
    return figures.join(', ')
  })
}

/** Milliseconds that scripts take, so that nothing has hydrated at the first paint. */
const SCRIPT_DELAY = 2000

/** Checks that rows are in the page's HTML, and hydrate in place without a second request. */
async function paintsRows(running: Running): Promise<string> {
  const options = { session: 'agent', viewport: { width: 1440, height: 900 } } as const
  const count = await withPage(running, '/inbox', { ...options, javaScriptEnabled: false }, async (visited) => {
    await rows(visited).nth(3).waitFor({ timeout: PATIENCE })
    return rows(visited).count()
  })
  // The server is not in this time zone.
  return withPage(running, '/inbox', { ...options, timezoneId: 'Asia/Tokyo', scriptDelay: SCRIPT_DELAY }, async (visited) => {
    const { page, requests } = visited
    // Loads with the thread column, after hydration.
    await page.locator('[data-slot="inbox-pulse"]').waitFor({ timeout: PATIENCE })
    await page.waitForTimeout(1000)
    const [first, shifts] = await page.evaluate(() => [window.firstPaint, window.shifts] as const)
    must(first !== undefined && first.rows > 3 && first.at < SCRIPT_DELAY, `The first contentful paint has ${JSON.stringify(first)}.`)
    const again = requests.filter((request) => /conversations(?:\?|$)|admins/.test(request))
    must(again.length === 0, `The browser requests what came along: ${again.join(', ')}`)
    const moved = shifts.reduce((sum, { value }) => sum + value, 0)
    must(moved <= SHIFT_LIMIT, `Loading shifts by ${moved.toFixed(4)}:\n${shifts.flatMap((shift) => shift.moved).join('\n')}`)
    return `${count} rows without scripts, ${first.rows} in sight after ${Math.round(first.at)} ms, shift ${moved.toFixed(4)}`
  })
}

/** Checks that no user gets rows of another one in the HTML. */
async function paintsOwnRows({ address, intercom, ids }: Running): Promise<string> {
  const { contacts, conversations } = intercom.workspace
  const own = contacts.find(({ external_id: id }) => id === ids.userId)?.id
  const isForeign = ({ contacts: people, id }: Conversation, html: string) =>
    html.includes(id) && !people.contacts.some((person) => person.id === own)
  const figures: string[] = []
  for (const session of ['customer', 'nobody']) {
    const response = await fetch(`${address}/inbox`, { headers: { cookie: `session=${session}` } })
    const html = await response.text()
    must(response.ok, `/inbox responds with ${response.status}: ${html.slice(0, 500)}`)
    const foreign = conversations.filter((conversation) => isForeign(conversation, html))
    must(foreign.length === 0, `The page of ${session} contains ${foreign.length} conversations of others.`)
    figures.push(`${session} ${conversations.filter(({ id }) => html.includes(id)).length}`)
  }
  return figures.join(', ')
}

/** Checks the app's own dialog: it opens, closes and restores the focus. */
async function checkDialog(running: Running): Promise<void> {
  await withPage(running, '/inbox', { session: 'agent' }, async (visited) => {
    const { page } = visited
    await rows(visited).nth(1).click()
    const more = page.getByRole('button', { name: 'More actions' })
    await more.click()
    await page.getByRole('menuitem', { name: /^Tags/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor({ timeout: PATIENCE })
    await until(() => dialog.evaluate((element) => element.contains(document.activeElement)), 'The dialog has not got the focus.')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached', timeout: PATIENCE })
    await until(() => more.evaluate((element) => element === document.activeElement), 'The focus did not come back to the menu.')
  })
}

/** Checks that no button without a type submits its form. */
async function checkSubmit(running: Running): Promise<void> {
  const sent = () => running.intercom.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/reply')).length
  const before = sent()
  await withPage(running, '/inbox', { session: 'agent' }, async (visited) => {
    const { page } = visited
    await rows(visited).nth(1).click()
    const composer = page.locator('[data-slot="message-composer"]')
    await composer.locator('textarea').fill('Not finished yet')
    const chooser = page.waitForEvent('filechooser', { timeout: PATIENCE })
    await composer.getByRole('button', { name: 'Attach' }).click()
    await (await chooser).setFiles({ name: 'invoice.txt', mimeType: 'text/plain', buffer: Buffer.from('An invoice.') })
    await composer.getByRole('button', { name: /^Remove/ }).click()
    must((await composer.locator('textarea').inputValue()) === 'Not finished yet', 'The draft is lost.')
  })
  must(sent() === before, 'A reply was sent without a submit.')
}

/** Checks the help button, and the text that it prefills in the Messenger. */
export async function checkMessenger(running: Pick<Running, 'browser' | 'address' | 'log'>): Promise<void> {
  await withPage(running, '/', { session: 'nobody' }, async ({ page }) => {
    await page.getByRole('button', { name: 'Support' }).click()
    await page.getByRole('dialog', { name: 'Messenger' }).waitFor({ timeout: PATIENCE })
    const message = page.getByRole('textbox', { name: 'Message' })
    must((await message.inputValue()) === 'Where is my invoice?', 'The Messenger does not start with the prefilled text.')
  })
}

/** Checks that the provider alone brings the bubble and the unread count, without a click. */
async function checkBubble(running: Running): Promise<void> {
  await withPage(running, '/bubble', { session: 'nobody' }, async ({ page }) => {
    await page.getByRole('button', { name: 'Open the Messenger', exact: true }).waitFor({ timeout: PATIENCE })
    await page.evaluate(() => window.messengerMock.setUnreadCount(3))
    await page.getByText('3 unread', { exact: true }).waitFor({ timeout: PATIENCE })
    await page.getByRole('button', { name: 'Open the Messenger, 3 unread' }).waitFor({ timeout: PATIENCE })
    await page.waitForFunction(() => document.title === '(3) A fresh app', undefined, { timeout: PATIENCE })
    await page.waitForFunction(() => document.querySelector<HTMLLinkElement>('link[data-unread-badge="3"]')?.href.startsWith('data:image/png'), undefined, { timeout: PATIENCE })
  })
}

/** Checks that a help button without a provider names the provider and the line to add in the console. */
export async function checkMissingProvider(running: Running): Promise<void> {
  const visited = await visit(running.browser, running.address, { session: 'nobody' })
  try {
    await visited.page.getByRole('button', { name: 'Support' }).click()
    const isNamed = () => visited.problems.some((problem) => problem.startsWith('warning') && problem.includes('<IntercomProvider>') && problem.includes('intercom-v0-kit/messenger'))
    await until(isNamed, `The console has no warning that names the provider:\n${visited.problems.join('\n')}`)
  } finally {
    await visited.close()
  }
}

async function saveName({ page }: Visit): Promise<void> {
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Ada Lovelace')
  await name.blur()
}

async function checkMessengerEvent(running: Running): Promise<void> {
  await withPage(running, '/settings', { session: 'customer' }, async (visited) => {
    await visited.page.waitForFunction(() => window.messengerMock?.view, undefined, { timeout: PATIENCE })
    await saveName(visited)
    await visited.page.waitForFunction(() => window.messengerMock.events.length > 0, undefined, { timeout: PATIENCE })
    const { event, boot } = await visited.page.evaluate(() => ({
      event: window.messengerMock.events[0],
      boot: window.messengerMock.calls.find(({ method }) => method === 'boot')?.args[0] as Record<string, unknown> | undefined,
    }))
    const expected = JSON.stringify({ name: 'profile_updated', metadata: { fields_changed: 'name' }, user: running.ids.userId })
    must(JSON.stringify(event) === expected, `The Messenger received ${JSON.stringify(event)}, not ${expected}.`)
    must(/^[\w-]+\.[\w-]+\.[\w-]+$/.test(String(boot?.intercom_user_jwt)), `The boot has no valid token: ${JSON.stringify(boot)}`)
  })
}

async function checkRouteEvent(running: Running): Promise<void> {
  const found = () => running.intercom.requests.find(({ method, path }) => method === 'POST' && path === '/events')
  await withPage(running, '/settings', { session: 'customer', isBlocked: true }, async (visited) => {
    await saveName(visited)
    await until(() => found() !== undefined, 'No event came to Intercom.')
  })
  const { event_name, user_id } = found()!.body as Record<string, unknown>
  must(event_name === 'profile_updated' && user_id === running.ids.userId, `Intercom received ${JSON.stringify(found()!.body)}.`)
}

function checkSecrets({ app, secrets, log }: Running): string {
  const folder = join(app.folder, '.next/static')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const file of files) {
    const text = readFileSync(join(file.parentPath, file.name), 'utf8')
    must(!secrets.some((secret) => text.includes(secret)), `${file.name} contains a secret.`)
  }
  must(!secrets.some((secret) => log().includes(secret)), 'The log contains a secret.')
  return `${files.length} files`
}

/** Lists the checks of a built and started app. */
export function listDriveChecks(start: () => Running): Check[] {
  const check = (name: string, run: (running: Running) => Promise<string | void> | string): Check => ({ name, run: async () => run(start()) })
  return [
    check('signed out, every route refuses', refuses),
    check('/api/intercom/health says that the app is set up', checkHealth),
    check('the inbox lists conversations', checkInbox),
    check('a conversation and its customer can be read', reads),
    check('a reply is written, sent and shown', replies),
    check('a customer’s reply shows without a webhook, and sooner with one', showsCustomerReplies),
    check('rows are in the first paint, and hydrate in place', paintsRows),
    check('no user gets conversations of others with the page', paintsOwnRows),
    check('nothing shifts on a desktop', (running) => staysInPlace(running, { width: 1440, height: 900 })),
    check('nothing shifts on a phone', (running) => staysInPlace(running, { width: 375, height: 812 })),
    check('a menu leads to a dialog, and the focus comes back', checkDialog),
    check('a file is attached and taken away, and nothing is sent', checkSubmit),
    check('the help button opens the Messenger', checkMessenger),
    check('the provider alone brings the bubble, the unread count and the badge of the tab', checkBubble),
    check('a saved setting tracks its event, by the Messenger', checkMessengerEvent),
    check('a saved setting tracks its event, by the route where the Messenger is blocked', checkRouteEvent),
    check('no secret is in what the browser gets, or in the log', checkSecrets),
  ]
}

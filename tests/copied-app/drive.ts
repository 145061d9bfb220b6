/** What a copied app must do once it runs, against the mocked Intercom. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator } from 'playwright'
import type { Intercom } from '../../mocks/index.ts'
import { listRoutes } from '../../src/kit/server/http/route-table.ts'
import { buildIntercomRoutes } from '../../src/kit/server/intercom-routes.ts'
import type { App } from './apps.ts'
import { visit, type Session, type Visit } from './browser.ts'
import { must, type Check } from './checks.ts'
import type { Ids } from './developer.ts'

/** An app that runs, and what it runs on. */
export interface Running {
  app: App
  address: string
  browser: Browser
  intercom: Intercom
  ids: Ids
  /** What must never leave the server. */
  secrets: string[]
  /** What the server has printed. */
  log: () => string
}

/** Milliseconds: a busy machine takes its time. */
const PATIENCE = 60_000

const rows = ({ page }: Visit) => page.locator('[data-slot="conversation-row"]')

async function until(isSo: () => boolean | Promise<boolean>, message: string): Promise<void> {
  const end = Date.now() + PATIENCE
  while (!(await isSo())) {
    must(Date.now() < end, message)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Uses a page, and closes it; whatever went wrong in it is the failure. */
async function onPage<T>(running: Pick<Running, 'browser' | 'address' | 'log'>, path: string, options: { session: Session; isBlocked?: boolean }, work: (visit: Visit) => Promise<T>): Promise<T> {
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
export async function showsInbox(running: Running): Promise<void> {
  await onPage(running, '/inbox', { session: 'agent' }, async (visited) => {
    await rows(visited).nth(3).waitFor({ timeout: PATIENCE })
  })
}

/** Routes of an app that are not below `/api/intercom`. */
const ownRoutes = ['/api/account', '/api/stripe/checkout']

async function refuses({ address, intercom }: Running): Promise<string> {
  const before = intercom.requests.length
  const paths = [...new Set(listRoutes(buildIntercomRoutes()).map(({ path }) => path)), ...ownRoutes]
  let count = 0
  for (const path of paths) {
    const url = address + path.replace(/\[\w+\]/g, '1')
    const { headers } = await fetch(url, { method: 'OPTIONS' })
    const allowed = (headers.get('allow') ?? '').split(', ')
    // HEAD without GET is how Intercom checks that a webhook exists: its response has no body to protect.
    const methods = allowed.filter((method) => method && method !== 'OPTIONS' && (method !== 'HEAD' || allowed.includes('GET')))
    must(methods.length > 0, `${url} supports no method.`)
    for (const method of methods) {
      const body = /GET|HEAD/.test(method) ? {} : { body: '{}' }
      const response = await fetch(url, { method, headers: { origin: address, 'content-type': 'application/json' }, ...body })
      must(response.status === 401, `${method} ${url} responds with ${response.status}: ${await response.text()}`)
      count += 1
    }
  }
  must(intercom.requests.length === before, 'Intercom got a request of a caller who is not signed in.')
  return `${count} methods of ${paths.length} routes`
}

async function reportsHealth({ address, secrets }: Running): Promise<string> {
  const response = await fetch(`${address}/api/intercom/health`, { headers: { cookie: 'session=agent' } })
  const text = await response.text()
  must(response.status === 200, `/api/intercom/health responds with ${response.status}: ${text}`)
  const { token, workspace } = JSON.parse(text) as { token: string; workspace: { name: string } | null }
  must(token === 'accepted' && workspace !== null, `/api/intercom/health says ${text}.`)
  must(!secrets.some((secret) => text.includes(secret)), `/api/intercom/health shows a secret: ${text}`)
  return workspace.name
}

const lettersOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/[^\p{L}]/gu, '')

/** Whether what somebody in the mocked workspace has written can be read on the page. */
async function hasWordsOf(articles: Locator, intercom: Intercom): Promise<boolean> {
  const shown = lettersOf((await articles.allInnerTexts()).join(' '))
  const first = intercom.workspace.conversations.map(({ source }) => lettersOf(source.body ?? '').slice(0, 30))
  return first.some((words) => words.length === 30 && shown.includes(words))
}

async function reads(running: Running): Promise<void> {
  await onPage(running, '/inbox', { session: 'agent' }, async (visited) => {
    await rows(visited).nth(1).click()
    const articles = visited.page.locator('[role="log"] article')
    await articles.first().waitFor({ timeout: PATIENCE })
    await until(() => hasWordsOf(articles, running.intercom), 'No message of the mocked workspace is on the page.')
    await visited.page.locator('[data-slot="customer-card"] :is(h2, h3)').first().waitFor({ timeout: PATIENCE })
    // The kit's own tokens have come along, in the stylesheet of the app.
    const colour = await visited.page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--status-unread'))
    must(colour.trim() !== '', 'The stylesheet has no --status-unread.')
  })
}

async function replies(running: Running): Promise<void> {
  const text = 'Thank you, it is on its way.'
  await onPage(running, '/inbox', { session: 'agent' }, async (visited) => {
    await rows(visited).nth(1).click()
    const field = visited.page.locator('[data-slot="message-composer"] textarea')
    await field.fill(text)
    await field.press('Control+Enter')
    await visited.page.locator('[role="log"] article', { hasText: text }).waitFor({ timeout: PATIENCE })
    const found = () => running.intercom.requests.find(({ method, path }) => method === 'POST' && /^\/conversations\/\d+\/reply$/.test(path))
    await until(() => found() !== undefined, 'No reply came to Intercom.')
    const { message_type, admin_id, body } = found()!.body as Record<string, unknown>
    must(message_type === 'comment' && admin_id === running.ids.adminId && String(body).includes(text), `Intercom was sent ${JSON.stringify(found()!.body)}.`)
  })
}

/** Reads a conversation and answers it: what the routes are for that are asked after the list. */
export async function usesInbox(running: Running): Promise<void> {
  await reads(running)
  await replies(running)
}

/** What is laid over the page is shadcn's, of one kind or another: it opens, closes, and gives the focus back. */
async function asksBeforeItActs(running: Running): Promise<void> {
  await onPage(running, '/inbox', { session: 'agent' }, async (visited) => {
    const { page } = visited
    await rows(visited).nth(1).click()
    const more = page.getByRole('button', { name: 'More actions' })
    await more.click()
    await page.getByRole('menuitem', { name: /^Assign/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor({ timeout: PATIENCE })
    await until(() => dialog.evaluate((element) => element.contains(document.activeElement)), 'The dialog has not got the focus.')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached', timeout: PATIENCE })
    await until(() => more.evaluate((element) => element === document.activeElement), 'The focus did not come back to the menu.')
  })
}

/** A button of a form that says nothing of its type would send the form. */
async function sendsNothingByItself(running: Running): Promise<void> {
  const sent = () => running.intercom.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/reply')).length
  const before = sent()
  await onPage(running, '/inbox', { session: 'agent' }, async (visited) => {
    const { page } = visited
    await rows(visited).nth(1).click()
    const composer = page.locator('[data-slot="message-composer"]')
    await composer.locator('textarea').fill('Not finished yet')
    const chooser = page.waitForEvent('filechooser', { timeout: PATIENCE })
    await composer.getByRole('button', { name: 'Attach' }).click()
    await (await chooser).setFiles({ name: 'invoice.txt', mimeType: 'text/plain', buffer: Buffer.from('An invoice.') })
    await composer.getByRole('button', { name: /^Remove/ }).click()
    must((await composer.locator('textarea').inputValue()) === 'Not finished yet', 'What was written is gone.')
  })
  must(sent() === before, 'A reply was sent that nobody has sent.')
}

/** The help button, and the text that it gives to the Messenger. */
export async function opensMessenger(running: Pick<Running, 'browser' | 'address' | 'log'>): Promise<void> {
  await onPage(running, '/', { session: 'nobody' }, async ({ page }) => {
    await page.getByRole('button', { name: 'Support' }).click()
    await page.getByRole('dialog', { name: 'Messenger' }).waitFor({ timeout: PATIENCE })
    const message = page.getByRole('textbox', { name: 'Message' })
    must((await message.inputValue()) === 'Where is my invoice?', 'The Messenger does not begin with the text.')
  })
}

/** A press on a help button without a provider: the console names the provider and the line to add. */
export async function namesMissingProvider(running: Running): Promise<void> {
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

async function tracksByMessenger(running: Running): Promise<void> {
  await onPage(running, '/settings', { session: 'customer' }, async (visited) => {
    await visited.page.waitForFunction(() => window.messengerMock?.view, undefined, { timeout: PATIENCE })
    await saveName(visited)
    await visited.page.waitForFunction(() => window.messengerMock.events.length > 0, undefined, { timeout: PATIENCE })
    const { event, boot } = await visited.page.evaluate(() => ({
      event: window.messengerMock.events[0],
      boot: window.messengerMock.calls.find(({ method }) => method === 'boot')?.args[0] as Record<string, unknown> | undefined,
    }))
    const expected = JSON.stringify({ name: 'profile_updated', metadata: { fields_changed: 'name' }, user: running.ids.userId })
    must(JSON.stringify(event) === expected, `The Messenger was told ${JSON.stringify(event)}, not ${expected}.`)
    must(/^[\w-]+\.[\w-]+\.[\w-]+$/.test(String(boot?.intercom_user_jwt)), `Nobody proved who the user is: ${JSON.stringify(boot)}`)
  })
}

async function tracksByRoute(running: Running): Promise<void> {
  const found = () => running.intercom.requests.find(({ method, path }) => method === 'POST' && path === '/events')
  await onPage(running, '/settings', { session: 'customer', isBlocked: true }, async (visited) => {
    await saveName(visited)
    await until(() => found() !== undefined, 'No event came to Intercom.')
  })
  const { event_name, user_id } = found()!.body as Record<string, unknown>
  must(event_name === 'profile_updated' && user_id === running.ids.userId, `Intercom was told ${JSON.stringify(found()!.body)}.`)
}

function keepsSecrets({ app, secrets, log }: Running): string {
  const folder = join(app.folder, '.next/static')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const file of files) {
    const text = readFileSync(join(file.parentPath, file.name), 'utf8')
    must(!secrets.some((secret) => text.includes(secret)), `${file.name} has a secret in it.`)
  }
  must(!secrets.some((secret) => log().includes(secret)), 'The log has a secret in it.')
  return `${files.length} files`
}

/** Everything that is checked in an app that is built and started. */
export function driveChecks(start: () => Running): Check[] {
  const check = (name: string, run: (running: Running) => Promise<string | void> | string): Check => ({ name, run: async () => run(start()) })
  return [
    check('signed out, every route refuses', refuses),
    check('/api/intercom/health says that the app is set up', reportsHealth),
    check('the inbox lists conversations', showsInbox),
    check('a conversation and its customer can be read', reads),
    check('a reply is written, sent and shown', replies),
    check('a menu leads to a dialog, and the focus comes back', asksBeforeItActs),
    check('a file is attached and taken away, and nothing is sent', sendsNothingByItself),
    check('the help button opens the Messenger', opensMessenger),
    check('a saved setting tracks its event, by the Messenger', tracksByMessenger),
    check('a saved setting tracks its event, by the route where the Messenger is blocked', tracksByRoute),
    check('no secret is in what the browser gets, or in the log', keepsSecrets),
  ]
}

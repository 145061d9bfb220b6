/** Makes the edits of a developer after copying: variables, the signed-in user, account storage, pages. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { App } from './apps.ts'
import { must } from './checks.ts'

/** Ids of the workspace in the developer's files. */
export interface Ids {
  adminId: string
  userId: string
}

/** File in which the developer identifies the caller. */
export const authorizeFile = 'lib/intercom/authorize.ts'

const own = fileURLToPath(new URL('templates/own/', import.meta.url))

function readOwn(name: string, { adminId, userId }: Ids): string {
  return readFileSync(join(own, name), 'utf8').replaceAll('ADMIN_ID', adminId).replaceAll('USER_ID', userId)
}

/**
 * Fills in the variables that the copy has added to `.env.local`.
 * @throws Error if a variable is missing or already has a value
 */
export function setVariables(app: App, values: Record<string, string>, mockOrigin: string): void {
  const path = join(app.folder, '.env.local')
  let text = readFileSync(path, 'utf8')
  for (const [name, value] of Object.entries(values)) {
    const line = new RegExp(`^${name}=$`, 'm')
    must(line.test(text) || text.includes(`${name}=${value}\n`), `.env.local has no empty ${name}:\n${text}`)
    text = text.replace(line, `${name}=${value}`)
  }
  if (!text.includes('INTERCOM_MOCK_ORIGIN')) text += `\nINTERCOM_MOCK_ORIGIN=${mockOrigin}\n`
  writeFileSync(path, text)
}

/** Replaces the last function of a copied file with the developer's own. */
function replaceFunction(app: App, file: string, name: string, code: string): void {
  const path = app.toPath(file)
  const text = readFileSync(path, 'utf8')
  const start = text.indexOf(`export async function ${name}(`)
  must(start >= 0, `${path} has no function ${name}.`)
  writeFileSync(path, text.slice(0, start) + code)
}

/** Identifies the user by a cookie `session`. */
export function setAuthorize(app: App, ids: Ids): void {
  replaceFunction(app, authorizeFile, 'authorize', readOwn('authorize.ts', ids))
}

/** Stores accounts, and writes the pages that use the kit. */
export function writePages(app: App, ids: Ids): void {
  replaceFunction(app, 'lib/intercom/account.ts', 'saveAccount', readOwn('account.ts', ids))
  for (const name of ['page.tsx', 'bubble/page.tsx', 'bubble/unread.tsx', 'settings/page.tsx', 'settings/settings.tsx']) {
    const path = join(app.folder, app.source, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, app.ownImports(readOwn(name, ids)))
  }
}

/** Writes a first page with only a help button, without a provider. */
export function writePageWithoutProvider(app: App): void {
  writeFileSync(join(app.folder, app.source, 'page.tsx'), app.ownImports(readOwn('without-provider.tsx', { adminId: '', userId: '' })))
}

/** Writes the page of a Vite app. */
export function writeViteApp(app: App, ids: Ids): void {
  writeFileSync(join(app.folder, app.source, 'app.tsx'), app.ownImports(readOwn('vite-app.tsx', ids)))
}

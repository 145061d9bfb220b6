/** The apps that the kit is copied into, and what is checked in each. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { createIntercom, type Intercom } from '../../mocks/index.ts'
import { serveIntercom } from '../../mocks/server.ts'
import { add, filesFor, placeOf, withDependencies } from './add.ts'
import { makeApp, usualAliases, type App, type Variant } from './apps.ts'
import { must, type Check } from './checks.ts'
import { run, serve, type RunningServer } from './commands.ts'
import { setAuthorize, setVariables, addNodeTypes, writePages, writeViteApp, type Ids } from './developer.ts'
import { driveChecks, opensMessenger, showsInbox, usesInbox, type Running } from './drive.ts'
import type { Registries } from './registries.ts'

/** What all variants share. */
export interface Stage {
  registries: Registries
  browser: Browser
}

/** A variant at work: its checks, and how to clear up behind it. */
export interface Plan {
  title: string
  checks: Check[]
  /** Stops what runs. */
  stop: () => Promise<void>
  /** Removes the app. */
  remove: () => void
}

const values = {
  NEXT_PUBLIC_INTERCOM_APP_ID: 'hx7q2mlt',
  INTERCOM_ACCESS_TOKEN: 'dG9rOmNhbmFyeV8zMWY0_of_the_copied_app',
  INTERCOM_MESSENGER_API_SECRET: 'messenger-secret-of-the-copied-app',
  INTERCOM_CLIENT_SECRET: 'client-secret-of-the-copied-app',
}

const secrets = Object.entries(values).flatMap(([name, value]) => (name.startsWith('NEXT_PUBLIC_') ? [] : [value]))

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const next = 'node_modules/next/dist/bin/next'

/** @throws Error with what the program printed, where it fails or warns */
async function runWell(app: App, args: string[]): Promise<void> {
  const { code, output } = await run(args, { cwd: app.folder, patience: 600 })
  must(code === 0 && !/\bwarn(?:ing)?s?\b|⚠/i.test(output), `${args.join(' ')} ended with ${code}:\n${output}`)
}

/** A mocked Intercom of its own, and who is who in it. */
async function mockIntercom(): Promise<{ intercom: Intercom; origin: string; ids: Ids; close: () => void }> {
  const intercom = createIntercom({ now: () => Math.floor(Date.now() / 1000), token: values.INTERCOM_ACCESS_TOKEN })
  const { server, address } = await serveIntercom(intercom, 0)
  const { admins, contacts } = intercom.workspace
  const ids = { adminId: admins[0]!.id, userId: contacts.find((contact) => contact.external_id !== null)!.external_id! }
  return {
    intercom,
    origin: address,
    ids,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** What of a variant is looked at. */
export interface NextPlan extends Variant {
  /** The items that are added, a list a run of the tool; the rest comes at last, in one. */
  lists: string[][]
  /** Whether it is started and driven, too. */
  isDriven: boolean
  /** Whether the first list is timed until the inbox runs. */
  isTimed?: true
}

/** Checks of an app of Next.js. */
export async function planNext({ registries, browser }: Stage, variant: NextPlan): Promise<Plan> {
  const { items } = registries
  const { intercom, origin, ids, close } = await mockIntercom()
  const app = makeApp(variant)
  let server: RunningServer | null = null
  const stop = async () => {
    await server?.stop()
    server = null
  }
  const start = async (command: 'dev' | 'start') => {
    const port = await freePort()
    server = await serve([next, command, '--hostname', 'localhost', '--port', String(port)], `http://localhost:${port}`, { cwd: app.folder })
  }
  const running = (): Running => {
    must(server !== null, 'The app does not run.')
    return { app, address: server.address, browser, intercom, items, ids, secrets, log: server.output }
  }
  const pick = (names: (keyof typeof values)[]) => Object.fromEntries(names.map((name) => [name, values[name]]))

  const timed: Check = {
    name: 'from the one line to a running inbox',
    isNeeded: true,
    async run() {
      const begin = performance.now()
      const seconds = () => `${((performance.now() - begin) / 1000).toFixed(1)} s`
      await add(app, registries, ['support-inbox'])
      const added = seconds()
      setVariables(app, pick(['INTERCOM_ACCESS_TOKEN']), origin)
      setAuthorize(app, ids)
      await start('dev')
      await showsInbox(running())
      const shown = seconds()
      // Nothing else has come yet: the one item has to bring what is asked after the list.
      await usesInbox(running())
      await stop()
      return `${shown} (shadcn add: ${added}; the tool itself was installed, packages came from npm's cache where it had them)`
    },
  }
  const edited = variant.isTimed ? ['lib/intercom/authorize.ts'] : []
  const all = items.map(({ name }) => name)
  const adds = [...variant.lists, all].map((names): Check => ({
    name: names === all ? `every item, ${all.length} of them, is added` : `${names.join(', ')} ${names.length > 1 ? 'are' : 'is'} added`,
    isNeeded: true,
    run: () => add(app, registries, names, { edited }),
  }))
  const checks: Check[] = [
    ...(variant.isTimed ? [timed] : []),
    ...adds,
    ...(variant.isDriven ? [{ name: 'once more, nothing changes', run: () => addsNothing(app, registries, edited) }] : []),
    { name: 'files come as they are, but for their imports', run: () => comeAsTheyAre(app, registries, edited) },
    {
      name: 'variables, sessions, accounts and pages are set up',
      isNeeded: true,
      async run() {
        setVariables(app, values, origin)
        if (!variant.isTimed) setAuthorize(app, ids)
        writePages(app, ids)
      },
    },
    { name: 'next build, with cacheComponents', isNeeded: true, run: () => runWell(app, [next, 'build']) },
    { name: 'tsc --noEmit', run: () => compile(app) },
    ...(variant.isDriven ? [{ name: 'next start', isNeeded: true as const, run: () => start('start') }, ...driveChecks(items, running)] : []),
  ]
  return {
    title: variant.name,
    checks,
    async stop() {
      await stop()
      close()
    },
    remove: app.remove,
  }
}

/** What every file of the kit says in an app. */
function contents(app: App, { items }: Registries): Map<string, string> {
  return new Map(filesFor(app, items).map((file) => [file.target, readFileSync(placeOf(app, file), 'utf8')]))
}

async function addsNothing(app: App, registries: Registries, edited: string[]): Promise<void> {
  const css = () => readFileSync(join(app.folder, app.css), 'utf8')
  const before = [contents(app, registries), css()] as const
  await add(app, registries, ['support-inbox', 'account-settings'], { edited })
  const after = contents(app, registries)
  const changed = [...before[0]].filter(([target, text]) => after.get(target) !== text).map(([target]) => target)
  must(changed.length === 0, `These files are others now: ${changed.join(', ')}`)
  must(css() === before[1], `The stylesheet is another now:\n${css().slice(-3000)}`)
}

/** A file without what the tool has to change: where its imports lead, and, without React's server components, `'use client'`. */
function bareText(text: string): string {
  return text.replace(/((?:from|import)\s*\(?\s*)(['"])[^'"\n]*\2/g, '$1').replace(/^'use client'\s*/, '')
}

/** The tool changes nothing else: comments stay, and right to left finds nothing to turn. For Base UI it writes `asChild` as `render`. */
async function comeAsTheyAre(app: App, registries: Registries, edited: string[]): Promise<void> {
  const changed = filesFor(app, registries.items).filter((file) => {
    const place = placeOf(app, file)
    if (app.style?.startsWith('base-') && file.content.includes('asChild')) return false
    return existsSync(place) && !edited.some((each) => app.pathOf(each) === place) && bareText(readFileSync(place, 'utf8')) !== bareText(file.content)
  })
  must(changed.length === 0, `The tool changed more than imports in: ${changed.map(({ target }) => target).join(', ')}`)
}

/** An app of Vite's, fresh. */
const viteApp = (name: string) => makeApp({ name, template: 'vite-app', base: 'src', sign: '@', aliases: usualAliases })

const vite = 'node_modules/vite/bin/vite.js'
const compile = (app: App) => runWell(app, ['node_modules/typescript/bin/tsc', '--noEmit'])

/** Checks of an app of Vite's with what runs in a browser alone: it needs no route, no variable, and no types of Node's. */
export async function planBrowserOnly({ registries }: Stage, name: string): Promise<Plan> {
  const app = viteApp(name)
  const names = registries.items.map((item) => item.name).filter((each) => {
    const items = withDependencies(registries, [each])
    return !items.some((item) => item.type === 'registry:block' || item.files.some(({ content }) => /\bprocess\b[.?]/.test(content)))
  })
  return {
    title: name,
    checks: [
      { name: `${names.join(', ')} are added`, isNeeded: true, run: () => add(app, registries, names) },
      { name: 'tsc --noEmit, as create-vite sets it', run: () => compile(app) },
      { name: 'vite build', run: () => runWell(app, [vite, 'build']) },
    ],
    stop: async () => {},
    remove: app.remove,
  }
}

/**
 * Checks of an app of Vite's with everything; the tool leaves out routes and pages. In an app of its own: without React's
 * server components the tool takes `'use client'` from some files and not from others, and asks about those the next time.
 */
export async function planVite({ registries, browser }: Stage, name: string): Promise<Plan> {
  const app = viteApp(name)
  const names = registries.items.map((item) => item.name).filter((each) => each !== 'intercom-api')
  let server: RunningServer | null = null
  return {
    title: name,
    checks: [
      { name: `every item that is no route, ${names.length} of them, is added`, isNeeded: true, run: () => add(app, registries, names) },
      { name: 'files come as they are, but for their imports', run: () => comeAsTheyAre(app, registries, []) },
      {
        name: "tsc --noEmit, with Node's types",
        async run() {
          addNodeTypes(app)
          writeViteApp(app, { adminId: '', userId: '' })
          await compile(app)
        },
      },
      { name: 'vite build', isNeeded: true, run: () => runWell(app, [vite, 'build']) },
      {
        name: 'the built page shows components, and its help button opens the Messenger',
        async run() {
          const port = await freePort()
          server = await serve([vite, 'preview', '--host', 'localhost', '--port', String(port)], `http://localhost:${port}`, { cwd: app.folder })
          await opensMessenger({ browser, address: server.address, log: server.output })
        },
      },
    ],
    stop: async () => server?.stop(),
    remove: app.remove,
  }
}

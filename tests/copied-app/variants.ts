/** The apps that the kit is copied into, and the checks of each. */
import { appendFileSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright'
import { createIntercom, type Intercom } from '../../mocks/index.ts'
import { serveIntercom } from '../../mocks/server.ts'
import { add, filesFor, placeOf, withDependencies } from './add.ts'
import { makeApp, usualAliases, type App, type Variant } from './apps.ts'
import { must, type Check } from './checks.ts'
import { run, runProgram, serve, type RunningServer } from './commands.ts'
import { checkBudget, checkBudgets, checkIdentical, countArrived, findChanges, readTree } from './copied-files.ts'
import { authorizeFile, setAuthorize, setVariables, writePages, writePageWithoutProvider, writeViteApp, type Ids } from './developer.ts'
import { driveChecks, namesMissingProvider, opensMessenger, showsInbox, usesInbox, type Running } from './drive.ts'
import { buildNextVersion, FIXED } from './next-version.ts'
import type { Registries } from './registries.ts'

/** What all variants share. */
export interface Stage {
  registries: Registries
  browser: Browser
}

/** A variant at work: its checks, and how to clear up behind it. */
export interface Plan {
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

/** @throws Error with the program's output if it fails or warns */
async function runWell(app: App, args: string[]): Promise<void> {
  const { code, output } = await run(args, { cwd: app.folder, patience: 600 })
  must(code === 0 && !/\bwarn(?:ing)?s?\b|⚠/i.test(output), `${args.join(' ')} ended with ${code}:\n${output}`)
}

/** Compiles an app, whose tsconfig.json has the strict flags. */
export const compile = (app: App) => runWell(app, ['node_modules/typescript/bin/tsc', '--noEmit'])

/** ESLint as create-next-app sets it up, over everything but shadcn's primitives. */
const lint = (app: App) => runWell(app, ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '--ignore-pattern', '**/ui/*', '.'])

const biome = fileURLToPath(new URL('node_modules/@biomejs/biome/bin/biome', import.meta.url))

/** Biome's recommended rules over the copied files. */
async function lintByBiome(app: App, registries: Registries): Promise<string> {
  const files = filesFor(app, registries.items).map((file) => relative(app.folder, placeOf(app, file)))
  const { code, output } = await run([biome, 'lint', '--diagnostic-level=error', '--max-diagnostics=50', ...files], { cwd: app.folder })
  must(code === 0, `biome lint ended with ${code}:\n${output}`)
  return `${files.length} files`
}

const ofType = ({ items }: Registries, type: string) => items.flatMap((item) => (item.type === `registry:${type}` ? item.name : []))

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

/** An app of Next.js, and the checks that it gets. */
export interface NextPlan extends Variant {
  /** Whether it is started and driven in the browser. */
  isDriven?: true
  /** Whether support-inbox is added first and timed until it runs, and the app is updated in the end. */
  isFirst?: true
  /** Whether help-button is added alone at first, without a provider. */
  isWithoutProvider?: true
}

/** Checks of an app of Next.js. */
export async function planNext({ registries, browser }: Stage, variant: NextPlan): Promise<Plan> {
  const { intercom, origin, ids, close } = await mockIntercom()
  const app = makeApp(variant)
  const { isDriven, isFirst, isWithoutProvider } = variant
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
    return { app, address: server.address, browser, intercom, ids, secrets, log: server.output }
  }
  const blocks = ofType(registries, 'block')
  const components = ofType(registries, 'component')
  const edited = isFirst ? [authorizeFile] : []

  const first: Check = {
    name: 'from the one line to a running inbox',
    isNeeded: true,
    async run() {
      const begin = performance.now()
      const seconds = () => `${((performance.now() - begin) / 1000).toFixed(1)} s`
      const before = readTree(app)
      await add(app, registries, ['support-inbox'])
      const added = seconds()
      const arrived = countArrived(app, before, readTree(app))
      setVariables(app, { INTERCOM_ACCESS_TOKEN: values.INTERCOM_ACCESS_TOKEN }, origin)
      setAuthorize(app, ids)
      await start('dev')
      await showsInbox(running())
      const shown = seconds()
      // No other item has been added yet: this one has to bring everything that the inbox needs.
      await usesInbox(running())
      await stop()
      return `${shown} (shadcn add ${added}, with npm's cache), ${checkBudget('support-inbox', arrived)}`
    },
  }
  const alone: Check = {
    name: 'help-button without a provider says in the console what to add',
    async run() {
      await add(app, registries, ['help-button'])
      writePageWithoutProvider(app)
      await start('dev')
      await namesMissingProvider(running())
      await stop()
    },
  }
  const checks: Check[] = [
    ...(isFirst ? [first] : []),
    ...(isWithoutProvider ? [alone] : []),
    { name: `${blocks.join(', ')} are added`, isNeeded: true, run: () => add(app, registries, blocks, { edited }) },
    { name: `all ${components.length} components are added`, isNeeded: true, run: () => add(app, registries, components) },
    { name: 'files are as here, but for the aliases', run: async () => checkIdentical(app, registries, [...blocks, ...components], edited) },
    ...(isFirst ? [{ name: 'files and lines of each item', run: async () => checkBudgets(app, registries) }] : []),
    {
      name: 'variables, sessions, accounts and pages are set up',
      isNeeded: true,
      async run() {
        setVariables(app, values, origin)
        if (!isFirst) setAuthorize(app, ids)
        writePages(app, ids)
      },
    },
    ...(isFirst ? [{ name: 'tsc --noEmit, strict', run: () => compile(app) }] : []),
    { name: "Biome's recommended rules", run: () => lintByBiome(app, registries) },
    ...(isDriven ? [{ name: 'ESLint with eslint-config-next', run: () => lint(app) }] : []),
    { name: 'next build, with cacheComponents and the strict flags', isNeeded: true, run: () => runWell(app, [next, 'build']) },
    ...(isDriven ? [{ name: 'next start', isNeeded: true as const, run: () => start('start') }, ...driveChecks(running)] : []),
    ...(isFirst
      ? [
          { name: 'updating the components keeps what is the app\'s own', run: () => updatesViews(app, registries, components) },
          {
            name: 'a fix of the engine arrives by npm install',
            async run() {
              await stop()
              const figure = await updatesEngine(app, registries)
              await start('dev')
              const response = await fetch(`${running().address}/api/intercom/nothing`)
              const text = await response.text()
              must(response.status === 404 && text.includes(FIXED), `The route responds with ${response.status}: ${text}`)
              return figure
            },
          },
        ]
      : []),
  ]
  return {
    checks,
    async stop() {
      await stop()
      close()
    },
    remove: app.remove,
  }
}

/** The developer has edited files of the app and a view; `add --overwrite` of the components rewrites the view alone. */
async function updatesViews(app: App, registries: Registries, components: string[]): Promise<string> {
  const view = app.pathOf('components/intercom/help-button.tsx')
  for (const path of [view, app.pathOf(authorizeFile), app.pathOf('app/inbox/page.tsx')]) appendFileSync(path, "\n// The developer's own line.\n")
  const before = readTree(app)
  await add(app, registries, components, { overwrite: true })
  const changed = findChanges(before, readTree(app))
  must(changed.join() === relative(app.folder, view), `These files changed: ${changed.join(', ') || 'none'}`)
  checkIdentical(app, registries, components)
  return `only ${changed.join()} was written over`
}

/** Installs the engine's next version from its new address. */
async function updatesEngine(app: App, registries: Registries): Promise<string> {
  const { version, name, bytes } = await buildNextVersion()
  const address = registries.addTarball(name, bytes)
  const before = readTree(app)
  const { code, output } = await runProgram('npm', ['install', `intercom-v0-kit@${address}`, '--no-audit', '--no-fund'], { cwd: app.folder })
  must(code === 0, `npm install ended with ${code}:\n${output}`)
  const changed = findChanges(before, readTree(app))
  must(changed.join() === 'package-lock.json,package.json', `npm install changed ${changed.join(', ')}.`)
  const installed = JSON.parse(readFileSync(join(app.folder, 'node_modules/intercom-v0-kit/package.json'), 'utf8')).version as string
  must(installed === version, `The app has version ${installed}, not ${version}.`)
  return `version ${version}`
}

const vite = 'node_modules/vite/bin/vite.js'

/** Checks of an app of Vite's: it has the components alone, and no types of Node's. */
export async function planVite({ registries, browser }: Stage, name: string): Promise<Plan> {
  const app = makeApp({ name, template: 'vite-app', base: 'src', sign: '@', aliases: usualAliases })
  const components = ofType(registries, 'component')
  const inApp = { ...registries, items: withDependencies(registries, components) }
  let server: RunningServer | null = null
  return {
    checks: [
      { name: `all ${components.length} components are added`, isNeeded: true, run: () => add(app, registries, components) },
      { name: 'files are as here, but for the aliases', run: async () => checkIdentical(app, registries, components) },
      {
        name: 'tsc --noEmit, strict',
        async run() {
          writeViteApp(app, { adminId: '', userId: '' })
          await compile(app)
        },
      },
      { name: "Biome's recommended rules", run: () => lintByBiome(app, inApp) },
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

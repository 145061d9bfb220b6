/** Lists the apps to copy the kit into, with their checks. */
import { appendFileSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright'
import { createIntercom, type Intercom } from '../../mocks/index.ts'
import { serveIntercom } from '../../mocks/server.ts'
import { findFreePort } from '../free-port.ts'
import { add, listItemFiles, getPlace, withDependencies } from './add.ts'
import { makeApp, usualAliases, type App, type Variant } from './apps.ts'
import { must, type Check } from './checks.ts'
import { run, runProgram, serve, type RunningServer } from './commands.ts'
import { checkBudget, checkBudgets, checkIdentical, countArrived, findChanges, readTree } from './copied-files.ts'
import { authorizeFile, setAuthorize, setVariables, writePages, writePageWithoutProvider, writeViteApp, type Ids } from './developer.ts'
import { listDriveChecks, checkMissingProvider, checkMessenger, checkInbox, checkReply, type Running } from './drive.ts'
import { buildNextVersion, FIXED } from './next-version.ts'
import { checkEdits } from './one-edit.ts'
import type { Registries } from './registries.ts'

/** Shared resources of all variants. */
export interface Stage {
  registries: Registries
  browser: Browser
}

/** A prepared variant. */
export interface Plan {
  checks: Check[]
  /** Stops its servers. */
  stop: () => Promise<void>
  /** Removes the app. */
  remove: () => void
}

/** Variables of every app. */
export const variables = {
  NEXT_PUBLIC_INTERCOM_APP_ID: 'hx7q2mlt',
  INTERCOM_ACCESS_TOKEN: 'dG9rOmNhbmFyeV8zMWY0_of_the_copied_app',
  INTERCOM_MESSENGER_API_SECRET: 'messenger-secret-of-the-copied-app',
  INTERCOM_CLIENT_SECRET: 'client-secret-of-the-copied-app',
}

const secrets = Object.entries(variables).flatMap(([name, value]) => (name.startsWith('NEXT_PUBLIC_') ? [] : [value]))

const next = 'node_modules/next/dist/bin/next'

/** Runs a script. @throws Error with its output if it fails or warns */
async function runWell(app: App, args: string[]): Promise<void> {
  const { code, output } = await run(args, { cwd: app.folder, patience: 600 })
  must(code === 0 && !/\bwarn(?:ing)?s?\b|⚠/i.test(output), `${args.join(' ')} exited with ${code}:\n${output}`)
}

/** Builds a Next.js app for production. */
export const buildNext = (app: App) => runWell(app, [next, 'build'])

/** Starts a Next.js app on a free port. */
export async function startNext(app: App, command: 'dev' | 'start'): Promise<RunningServer> {
  const port = await findFreePort()
  return serve([next, command, '--hostname', 'localhost', '--port', String(port)], `http://localhost:${port}`, { cwd: app.folder })
}

/** Compiles an app with strict flags. */
export const compile = (app: App) => runWell(app, ['node_modules/typescript/bin/tsc', '--noEmit'])

/** Runs ESLint with create-next-app's configuration, without shadcn's primitives. */
const lint = (app: App) => runWell(app, ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '--ignore-pattern', '**/ui/*', '.'])

const biome = fileURLToPath(new URL('node_modules/@biomejs/biome/bin/biome', import.meta.url))

/** Runs Biome's recommended rules over the copied files. */
async function lintByBiome(app: App, registries: Registries): Promise<string> {
  const files = listItemFiles(app, registries.items).map((file) => relative(app.folder, getPlace(app, file)))
  const { code, output } = await run([biome, 'lint', '--diagnostic-level=error', '--max-diagnostics=50', ...files], { cwd: app.folder })
  must(code === 0, `biome lint exited with ${code}:\n${output}`)
  return `${files.length} files`
}

const ofType = ({ items }: Registries, type: string) => items.flatMap((item) => (item.type === `registry:${type}` ? item.name : []))

/** Serves a new mocked Intercom, and picks the ids to test with. */
export async function serveWorkspace(): Promise<{ intercom: Intercom; origin: string; ids: Ids; close: () => void }> {
  const intercom = createIntercom({ now: () => Math.floor(Date.now() / 1000), token: variables.INTERCOM_ACCESS_TOKEN })
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

/** Options of a Next.js app. */
export interface NextPlan extends Variant {
  /** Whether to start it and drive it in the browser. */
  isDriven?: true
  /** Whether to add support-inbox first, time it until it runs, and update the app in the end. */
  isFirst?: true
  /** Whether to add help-button alone first, without a provider. */
  isWithoutProvider?: true
}

/** Lists the checks of a Next.js app. */
export async function planNext({ registries, browser }: Stage, variant: NextPlan): Promise<Plan> {
  const { intercom, origin, ids, close } = await serveWorkspace()
  const app = makeApp(variant)
  const { isDriven, isFirst, isWithoutProvider } = variant
  let server: RunningServer | null = null
  const stop = async () => {
    await server?.stop()
    server = null
  }
  const start = async (command: 'dev' | 'start') => {
    server = await startNext(app, command)
  }
  const running = (): Running => {
    must(server !== null, 'The app is not running.')
    return { app, address: server.address, browser, intercom, ids, secrets, clientSecret: variables.INTERCOM_CLIENT_SECRET, log: server.output }
  }
  const blocks = ofType(registries, 'block')
  const components = ofType(registries, 'component')
  const edited = isFirst ? [authorizeFile] : []

  const first: Check = {
    name: 'runs an inbox after one command',
    isNeeded: true,
    async run() {
      const begin = performance.now()
      const seconds = () => `${((performance.now() - begin) / 1000).toFixed(1)} s`
      const before = readTree(app)
      await add(app, registries, ['support-inbox'])
      const added = seconds()
      const arrived = countArrived(app, before, readTree(app))
      setVariables(app, { INTERCOM_ACCESS_TOKEN: variables.INTERCOM_ACCESS_TOKEN }, origin)
      setAuthorize(app, ids)
      await start('dev')
      await checkInbox(running())
      const shown = seconds()
      // No other item is installed yet, so this one must bring everything that the inbox needs.
      await checkReply(running())
      await stop()
      return `${shown} (shadcn add ${added}, with npm's cache), ${checkBudget('support-inbox', arrived)}`
    },
  }
  const alone: Check = {
    name: 'names the missing provider of help-button in the console',
    async run() {
      await add(app, registries, ['help-button'])
      writePageWithoutProvider(app)
      await start('dev')
      await checkMissingProvider(running())
      await stop()
    },
  }
  const checks: Check[] = [
    ...(isFirst ? [first] : []),
    ...(isWithoutProvider ? [alone] : []),
    { name: `${blocks.join(', ')} are added`, isNeeded: true, run: () => add(app, registries, blocks, { edited }) },
    { name: `all ${components.length} components are added`, isNeeded: true, run: () => add(app, registries, components) },
    { name: 'copies files unchanged except for aliases', run: async () => checkIdentical(app, registries, [...blocks, ...components], edited) },
    ...(isFirst ? [{ name: 'keeps each item within its budget of files and lines', run: async () => checkBudgets(app, registries) }] : []),
    {
      name: 'sets up variables, sessions, accounts and pages',
      isNeeded: true,
      async run() {
        setVariables(app, variables, origin)
        if (!isFirst) setAuthorize(app, ids)
        writePages(app, ids)
      },
    },
    ...(isFirst ? [{ name: 'tsc --noEmit, strict', run: () => compile(app) }] : []),
    { name: "Biome's recommended rules", run: () => lintByBiome(app, registries) },
    ...(isDriven ? [{ name: 'ESLint with eslint-config-next', run: () => lint(app) }] : []),
    { name: 'next build, with cacheComponents and the strict flags', isNeeded: true, run: () => buildNext(app) },
    ...(isDriven ? [{ name: 'next start', isNeeded: true as const, run: () => start('start') }, ...listDriveChecks(running)] : []),
    ...(isFirst
      ? [
          { name: "keeps the app's own files when components are updated", run: () => checkViewUpdate(app, registries, components) },
          {
            name: 'updates the engine with npm install',
            async run() {
              await stop()
              const figure = await checkEngineUpdate(app, registries)
              await start('dev')
              const response = await fetch(`${running().address}/api/intercom/nothing`)
              const text = await response.text()
              must(response.status === 404 && text.includes(FIXED), `The route responds with ${response.status}: ${text}`)
              return figure
            },
          },
          { name: 'grants each wish in one edit of one copied file', run: () => checkEdits(running(), compile) },
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

/** Checks an update: the developer has edited app files and a view, and `add --overwrite` rewrites the view only. */
async function checkViewUpdate(app: App, registries: Registries, components: string[]): Promise<string> {
  const view = app.toPath('components/intercom/help-button.tsx')
  for (const path of [view, app.toPath(authorizeFile), app.toPath('app/inbox/page.tsx')]) appendFileSync(path, "\n// The developer's own line.\n")
  const before = readTree(app)
  await add(app, registries, components, { overwrite: true })
  const changed = findChanges(before, readTree(app))
  must(changed.join() === relative(app.folder, view), `These files changed: ${changed.join(', ') || 'none'}`)
  checkIdentical(app, registries, components)
  return `only ${changed.join()} was written over`
}

/** Installs the engine's next version from its new address. */
async function checkEngineUpdate(app: App, registries: Registries): Promise<string> {
  const { version, name, bytes } = await buildNextVersion()
  const address = registries.addTarball(name, bytes)
  const before = readTree(app)
  const { code, output } = await runProgram('npm', ['install', `intercom-v0-kit@${address}`, '--no-audit', '--no-fund'], { cwd: app.folder })
  must(code === 0, `npm install exited with ${code}:\n${output}`)
  const changed = findChanges(before, readTree(app))
  must(changed.join() === 'package-lock.json,package.json', `npm install changed ${changed.join(', ')}.`)
  const installed = JSON.parse(readFileSync(join(app.folder, 'node_modules/intercom-v0-kit/package.json'), 'utf8')).version as string
  must(installed === version, `The app has version ${installed}, not ${version}.`)
  return `version ${version}`
}

const vite = 'node_modules/vite/bin/vite.js'

/** Lists the checks of a Vite app, with components only and without Node's types. */
export async function planVite({ registries, browser }: Stage, name: string): Promise<Plan> {
  const app = makeApp({ name, template: 'vite-app', base: 'src', sign: '@', aliases: usualAliases })
  const components = ofType(registries, 'component')
  const inApp = { ...registries, items: withDependencies(registries, components) }
  let server: RunningServer | null = null
  return {
    checks: [
      { name: `all ${components.length} components are added`, isNeeded: true, run: () => add(app, registries, components) },
      { name: 'copies files unchanged except for aliases', run: async () => checkIdentical(app, registries, components) },
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
        name: 'shows components in the built page, and opens the Messenger',
        async run() {
          const port = await findFreePort()
          server = await serve([vite, 'preview', '--host', 'localhost', '--port', String(port)], `http://localhost:${port}`, { cwd: app.folder })
          await checkMessenger({ browser, address: server.address, log: server.output })
        },
      },
    ],
    stop: async () => server?.stop(),
    remove: app.remove,
  }
}

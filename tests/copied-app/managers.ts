/** A small app for each package manager: the tool installs the engine from its address, and the app keeps its packages. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { add } from './add.ts'
import { makeApp, usualAliases, type App } from './apps.ts'
import { must, type Check } from './checks.ts'
import { runProgram } from './commands.ts'
import type { Registries } from './registries.ts'
import { compile, type Plan } from './variants.ts'

/** A package manager, as it is called. */
export interface Manager {
  name: 'npm' | 'pnpm' | 'yarn' | 'bun'
  lock: string
}

/** Every package manager that an app is made for. */
export const managers: Manager[] = [
  { name: 'npm', lock: 'package-lock.json' },
  { name: 'pnpm', lock: 'pnpm-lock.yaml' },
  { name: 'yarn', lock: 'yarn.lock' },
  { name: 'bun', lock: 'bun.lock' },
]

const here = fileURLToPath(new URL('.', import.meta.url))
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

/** The oldest Node that Next.js 16 supports. */
const OLDEST_NODE = '20.9.0'

/** An app's own packages that the engine needs as well, in other ranges: adding an item must leave them alone. */
function readOwnRanges(): Record<string, string> {
  const { dependencies } = readJson(join(here, '../../package.json')) as { dependencies: Record<string, string> }
  return { zod: '^3.25.76', 'lucide-react': dependencies['lucide-react']!.replace('^', '~') }
}

/** A package.json without Next.js itself, which no manager has to install for this. */
function makeManifest(): object {
  const { dependencies, devDependencies } = readJson(join(here, 'templates/next-app/package.json')) as Record<string, Record<string, string>>
  const pick = (from: Record<string, string> | undefined, names: string[]) => Object.fromEntries(names.map((name) => [name, from![name]!]))
  return {
    name: 'copied-app',
    version: '1.0.0',
    license: 'MIT',
    private: true,
    dependencies: { ...pick(dependencies, ['clsx', 'react', 'react-dom', 'tailwind-merge']), ...readOwnRanges() },
    devDependencies: pick(devDependencies, ['@types/node', '@types/react', '@types/react-dom', 'tailwindcss', 'typescript']),
  }
}

/** Runs the manager, with the registry that npm has on this machine. */
async function runManager({ name }: Manager, app: App, args: string[], env: Record<string, string> = {}): Promise<string> {
  const { code, output } = await runProgram(name, args, { cwd: app.folder, patience: 400, env: { ...registryEnvironment(), ...env } })
  must(code === 0, `${name} ${args.join(' ')} ended with ${code}:\n${output}`)
  return output
}

let registry: string | undefined

/** Yarn uses its own registry unless one is configured. */
function registryEnvironment(): Record<string, string> {
  registry ??= spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8', shell: process.platform === 'win32' }).stdout.trim()
  return { npm_config_registry: registry }
}

function isLocked({ lock }: Manager, app: App, address: string): void {
  const text = readFileSync(join(app.folder, lock), 'utf8')
  const at = text.indexOf(address)
  must(at >= 0, `${lock} does not name ${address}.`)
  must(/integrity|sha512-|#[0-9a-f]{40}/.test(text.slice(at, at + 1500)), `${lock} has no integrity of ${address}:\n${text.slice(at, at + 1500)}`)
}

/** The version of a package that a folder's files get. */
function versionFor(folder: string, name: string): string {
  let at = realpathSync(folder)
  for (;;) {
    try {
      return readJson(join(at, 'node_modules', name, 'package.json')).version
    } catch {
      if (dirname(at) === at) throw new Error(`${folder} has no ${name}.`)
      at = dirname(at)
    }
  }
}

/** The app's own packages stay, and the engine has a zod of its own. */
function keepsPackages(app: App): string {
  const { dependencies } = readJson(join(app.folder, 'package.json')) as { dependencies: Record<string, string> }
  for (const [name, range] of Object.entries(readOwnRanges())) must(dependencies[name] === range, `The app's ${name} is ${dependencies[name]} now; it was ${range}.`)
  const [own, engine] = [versionFor(app.folder, 'zod'), versionFor(join(app.folder, 'node_modules/intercom-v0-kit'), 'zod')]
  must(own.startsWith('3.') && engine.startsWith('4.'), `The app has zod ${own}, the engine ${engine}.`)
  return `zod ${own} beside the engine's ${engine}`
}

/** Every installed package accepts the oldest Node that Next.js 16 supports. */
function acceptsOldestNode(app: App): string {
  const { satisfies } = createRequire(import.meta.url)('semver') as { satisfies: (version: string, range: string) => boolean }
  const { packages } = readJson(join(app.folder, 'package-lock.json')) as { packages: Record<string, { engines?: { node?: string } }> }
  const refusing = Object.entries(packages).filter(([, { engines }]) => engines?.node && !satisfies(OLDEST_NODE, engines.node))
  must(refusing.length === 0, `Node ${OLDEST_NODE} is refused by: ${refusing.map(([path, { engines }]) => `${path} (${engines!.node})`).join(', ')}`)
  return `${Object.keys(packages).length} packages`
}

/** The folder of a Node 20 on this machine's path, if it has one. */
function findNode20(): string | undefined {
  return (process.env.PATH ?? '').split(delimiter).find((folder) => {
    const { stdout } = spawnSync(join(folder, 'node'), ['--version'], { encoding: 'utf8' })
    return stdout?.startsWith('v20.')
  })
}

/** Yarn 1 refuses packages that don't accept its Node. */
async function installsOnNode20(manager: Manager, app: App): Promise<string> {
  const folder = findNode20()
  if (!folder) return `this machine has no Node 20`
  rmSync(join(app.folder, 'node_modules'), { recursive: true })
  const yarn = join(here, 'node_modules/yarn/bin/yarn.js')
  const { code, output } = await runProgram(join(folder, 'node'), [yarn, 'install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: app.folder, patience: 400, env: registryEnvironment(),
  })
  must(code === 0, `${manager.name} install ended with ${code}:\n${output}`)
  must(readdirSync(join(app.folder, 'node_modules')).includes('intercom-v0-kit'), `${manager.name} did not install the engine.`)
  return spawnSync(join(folder, 'node'), ['--version'], { encoding: 'utf8' }).stdout.trim()
}

/** Checks of an app that uses a package manager. */
export async function planManager(registries: Registries, name: string, manager: Manager): Promise<Plan> {
  const app = makeApp({ name, template: 'next-app', base: '', sign: '@', aliases: usualAliases, manifest: makeManifest() })
  const checks: Check[] = [
    { name: 'the app is installed', isNeeded: true, run: async () => void (await runManager(manager, app, ['install'])) },
    { name: 'help-button and intercom-api are added', isNeeded: true, run: () => add(app, registries, ['help-button', 'intercom-api'], { env: registryEnvironment() }) },
    { name: `${manager.lock} names the tarball, with its integrity`, run: async () => isLocked(manager, app, registries.kitUrl) },
    { name: "the app's own packages stay as they are", run: async () => keepsPackages(app) },
    { name: 'tsc --noEmit', run: () => compile(app) },
    ...(manager.name === 'npm' ? [{ name: `every package accepts Node ${OLDEST_NODE}`, run: async () => acceptsOldestNode(app) }] : []),
    ...(manager.name === 'yarn' ? [{ name: 'installs on Node 20', run: () => installsOnNode20(manager, app) }] : []),
  ]
  return { checks, stop: async () => {}, remove: app.remove }
}

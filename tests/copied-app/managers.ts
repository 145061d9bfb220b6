/** Checks a small app for each package manager: the tool installs the engine, and the app keeps its packages. */
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

/** A package manager with its commands. */
export interface Manager {
  name: 'npm' | 'pnpm' | 'yarn' | 'bun'
  lock: string
}

/** Package managers to test. */
export const managers: Manager[] = [
  { name: 'npm', lock: 'package-lock.json' },
  { name: 'pnpm', lock: 'pnpm-lock.yaml' },
  { name: 'yarn', lock: 'yarn.lock' },
  { name: 'bun', lock: 'bun.lock' },
]

const here = fileURLToPath(new URL('.', import.meta.url))
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

/** Oldest Node that Next.js 16 supports. */
const OLDEST_NODE = '20.9.0'

/** Reads the app's packages that the engine needs in other ranges. Adding an item must not change them. */
function readOwnRanges(): Record<string, string> {
  const { dependencies } = readJson(join(here, '../../package.json')) as { dependencies: Record<string, string> }
  return { zod: '^3.25.76', 'lucide-react': dependencies['lucide-react']!.replace('^', '~') }
}

/** Builds a package.json without Next.js, which this check doesn't need. */
export function makeManifest(): object {
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

/** Runs the manager with npm's configured registry. */
async function runManager({ name }: Manager, app: App, args: string[], env: Record<string, string> = {}): Promise<string> {
  const { code, output } = await runProgram(name, args, { cwd: app.folder, patience: 400, env: { ...registryEnvironment(), ...env } })
  must(code === 0, `${name} ${args.join(' ')} exited with ${code}:\n${output}`)
  return output
}

let registry: string | undefined

/** Yarn uses its own registry unless one is configured. */
export function registryEnvironment(): Record<string, string> {
  registry ??= spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8', shell: process.platform === 'win32' }).stdout.trim()
  return { npm_config_registry: registry }
}

function isLocked({ lock }: Manager, app: App, address: string): void {
  const text = readFileSync(join(app.folder, lock), 'utf8')
  const at = text.indexOf(address)
  must(at >= 0, `${lock} does not name ${address}.`)
  must(/integrity|sha512-|#[0-9a-f]{40}/.test(text.slice(at, at + 1500)), `${lock} has no integrity of ${address}:\n${text.slice(at, at + 1500)}`)
}

/** Resolves the version of a package for files in a folder. */
function resolveVersion(folder: string, name: string): string {
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

/** Checks that the app's packages stay and the engine gets its own zod. */
function checkPackages(app: App): string {
  const { dependencies } = readJson(join(app.folder, 'package.json')) as { dependencies: Record<string, string> }
  for (const [name, range] of Object.entries(readOwnRanges())) must(dependencies[name] === range, `The app's ${name} is ${dependencies[name]} now; it was ${range}.`)
  const [own, engine] = [resolveVersion(app.folder, 'zod'), resolveVersion(join(app.folder, 'node_modules/intercom-v0-kit'), 'zod')]
  must(own.startsWith('3.') && engine.startsWith('4.'), `The app has zod ${own}, the engine ${engine}.`)
  return `zod ${own} beside the engine's ${engine}`
}

/** Checks that every installed package accepts the oldest Node of Next.js 16. */
function checkOldestNode(app: App): string {
  const { satisfies } = createRequire(import.meta.url)('semver') as { satisfies: (version: string, range: string) => boolean }
  const { packages } = readJson(join(app.folder, 'package-lock.json')) as { packages: Record<string, { engines?: { node?: string } }> }
  const refusing = Object.entries(packages).filter(([, { engines }]) => engines?.node && !satisfies(OLDEST_NODE, engines.node))
  must(refusing.length === 0, `Node ${OLDEST_NODE} is refused by: ${refusing.map(([path, { engines }]) => `${path} (${engines!.node})`).join(', ')}`)
  return `${Object.keys(packages).length} packages`
}

/** Finds a Node 20 on the path. */
function findNode20(): string | undefined {
  return (process.env.PATH ?? '').split(delimiter).find((folder) => {
    const { stdout } = spawnSync(join(folder, 'node'), ['--version'], { encoding: 'utf8' })
    return stdout?.startsWith('v20.')
  })
}

/** Installs with Yarn 1, which refuses packages that don't accept its Node. */
async function checkNode20Install(manager: Manager, app: App): Promise<string> {
  const folder = findNode20()
  if (!folder) return `this machine has no Node 20`
  rmSync(join(app.folder, 'node_modules'), { recursive: true })
  const yarn = join(here, 'node_modules/yarn/bin/yarn.js')
  const { code, output } = await runProgram(join(folder, 'node'), [yarn, 'install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: app.folder, patience: 400, env: registryEnvironment(),
  })
  must(code === 0, `${manager.name} install exited with ${code}:\n${output}`)
  must(readdirSync(join(app.folder, 'node_modules')).includes('intercom-v0-kit'), `${manager.name} did not install the engine.`)
  return spawnSync(join(folder, 'node'), ['--version'], { encoding: 'utf8' }).stdout.trim()
}

/** Lists the checks of an app with a package manager. */
export async function planManager(registries: Registries, name: string, manager: Manager): Promise<Plan> {
  const app = makeApp({ name, template: 'next-app', base: '', sign: '@', aliases: usualAliases, manifest: makeManifest() })
  const checks: Check[] = [
    { name: 'installs the app', isNeeded: true, run: async () => void (await runManager(manager, app, ['install'])) },
    { name: 'adds help-button and intercom-api', isNeeded: true, run: () => add(app, registries, ['help-button', 'intercom-api'], { env: registryEnvironment() }) },
    { name: `${manager.lock} names the tarball, with its integrity`, run: async () => isLocked(manager, app, registries.kitUrl) },
    { name: "the app's own packages stay as they are", run: async () => checkPackages(app) },
    { name: 'tsc --noEmit', run: () => compile(app) },
    ...(manager.name === 'npm' ? [{ name: `every package accepts Node ${OLDEST_NODE}`, run: async () => checkOldestNode(app) }] : []),
    ...(manager.name === 'yarn' ? [{ name: 'installs on Node 20', run: () => checkNode20Install(manager, app) }] : []),
  ]
  return { checks, stop: async () => {}, remove: app.remove }
}

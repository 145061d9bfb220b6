/**
 * `npm run test:copied-app`: what a developer does with the kit. The real command line tool adds every item to fresh
 * apps, outside this folder; each is compiled and built, some are started and driven in a browser, all against the
 * mocked Intercom.
 *
 * `--only <word>` runs the apps whose name has the word; `--keep` leaves their folders.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { chromiumArgs, ensureChromium } from '../chromium.ts'
import { readCommandLine, stop } from '../command-line.ts'
import { usualAliases } from './apps.ts'
import { runChecks } from './checks.ts'
import { serveRegistries } from './registries.ts'
import { planBrowserOnly, planNext, planVite, type NextPlan, type Plan, type Stage } from './variants.ts'

const report = '.cache/tests/copied-app.json'
const here = fileURLToPath(new URL('.', import.meta.url))

const usual = { template: 'next-app', base: '', sign: '@', aliases: usualAliases } as const

const customAliases = { components: 'widgets', ui: 'widgets/ui', lib: 'shared/lib', utils: 'shared/lib/cn', hooks: 'shared/hooks' }

const nextPlans: NextPlan[] = [
  { ...usual, name: 'Next.js at the root', lists: [['messenger'], ['account-settings', 'app-shell']], isDriven: true, isTimed: true },
  { ...usual, name: 'Next.js in src, own aliases, on Base UI', base: 'src', sign: '~', aliases: customAliases, style: 'base-nova', lists: [], isDriven: true },
  { ...usual, name: 'Next.js in src', base: 'src', lists: [['conversation-list']], isDriven: false },
  { ...usual, name: 'Next.js, right to left', lists: [], rtl: true, isDriven: false },
]

/** A folder of the tests with packages of its own, so that they stay out of the kit's. */
function install(folder: string): void {
  const [lock, installed] = [`${folder}/package-lock.json`, `${folder}/node_modules/.package-lock.json`]
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return
  console.log(`npm ci in ${folder}`)
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`The packages of ${folder} could not be installed: see above.`)
}

const { values } = readCommandLine('npm run test:copied-app [-- --only <word of an app’s name>] [--keep]', {
  options: { only: { type: 'string' }, keep: { type: 'boolean' } },
})
rmSync(report, { force: true })
for (const folder of ['', 'templates/next-app', 'templates/vite-app']) install(here + folder)

const registries = await serveRegistries()
const ends = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs, ...ends })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))
const stage: Stage = { registries, browser }
const plans: [name: string, make: () => Promise<Plan>][] = [
  ...nextPlans.map((plan): [string, () => Promise<Plan>] => [plan.name, () => planNext(stage, plan)]),
  ['Vite, browser alone', () => planBrowserOnly(stage, 'Vite, browser alone')],
  ['Vite', () => planVite(stage, 'Vite')],
]
if (!plans.some(([name]) => name.includes(values.only ?? ''))) {
  stop(`No app has "${values.only}" in its name: there are ${plans.map(([name]) => name).join('; ')}.`)
}
const total = { passed: 0, failed: 0 }
const begin = performance.now()
for (const [name, make] of plans) {
  if (!name.includes(values.only ?? '')) continue
  const plan = await make()
  const { passed, failed } = await runChecks(name, plan.checks, console.log)
  total.passed += passed
  total.failed += failed
  await plan.stop()
  if (!values.keep) plan.remove()
}
const asked = await runChecks('registries', [
  {
    name: 'nothing was asked for that is not there',
    async run() {
      if (registries.missed.length > 0) throw new Error(registries.missed.join('\n'))
    },
  },
], console.log)
total.passed += asked.passed
total.failed += asked.failed
await browser.close()
registries.close()
mkdirSync('.cache/tests', { recursive: true })
writeFileSync(report, JSON.stringify(total))
console.log(`copied app: ${total.passed} passed, ${total.failed} failed, in ${((performance.now() - begin) / 1000).toFixed(0)} s`)
process.exit(total.failed === 0 ? 0 : 1)

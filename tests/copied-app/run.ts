/**
 * `npm run test:copied-app`: adds the kit to fresh apps outside this folder with the real command line tool, against
 * the mocked Intercom. Checks by app:
 *
 * - Next.js at the root: support-inbox from the command to a reply, timed and counted; then every item, the budgets,
 *   tsc (strict), Biome, ESLint, production build, driven in Chromium; then an update of the views, one of the
 *   engine, and wishes that take one edit each.
 * - Next.js in src, own aliases, on Base UI: every item, Biome, ESLint, production build (which runs tsc), driven in
 *   Chromium.
 * - Next.js in src, right to left: help-button without a provider in development; then every item, Biome, production
 *   build.
 * - Vite: every component, tsc without Node's types, Biome, build, its page opened in Chromium.
 * - shadcn's tools: validation of the registry; its MCP server lists the items of `@intercom-kit`, and its command adds one.
 * - npm, pnpm, yarn 1, bun: two items in a small app with zod 3; lock, the app's own packages, tsc. npm: `engines` of
 *   every package; yarn: an install on Node 20, if the machine has one.
 *
 * `--only <word>` runs the apps whose name contains the word. `--keep` leaves their folders.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { chromiumArgs, ensureChromium } from '../chromium.ts'
import { readCommandLine, stop } from '../command-line.ts'
import { usualAliases } from './apps.ts'
import { runChecks } from './checks.ts'
import { managers, planManager } from './managers.ts'
import { installPackages } from './packages.ts'
import { serveRegistries } from './registries.ts'
import { planTools } from './tools.ts'
import { planNext, planVite, type NextPlan, type Plan, type Stage } from './variants.ts'

const report = '.cache/tests/copied-app.json'

const usual = { template: 'next-app', base: '', sign: '@', aliases: usualAliases } as const

const customAliases = { components: 'widgets', ui: 'widgets/ui', lib: 'shared/lib', utils: 'shared/lib/cn', hooks: 'shared/hooks' }

const nextPlans: NextPlan[] = [
  { ...usual, name: 'Next.js at the root', isDriven: true, isFirst: true },
  { ...usual, name: 'Next.js in src, own aliases, on Base UI', base: 'src', sign: '~', aliases: customAliases, style: 'base-nova', isDriven: true },
  { ...usual, name: 'Next.js in src, right to left', base: 'src', rtl: true, isWithoutProvider: true },
]

const { values } = readCommandLine('npm run test:copied-app [-- --only <word of an app’s name>] [--keep]', {
  options: { only: { type: 'string' }, keep: { type: 'boolean' } },
})
rmSync(report, { force: true })
installPackages(['', 'templates/next-app', 'templates/vite-app'])

const registries = await serveRegistries()
const ends = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs, ...ends })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))
const stage: Stage = { registries, browser }
const plans: [name: string, make: () => Promise<Plan>][] = [
  ...nextPlans.map((plan): [string, () => Promise<Plan>] => [plan.name, () => planNext(stage, plan)]),
  ['Vite', () => planVite(stage, 'Vite')],
  ["shadcn's tools", () => planTools(registries, "shadcn's tools")],
  ...managers.map((manager): [string, () => Promise<Plan>] => [manager.name, () => planManager(registries, manager.name, manager)]),
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
    name: 'requests nothing that does not exist',
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

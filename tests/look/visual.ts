/**
 * `npm run visual -- --base <git revision>`: what looks different from that revision. Builds Storybook there and here,
 * takes pictures of every story in every mode in the same Chromium, and writes a report to `.cache/visual/index.html`.
 *
 * Ends with 0 where nothing differs, with 1 where something does. `--only <start of a story id>` can be repeated.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { capture, modes } from './capture.ts'
import { compare } from './compare.ts'
import { report } from './report.ts'

const folder = resolve('.cache/visual')
const storybook = resolve('node_modules/storybook/dist/bin/dispatcher.js')

function build(cwd: string, out: string): void {
  rmSync(out, { recursive: true, force: true })
  execFileSync(process.execPath, [storybook, 'build', '--quiet', '-o', out], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Builds Storybook as it was: in a work tree of its own, with the packages of this one. */
function buildRevision(revision: string, out: string): void {
  const tree = `${folder}/tree`
  if (existsSync(tree)) execFileSync('git', ['worktree', 'remove', '--force', tree])
  execFileSync('git', ['worktree', 'add', '--detach', '--quiet', tree, revision])
  try {
    symlinkSync(resolve('node_modules'), `${tree}/node_modules`, 'junction')
    build(tree, out)
  } finally {
    execFileSync('git', ['worktree', 'remove', '--force', tree])
  }
}

const { values } = parseArgs({
  options: { base: { type: 'string' }, only: { type: 'string', multiple: true, default: [] } },
})
if (!values.base) throw new Error('Say what to compare with: npm run visual -- --base <git revision>')
const revision = execFileSync('git', ['rev-parse', '--verify', `${values.base}^{commit}`], { encoding: 'utf8' }).trim()

mkdirSync(folder, { recursive: true })
for (const name of ['before', 'after', 'difference']) rmSync(`${folder}/${name}`, { recursive: true, force: true })
console.log(`Building Storybook at ${values.base}, and here.`)
buildRevision(revision, `${folder}/build-before`)
build('.', `${folder}/build-after`)

console.log('Taking pictures.')
await capture({ build: `${folder}/build-before`, out: `${folder}/before`, modes, only: values.only })
const total = await capture({ build: `${folder}/build-after`, out: `${folder}/after`, modes, only: values.only })

const differences = compare(`${folder}/before`, `${folder}/after`, `${folder}/difference`)
writeFileSync(`${folder}/index.html`, report(differences, values.base, total))
for (const { name, state, pixels } of differences) console.log(`${state}: ${name}${pixels > 0 ? ` (${pixels} pixels)` : ''}`)
const count = (state: string) => differences.filter((difference) => difference.state === state).length
console.log(
  `${total} pictures: ${count('changed')} changed, ${count('new')} new, ${count('removed')} removed. Report: .cache/visual/index.html`,
)
process.exit(differences.length === 0 ? 0 : 1)

/**
 * `npm run visual -- --base <git revision>`: compares every story with a revision. Builds Storybook for both, takes
 * screenshots in every mode with the same Chromium, and writes a report to `.cache/visual/index.html`.
 *
 * Builds and the base's screenshots are cached by content: a second run takes half the time, and an interrupted one
 * continues.
 *
 * Exits with 0 without differences, else with 1. `--only <prefix of a story id>` can be repeated; `--pages <number>` is
 * the number of parallel pages (4); `--continue` keeps the last run's screenshots of this tree.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureChromium } from '../chromium.ts'
import { parseNumber, readCommandLine, stop } from '../command-line.ts'
import { capture, describeMissingStory, listStoryIds } from './capture.ts'
import { compare } from './compare.ts'
import { report } from './report.ts'

const folder = resolve('.cache/visual')
const storybook = resolve('node_modules/storybook/dist/bin/dispatcher.js')

const hash = (...parts: (string | Buffer)[]) => parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest('hex').slice(0, 16)

function git(args: string[], env?: NodeJS.ProcessEnv): string {
  return execFileSync('git', args, { encoding: 'utf8', env: { ...process.env, ...env } }).trim()
}

/** Resolves a name to a commit. `undefined` if git doesn't know it. */
function findRevision(name: string): string | undefined {
  const { status, stdout } = spawnSync('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/** Hashes the work tree like git does, with uncommitted files and without ignored ones. */
function hashWorkTree(): string {
  const env = { GIT_INDEX_FILE: join(folder, 'index') }
  git(['read-tree', 'HEAD'], env)
  git(['add', '--all'], env)
  return git(['write-tree'], env)
}

/** Hash of the installed packages. */
const packages = hash(readFileSync('node_modules/.package-lock.json'))

function build(cwd: string, out: string): void {
  const unfinished = `${out}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  execFileSync(process.execPath, [storybook, 'build', '--quiet', '-o', unfinished], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  renameSync(unfinished, out)
}

/** Returns the cached build of a tree, or makes it. */
function getBuild(tree: string, make: (out: string) => void): string {
  const out = join(folder, 'builds', `${tree.slice(0, 16)}-${packages}`)
  if (existsSync(join(out, 'index.json'))) return out
  mkdirSync(join(folder, 'builds'), { recursive: true })
  make(out)
  return out
}

/** Builds Storybook of a revision in a separate work tree, with this one's packages. */
function buildRevision(revision: string, out: string): void {
  const tree = `${folder}/tree`
  if (existsSync(tree)) git(['worktree', 'remove', '--force', tree])
  git(['worktree', 'add', '--detach', '--quiet', tree, revision])
  try {
    symlinkSync(resolve('node_modules'), `${tree}/node_modules`, 'junction')
    build(tree, out)
  } finally {
    git(['worktree', 'remove', '--force', tree])
  }
}

/** Takes the missing screenshots. `stories.json` beside them lists those that exist. */
async function take(from: string, out: string, only: string[], pages: number): Promise<Record<string, string[]>> {
  mkdirSync(out, { recursive: true })
  const list = join(out, 'stories.json')
  const taken: Record<string, string[]> = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {}
  const wanted = listStoryIds(from, only)
  const ids = wanted.filter((id) => !taken[id])
  await capture({
    build: from,
    out,
    ids,
    pages,
    onStory: (id, pictures) => {
      taken[id] = pictures
      writeFileSync(list, JSON.stringify(taken))
    },
  })
  return Object.fromEntries(wanted.map((id) => [id, taken[id] ?? []]))
}

const usage = 'npm run visual -- --base <git revision> [--only <prefix of a story id>] [--pages <number>] [--continue]'
const { values } = readCommandLine(usage, {
  options: {
    base: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
    pages: { type: 'string', default: '4' },
    continue: { type: 'boolean', default: false },
  },
})
const base = values.base || stop(`Pass a revision to compare with: ${usage}`)
const revision = findRevision(base) ?? stop(`git knows no revision ${base}.`)
const pages = parseNumber('pages', values.pages)

mkdirSync(folder, { recursive: true })
console.log(`Building Storybook at ${base}, and here.`)
const baseBuild = getBuild(git(['rev-parse', `${revision}^{tree}`]), (out) => buildRevision(revision, out))
const ownBuild = getBuild(hashWorkTree(), (out) => build('.', out))

// Screenshots of another browser or another version of this script are no base.
const camera = hash(readFileSync(new URL('capture.ts', import.meta.url)), execFileSync(await ensureChromium(), ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] }))
const basePictures = join(folder, 'pictures', hash(baseBuild, camera))

console.log('Taking pictures.')
const [before, after] = [`${folder}/before`, `${folder}/after`]
if (!values.continue) rmSync(after, { recursive: true, force: true })
const old = await take(baseBuild, basePictures, values.only, pages)
const now = await take(ownBuild, after, values.only, pages)

if (Object.keys(old).length + Object.keys(now).length === 0) stop(describeMissingStory(values.only))

for (const name of [before, `${folder}/difference`]) rmSync(name, { recursive: true, force: true })
const differences = compare(
  { folder: basePictures, names: Object.values(old).flat() },
  { folder: after, names: Object.values(now).flat() },
  `${folder}/difference`,
)
mkdirSync(before, { recursive: true })
for (const { name, state } of differences) if (state !== 'new') cpSync(join(basePictures, name), join(before, name))

const total = Object.values(now).flat().length
writeFileSync(`${folder}/index.html`, report(differences, base, total))
for (const { name, state, pixels } of differences) console.log(`${state}: ${name}${pixels > 0 ? ` (${pixels} pixels)` : ''}`)
const count = (state: string) => differences.filter((difference) => difference.state === state).length
console.log(
  `${total} pictures: ${count('changed')} changed, ${count('new')} new, ${count('removed')} removed. Report: .cache/visual/index.html`,
)
process.exit(differences.length === 0 ? 0 : 1)

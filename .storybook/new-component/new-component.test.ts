/** Runs the generator in a copy of the project, then type-checks, lints and tests its files. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

mkdirSync('.cache', { recursive: true })
const copy = mkdtempSync(join(process.cwd(), '.cache/new-component-'))

function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { status, out: `${stdout}${stderr}` }
}
const generate = (...args: string[]) => run('.storybook/new-component/run.ts', ...args)

let written: string[] = []
beforeAll(() => {
  for (const each of ['src', 'mocks', 'stories', 'tests', '.storybook', 'package.json', 'tsconfig.json', 'vitest.config.ts', 'tailwind.config.ts', '.oxlintrc.json', 'README.md', 'LICENSE']) {
    cpSync(each, join(copy, each), { recursive: true, filter: (path) => !path.includes('node_modules') })
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
  const { status, out } = generate('quick-note')
  expect(out).toMatch(/Next:/)
  expect(status).toBe(0)
  written = out.split('\n').filter((line) => /\.tsx?$/.test(line))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

// The compiler, the linter and Vitest start from scratch.
describe('a new component', { timeout: 300_000 }, () => {
  it('has a component, strings, stories, a test, a page for v0 and a registry entry', () => {
    expect(written).toHaveLength(5)
    expect(written.filter((path) => !existsSync(join(copy, path)))).toEqual([])
    expect(readFileSync(join(copy, '.storybook/registry/items.ts'), 'utf8')).toMatch(/component\('quick-note', 'Quick note'/)
  })
  it('type-checks', () => {
    expect(run('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.').out).toBe('')
  })
  it('passes the linter', () => {
    const { status, out } = run('node_modules/oxlint/bin/oxlint', ...written, '.storybook/registry/items.ts', 'src/kit/strings', 'tests/component-sizes.ts')
    expect(out).toMatch(/0 warnings and 0 errors/)
    expect(status).toBe(0)
  })
  it('passes its own test', () => {
    const { status, out } = run('node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'src/components/intercom/quick-note.test.tsx')
    expect(out).toMatch(/2 passed/)
    expect(status).toBe(0)
  })
  it('has strings in every language', () => {
    const { status, out } = run('node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'src/kit/strings/locales')
    expect(out).toMatch(/Tests {2}\d+ passed/)
    expect(out).not.toMatch(/failed/)
    expect(status).toBe(0)
    for (const tag of ['ar', 'de', 'ja']) expect(readFileSync(join(copy, `src/kit/strings/locales/${tag}.ts`), 'utf8')).toMatch(/^ {2}quickNote: \{$/m)
  })
  it('is in the registry and has an item for v0', () => {
    expect(run('.storybook/registry/build.ts').out).toMatch(/storybook-static\/r: \d+ files/)
    const item = JSON.parse(readFileSync(join(copy, 'storybook-static/r/quick-note.json'), 'utf8')) as { files: { path: string }[] }
    expect(item.files.map(({ path }) => path)).toContain('src/components/intercom/quick-note.tsx')
    expect(existsSync(join(copy, 'storybook-static/r/v0/quick-note.json'))).toBe(true)
  })
})

describe('invalid names', () => {
  it.each([
    [[], /Pass one name/], [['a', 'b'], /Pass one name/], [['QuickNote'], /not a valid name/], [['../up'], /not a valid name/],
    [['quick-view'], /ends in -view/], [['help-button'], /already exists/],
  ] as [string[], RegExp][])('are rejected without writing a file: %j', (args, message) => {
    const count = () => globSync('{src,stories,.storybook}/**/*', { cwd: copy }).length
    const before = count()
    const { status, out } = generate(...args)
    expect(out).toMatch(message)
    expect(status).toBe(1)
    expect(count()).toBe(before)
  })
})

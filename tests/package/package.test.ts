/**
 * What `npm pack` makes, installed into an empty folder far from the project, and used there as an app uses it.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { specifiersOf } from '../../.storybook/package/rewrite.ts'

const { name, exports, dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string
  exports: Record<string, string | { types: string; default: string }>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}
const typescript = join(process.cwd(), 'node_modules/typescript/bin/tsc')
const app = mkdtempSync(join(tmpdir(), 'package-'))
const installed = join(app, 'node_modules', name)
let tarball = ''

function run(program: string, args: string[], cwd = app): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stdout}\n${stderr}`)
  return stdout
}

beforeAll(() => {
  run('npm', ['pack', '--pack-destination', app], process.cwd())
  tarball = join(app, globSync('*.tgz', { cwd: app })[0]!)
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'app', private: true, type: 'module' }))
  const beside = ['react', 'react-dom', 'msw', '@types/react', '@types/node', 'tailwindcss']
  run('npm', [
    'install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', tarball,
    ...beside.map((each) => `${each}@${devDependencies[each]}`),
  ])
  cpSync('tests/package/consumer', app, { recursive: true })
}, 600_000)

afterAll(() => rmSync(app, { recursive: true, force: true }))

const read = (path: string) => readFileSync(join(installed, path), 'utf8')
const scripts = () => globSync('dist/**/*.js', { cwd: installed }).map((file) => file.replaceAll('\\', '/'))

/** The files of an entry; several for one with a star. */
function filesOf(entry: string): { specifier: string; file: string }[] {
  const target = exports[entry]!
  const file = typeof target === 'string' ? target : target.default
  const specifier = `${name}${entry.slice(1)}`
  if (!file.includes('*')) return [{ specifier, file }]
  const [before, after] = file.slice(2).split('*') as [string, string]
  return globSync(`${before}**/*${after}`, { cwd: installed }).map((each) => {
    const path = each.replaceAll('\\', '/')
    return { specifier: specifier.replace('*', path.slice(before.length, -after.length)), file: path }
  })
}

const modules = () => Object.keys(exports).flatMap(filesOf).filter(({ file }) => file.endsWith('.js'))

/** Every file that some files import at last, and every package. */
function graphOf(from: readonly string[]): { files: Set<string>; packages: Set<string> } {
  const files = new Set(from.map((file) => file.replace(/^\.\//, '')))
  const packages = new Set<string>()
  for (const file of files) {
    for (const { specifier } of specifiersOf(read(file), file.endsWith('.d.ts'))) {
      if (specifier.startsWith('.')) files.add(join(file, '..', specifier).replaceAll('\\', '/'))
      else packages.add(specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'))
    }
  }
  return { files, packages }
}

describe('the tarball', () => {
  test('has what is imported, and nothing else', () => {
    const files = globSync('**/*', { cwd: installed }).map((file) => file.replaceAll('\\', '/'))
    expect(files.filter((file) => /\.test\.|(?<!\.d)\.tsx?$|^(?!dist|LICENSE|README\.md|package\.json)/.test(file))).toEqual([])
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/theme.css', 'dist/tokens.css']))
  })
  test('has a declaration beside each module, and every import leads somewhere', () => {
    const all = scripts()
    expect(all.length).toBeGreaterThan(150)
    expect(all.filter((file) => !existsSync(join(installed, file.replace(/\.js$/, '.d.ts'))))).toEqual([])
    for (const file of all) {
      for (const each of [file, file.replace(/\.js$/, '.d.ts')]) {
        const specifiers = specifiersOf(read(each), each.endsWith('.d.ts')).map(({ specifier }) => specifier)
        expect(specifiers.filter((specifier) => specifier.startsWith('@/')), each).toEqual([])
        const relative = specifiers.filter((specifier) => specifier.startsWith('.'))
        expect(relative.filter((specifier) => !existsSync(join(installed, each, '..', specifier))), each).toEqual([])
      }
    }
  })
  test("keeps 'use client' in each file that has it, and puts it nowhere else", () => {
    const clients = globSync('src/**/*.{ts,tsx}').filter((file) => readFileSync(file, 'utf8').startsWith("'use client'"))
      .map((file) => file.replaceAll('\\', '/').replace(/^src\//, 'dist/').replace(/\.tsx?$/, '.js'))
    expect(clients.length).toBeGreaterThan(40)
    expect(scripts().filter((file) => /^['"]use client['"]/.test(read(file))).sort()).toEqual(clients.sort())
  })
  test('gives ranges, so that an app has one SWR and not two', () => {
    expect(Object.entries(dependencies).filter(([, range]) => !range.startsWith('^'))).toEqual([])
  })
  test('is fine with publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: installed, level: 'suggestion', pack: false })
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })
  test('is fine with are-the-types-wrong', () => {
    const cli = join(process.cwd(), 'node_modules/@arethetypeswrong/cli/dist/index.js')
    const styles = Object.keys(exports).filter((entry) => entry.endsWith('.css'))
    const out = run(process.execPath, [cli, tarball, '--profile', 'esm-only', '--format', 'json', '--exclude-entrypoints', ...styles])
    const { analysis } = JSON.parse(out) as { analysis: { entrypoints: object; types: { kind: string } } }
    expect(analysis.types.kind).toBe('included')
    expect(Object.keys(analysis.entrypoints)).toEqual(expect.arrayContaining(['./components', './hooks', './server', './mocks']))
  })
})

describe('what reaches a browser', () => {
  const servers = /^(?:zod|htmlparser2|redis|msw|next)$/
  test.each(['./components', './components/*', './hooks', './hooks/*', './messages/*'])('%s reaches no server code', (entry) => {
    const { files, packages } = graphOf(filesOf(entry).map(({ file }) => file))
    expect(files.size).toBeGreaterThan(5)
    expect([...packages].filter((each) => servers.test(each) || each.startsWith('node:'))).toEqual([])
    const secret = /dist\/(?:app|server|mocks)\/|lib\/intercom\/(?:environment|settings|rest-client|handler|contracts|intercom-schemas|store|log|authorize)\b/
    expect([...files].filter((file) => secret.test(file))).toEqual([])
  })
  test('the same walk finds it behind the server entry', () => {
    const { files, packages } = graphOf(['dist/server.js'])
    expect([...packages]).toEqual(expect.arrayContaining(['zod', 'htmlparser2']))
    expect([...files]).toContain('dist/lib/intercom/settings.js')
  })
  test('every package is one that the manifest names', () => {
    const { packages } = graphOf(modules().map(({ file }) => file))
    const known = new Set([...Object.keys(dependencies), 'react', 'react-dom', 'msw', 'redis'])
    expect([...packages].filter((each) => !known.has(each) && !each.startsWith('node:'))).toEqual([])
  })
})

describe('an app', () => {
  test('imports every entry in Node', () => {
    const specifiers = modules().map(({ specifier }) => specifier)
    const code = `for (const each of ${JSON.stringify(specifiers)}) console.log(each, Object.keys(await import(each)).length)`
    const lines = run(process.execPath, ['--input-type=module', '-e', code]).trim().split('\n')
    expect(lines).toHaveLength(specifiers.length)
  })
  test.each(['bundler', 'nodenext'])('type-checks with moduleResolution %s', (moduleResolution) => {
    const module = moduleResolution === 'nodenext' ? 'nodenext' : 'esnext'
    const compilerOptions = {
      module, moduleResolution, target: 'ES2022', lib: ['ES2023', 'DOM', 'DOM.Iterable', 'ESNext.Disposable'], jsx: 'react-jsx',
      strict: true, noEmit: true, allowImportingTsExtensions: true, types: ['node', 'react'],
    }
    writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts', '*.tsx'] }))
    expect(run(process.execPath, [typescript, '-p', app])).toBe('')
  })
  test('runs its own tests on the mocked Intercom and the mounted routes', () => {
    const out = run(process.execPath, ['--disable-warning=ExperimentalWarning', '--test', '--test-reporter=tap', 'inbox-test.ts'])
    expect(out).toMatch(/# pass 4\n# fail 0/)
  })
  test('has the colours and the classes, and no zod, when it is built', async () => {
    writeFileSync(join(app, 'main.tsx'), "import './main.css'\nimport { ConversationList } from 'intercom-v0-kit/components'\nconsole.log(ConversationList)\n")
    writeFileSync(join(app, 'main.css'), "@import 'tailwindcss' source(none);\n@import 'intercom-v0-kit/theme.css';\n@import 'intercom-v0-kit/tokens.css';\n")
    const { output } = (await build({
      root: app, configFile: false, logLevel: 'error', plugins: [tailwindcss()],
      build: { write: false, rolldownOptions: { input: join(app, 'main.tsx'), onLog() {} } },
    })) as Rolldown.RolldownOutput
    const css = output.flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [])).join('')
    expect(css).toMatch(/--status-unread:/)
    expect(css).toMatch(/\.text-status-unread\{/)
    expect(css).toMatch(/\.bg-background\b[^}]*background-color:var\(--background\)/)
    const reached = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
    expect(reached.some((id) => id.includes('conversation-list'))).toBe(true)
    expect(reached.filter((id) => /node_modules\/(?:zod|react-hook-form|htmlparser2)\//.test(id))).toEqual([])
    expect(reached.filter((id) => /settings-event-form|help-button/.test(id))).toEqual([])
  })
})

/** Installs the packed tarball into an empty folder outside the project, and uses it like an app does. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getPackage, readImports } from '../../.storybook/imports.ts'
import { packKit } from '../../.storybook/package/build.ts'

interface Manifest {
  name: string
  exports: Record<string, string | Record<string, string>>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  peerDependencies: Record<string, string>
  peerDependenciesMeta: Record<string, { optional?: boolean }>
}

const readManifest = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Manifest
const repository = readManifest('package.json')
const typescript = join(process.cwd(), 'node_modules/typescript/bin/tsc')
const app = mkdtempSync(join(tmpdir(), 'package-'))
const installed = join(app, 'node_modules', repository.name)
const tarball = join(app, 'kit.tgz')
let manifest: Manifest

function run(program: string, args: string[], cwd = app): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} exited with ${status}:\n${stdout}\n${stderr}`)
  return stdout
}

beforeAll(() => {
  writeFileSync(tarball, packKit().bytes)
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'app', private: true, type: 'module' }))
  const beside = ['react', 'react-dom', 'msw', '@types/react', '@types/node']
  run('npm', [
    'install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', tarball,
    ...beside.map((each) => `${each}@${repository.devDependencies[each]}`),
  ])
  cpSync('tests/package/consumer', app, { recursive: true })
  manifest = readManifest(join(installed, 'package.json'))
}, 600_000)

afterAll(() => rmSync(app, { recursive: true, force: true }))

const read = (path: string) => readFileSync(join(installed, path), 'utf8')
const find = (pattern: string) => globSync(pattern, { cwd: installed }).map((file) => file.replaceAll('\\', '/'))
const listImports = (file: string) => readImports(read(file), file.endsWith('.d.ts') ? 'dts' : 'js')

/** Resolves a relative import. Declarations name the `.ts` file of their source. */
function resolveImport(from: string, specifier: string): string {
  const path = join(dirname(from), specifier).replaceAll('\\', '/')
  return from.endsWith('.d.ts') ? path.replace(/\.(?:tsx?|js)$/, '.d.ts') : path
}

/** Lists the modules of an entry, several for a pattern. */
function listModules(entry: string): { specifier: string; file: string }[] {
  const target = manifest.exports[entry]!
  const file = typeof target === 'string' ? target : target.default!
  const specifier = `${manifest.name}${entry.slice(1)}`
  if (!file.includes('*')) return file.endsWith('.js') ? [{ specifier, file: file.slice(2) }] : []
  const [before, after] = file.slice(2).split('*') as [string, string]
  return find(`${before}*${after}`).map((path) => ({ specifier: specifier.replace('*', path.slice(before.length, -after.length)), file: path }))
}

const allModules = () => Object.keys(manifest.exports).flatMap(listModules)

/** Collects every file and package that some files import, directly or indirectly. */
function readGraph(from: readonly string[]): { files: Set<string>; packages: Set<string> } {
  const files = new Set(from)
  const packages = new Set<string>()
  for (const file of files) {
    for (const specifier of listImports(file)) {
      if (specifier.startsWith('.')) files.add(resolveImport(file, specifier))
      else packages.add(getPackage(specifier) ?? specifier)
    }
  }
  return { files, packages }
}

describe('tarball', () => {
  it('contains imported files and the sources of the maps, and nothing else', () => {
    const files = find('**/*.*')
    expect(files.filter((file) => /\.test\.|test-client/.test(file))).toEqual([])
    expect(files.filter((file) => !/^(?:dist\/.*\.(?:js|d\.ts|map|css)|(?:src\/kit|mocks)\/.*\.tsx?|README\.md|package\.json)$/.test(file))).toEqual([])
    expect(existsSync(join(installed, 'LICENSE'))).toBe(true)
    expect(files).toEqual(expect.arrayContaining(['dist/theme.css', 'dist/tokens.css']))
  })
  it('has a declaration for each module, and no broken import', () => {
    const scripts = find('dist/**/*.js')
    expect(scripts.length).toBeGreaterThan(150)
    for (const file of scripts.flatMap((each) => [each, each.replace(/\.js$/, '.d.ts')])) {
      const specifiers = listImports(file)
      expect(specifiers.filter((specifier) => /^@\/|^intercom-v0-kit/.test(specifier)), file).toEqual([])
      const relative = specifiers.filter((specifier) => specifier.startsWith('.'))
      expect(relative.filter((specifier) => !existsSync(join(installed, resolveImport(file, specifier)))), file).toEqual([])
    }
  })
  it('maps code and declarations to TypeScript', () => {
    const maps = find('dist/**/*.map')
    expect(maps.length).toBe(find('dist/**/*.{js,d.ts}').length)
    for (const file of maps) {
      const { sources } = JSON.parse(read(file)) as { sources: string[] }
      expect(sources.filter((source) => !/\.tsx?$/.test(source) || !existsSync(join(installed, dirname(file), source))), file).toEqual([])
    }
  })
  it('leads "go to definition" of a hook to its line in the source', () => {
    const file = 'dist/kit/inbox/data/use-conversations.d.ts'
    const lines = read(file).split('\n')
    const line = lines.findIndex((each) => each.includes('declare function useConversations('))
    const entry = new SourceMap(JSON.parse(read(`${file}.map`))).findEntry(line, lines[line]!.indexOf('useConversations'))
    if (!('originalSource' in entry)) throw new Error('The map lacks this position.')
    const source = join(dirname(file), entry.originalSource)
    expect(source).toBe('src/kit/inbox/data/use-conversations.ts')
    expect(read(source).split('\n')[entry.originalLine]).toContain('function useConversations(')
  })
  it("keeps 'use client' in exactly the files that have it", () => {
    const isClient = (file: string) => /^['"]use client['"]/.test(read(file))
    const clients = find('src/kit/**/*.{ts,tsx}').filter(isClient).map((file) => file.replace(/^src\//, 'dist/').replace(/\.tsx?$/, '.js'))
    expect(clients.length).toBeGreaterThan(30)
    expect(find('dist/**/*.js').filter(isClient).sort()).toEqual(clients.sort())
  })
  it('is reproducible', () => {
    const { name, bytes } = packKit()
    expect(bytes.equals(readFileSync(tarball))).toBe(true)
    expect(name).toMatch(/^intercom-v0-kit-\d+\.\d+\.\d+-[0-9a-f]{12}\.tgz$/)
  }, 120_000)
  it('contains no Tailwind classes, which an app would not find in a package', () => {
    expect(find('dist/kit/**/*.js').filter((file) => /className: ?['"`]|\bcva\(/.test(read(file)))).toEqual([])
    expect(read('dist/tokens.css')).not.toContain('@source')
  })
  it('passes publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: installed, level: 'suggestion', pack: false })
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })
  it('passes are-the-types-wrong', () => {
    const cli = join(process.cwd(), 'node_modules/@arethetypeswrong/cli/dist/index.js')
    const styles = Object.keys(manifest.exports).filter((entry) => entry.endsWith('.css'))
    const out = run(process.execPath, [cli, tarball, '--profile', 'esm-only', '--format', 'json', '--exclude-entrypoints', ...styles])
    const { analysis } = JSON.parse(out) as { analysis: { entrypoints: object; types: { kind: string } } }
    expect(analysis.types.kind).toBe('included')
    expect(Object.keys(analysis.entrypoints)).toEqual(expect.arrayContaining(['./inbox', './messenger', './server', './mocks']))
  })
})

describe('package.json', () => {
  it("has the repository's import paths, without their sources", () => {
    expect(Object.keys(manifest.exports)).toEqual(Object.keys(repository.exports))
    expect(JSON.stringify(manifest.exports)).not.toMatch(/"source"|\.tsx?"(?<!\.d\.ts")/)
    expect(JSON.stringify(repository.exports)).toContain('"source"')
  })
  it('depends on what compiled files import, in ranges, and on nothing for views alone', () => {
    const { packages } = readGraph(allModules().flatMap(({ file }) => [file, file.replace(/\.js$/, '.d.ts')]))
    const own = Object.keys(manifest.dependencies)
    expect([...packages].filter((each) => !each.startsWith('node:')).sort()).toEqual([...own, ...Object.keys(manifest.peerDependencies)].sort())
    expect(Object.entries(manifest.dependencies).filter(([, range]) => !range.startsWith('^'))).toEqual([])
    expect(own.filter((each) => /radix|lucide|hook-form|class-variance|clsx|tailwind|^redis$/.test(each))).toEqual([])
  })
  it('leaves Redis optional', () => {
    expect(manifest.peerDependenciesMeta).toMatchObject({ redis: { optional: true }, msw: { optional: true } })
    expect(existsSync(join(app, 'node_modules/redis'))).toBe(false)
  })
  it('accepts Node 20.9 with all dependencies', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { engines?: { node?: string }; dependencies?: object; version: string }>
    }
    const found = new Set(Object.keys(manifest.dependencies))
    for (const name of found) for (const each of Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {})) found.add(each)
    expect(found.size).toBeGreaterThan(8)
    const needs = [...found].map((name) => [name, packages[`node_modules/${name}`]!.engines?.node ?? '*'] as const)
    expect(needs.filter(([, range]) => !acceptsNode20(range))).toEqual([])
    expect(acceptsNode20('>=20.19.0') || acceptsNode20('>=22.12') || acceptsNode20('^18 || >=22')).toBe(false)
    expect(acceptsNode20('>=0.12') && acceptsNode20('>= 20.0.0') && acceptsNode20('^18.0 || >=20.0')).toBe(true)
  })
})

/** Whether an `engines` range accepts 20.9.0. Ranges in use are `>=` and `^`, with `||` between them. */
function acceptsNode20(range: string): boolean {
  return range.split('||').some((each) => {
    const [, sign, major, minor = '0'] = /^\s*(>=|\^|\*)\s*(?:(\d+)(?:\.(\d+))?)?/.exec(each) ?? []
    if (sign === '*') return true
    const isBelow = Number(major) < 20 || (Number(major) === 20 && Number(minor) <= 9)
    return isBelow && (sign === '>=' || (sign === '^' && Number(major) === 20))
  })
}

describe('browser entries', () => {
  const servers = /^(?:zod|redis|msw|next|node:.*)$/
  it.each(['./account', './inbox', './messenger', './strings', './strings/*'])('reaches no server code from %s', (entry) => {
    const { files, packages } = readGraph(listModules(entry).map(({ file }) => file))
    expect(files.size).toBeGreaterThan(2)
    expect([...packages].filter((each) => servers.test(each))).toEqual([])
    const plain = /contracts\/(?:attachment-limits|conversation-summary)\.js$/
    expect([...files].filter((file) => /dist\/(?:kit\/(?:server|contracts)|mocks)\//.test(file) && !plain.test(file))).toEqual([])
  })
  it('finds server code behind the server entry with the same walk', () => {
    const { files, packages } = readGraph(['dist/kit/server/index.js'])
    expect([...packages]).toEqual(expect.arrayContaining(['zod', 'htmlparser2']))
    expect([...files]).toContain('dist/kit/server/settings.js')
  })
})

describe('an app with the package', () => {
  it('imports every entry in Node', () => {
    const specifiers = allModules().map(({ specifier }) => specifier)
    const code = `for (const each of ${JSON.stringify(specifiers)}) console.log(each, Object.keys(await import(each)).length)`
    const lines = run(process.execPath, ['--input-type=module', '-e', code]).trim().split('\n')
    expect(lines).toHaveLength(specifiers.length)
  })
  it.each(['bundler', 'nodenext'])('type-checks with moduleResolution %s', (moduleResolution) => {
    const module = moduleResolution === 'nodenext' ? 'nodenext' : 'esnext'
    const compilerOptions = {
      module, moduleResolution, target: 'ES2022', lib: ['ES2023', 'DOM', 'DOM.Iterable', 'ESNext.Disposable'], jsx: 'react-jsx',
      strict: true, exactOptionalPropertyTypes: true, noPropertyAccessFromIndexSignature: true, noEmit: true,
      allowImportingTsExtensions: true, types: ['node', 'react'],
    }
    writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts', '*.tsx'] }))
    expect(run(process.execPath, [typescript, '-p', app])).toBe('')
  })
  it('runs its own tests with the mocked Intercom and the mounted routes', () => {
    const out = run(process.execPath, ['--disable-warning=ExperimentalWarning', '--test', '--test-reporter=tap', 'inbox-test.ts'])
    expect(out).toMatch(/# pass 5\n# fail 0/)
  })
  it('bundles no zod, and only the used part of an import path', async () => {
    const imports = ["{ useIntercom } from 'intercom-v0-kit/messenger'", "{ useConversations } from 'intercom-v0-kit/inbox'", "{ toSafeLink } from 'intercom-v0-kit/rich-text'"]
    writeFileSync(join(app, 'main.tsx'), `${imports.map((each) => `import ${each}\n`).join('')}console.log(useIntercom, useConversations, toSafeLink)\n`)
    const { output } = (await build({
      root: app, configFile: false, logLevel: 'error',
      build: { write: false, rolldownOptions: { input: join(app, 'main.tsx'), onLog() {} } },
    })) as Rolldown.RolldownOutput
    const rendered = output.flatMap((file) =>
      file.type === 'chunk' ? Object.entries(file.modules).filter(([, { code }]) => code).map(([id]) => id) : [])
    expect(rendered).toEqual(expect.arrayContaining(['messenger/messenger-store', 'inbox/data/use-conversations', 'rich-text/safe-url'].map((each) => expect.stringContaining(each))))
    expect(rendered.filter((id) => /node_modules\/(?:zod|htmlparser2|eventsource-parser)\//.test(id))).toEqual([])
    expect(rendered.filter((id) => /strings\/(?:locales|tables)|intercom-provider/.test(id))).toEqual([])
  })
})

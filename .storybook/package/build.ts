/**
 * `npm run build:package`: compiles the engine and the mocks to `dist/`, and prepares the folder to publish. Its
 * package.json has no `source` condition and lists only imported dependencies.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getPackage, readImports } from '../imports.ts'
import { readCssVars } from '../registry/tokens.ts'

export interface Tarball {
  /** `intercom-v0-kit-<version>-<hash of the bytes>.tgz` */
  name: string
  bytes: Buffer
}

interface Manifest {
  exports: Record<string, string | Record<string, string>>
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
  [field: string]: unknown
}

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const dist = `${root}/dist`
const packed = `${root}/.cache/package`

const sources = ['src/kit', 'mocks']
const isTest = (path: string) => /\.test\.tsx?$|test-client\.ts$/.test(path)

function run(program: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' && program === 'npm' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}\n${stderr}`)
  return stdout
}

function compile(project: string): void {
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
  const { bin } = JSON.parse(readFileSync(`${typescript}/package.json`, 'utf8')) as { bin: { tsc: string } }
  run(process.execPath, [`${typescript}/${bin.tsc}`, '-p', `${root}/.storybook/package/${project}`])
}

/** Returns the kit's status colours as CSS, for apps without a copied component. */
function writeTokens(): string {
  const { light, dark, theme } = readCssVars(readFileSync(`${root}/src/styles/theme.css`, 'utf8'))
  const block = (selector: string, values: Record<string, string>) =>
    `${selector} {\n${Object.entries(values).map(([name, value]) => `  --${name}: ${value};\n`).join('')}}\n`
  return [
    "/* Status colours of the kit, in addition to shadcn/ui's. Import it after Tailwind. */",
    block(':root', light), block('.dark', dark), block('@theme inline', theme),
  ].join('\n')
}

function readImportedPackages(): Set<string> {
  const files = globSync('**/*.{js,d.ts}', { cwd: dist })
  return new Set(files.flatMap((file) =>
    readImports(readFileSync(`${dist}/${file}`, 'utf8'), file.endsWith('.js') ? 'js' : 'dts').flatMap((each) => getPackage(each) ?? [])))
}

function writeManifest(): string {
  const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as Manifest
  const { exports, dependencies, peerDependencies, scripts: _, allowScripts: __, devDependencies: ___, ...rest } = manifest
  const imported = readImportedPackages()
  const unlisted = [...imported].filter((name) => !(name in dependencies) && !(name in peerDependencies))
  if (unlisted.length > 0) throw new Error(`The package imports ${unlisted.join(', ')}, which package.json does not list. Add it to dependencies.`)
  return `${JSON.stringify({
    ...rest,
    files: ['dist', ...sources],
    publishConfig: { access: 'public' },
    exports: Object.fromEntries(Object.entries(exports).map(([entry, target]) => {
      if (typeof target === 'string') return [entry, target]
      const { source: _source, ...published } = target
      return [entry, published]
    })),
    dependencies: Object.fromEntries(Object.entries(dependencies).filter(([name]) => imported.has(name))),
    peerDependencies,
  }, null, 2)}\n`
}

/** Builds `dist/` and the folder to pack, and returns the path of that folder. */
function buildPackage(): string {
  for (const folder of [dist, packed]) rmSync(folder, { recursive: true, force: true })
  compile('tsconfig.json')
  compile('tsconfig.mocks.json')
  cpSync(`${root}/src/styles/theme.css`, `${dist}/theme.css`)
  writeFileSync(`${dist}/tokens.css`, writeTokens())

  mkdirSync(packed, { recursive: true })
  for (const each of ['dist', 'README.md', 'LICENSE', ...sources]) {
    cpSync(`${root}/${each}`, `${packed}/${each}`, { recursive: true, filter: (path) => !isTest(path) })
  }
  writeFileSync(`${packed}/package.json`, writeManifest())
  return packed
}

/** Packs the package with npm. The same content gives the same bytes. */
export function packKit(): Tarball {
  const folder = mkdtempSync(join(tmpdir(), 'kit-'))
  try {
    run('npm', ['pack', buildPackage(), '--ignore-scripts', '--silent', '--pack-destination', folder])
    const [file] = globSync('*.tgz', { cwd: folder })
    const bytes = readFileSync(join(folder, file!))
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
    return { name: file!.replace('.tgz', `-${hash}.tgz`), bytes }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { name, bytes } = packKit()
  writeFileSync(`${root}/.cache/${name}`, bytes)
  console.log(`.cache/${name}: ${(bytes.length / 1024).toFixed(0)} kB`)
}

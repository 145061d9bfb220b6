/** `npm run build:package`: what `npm pack` puts into the package, in `dist/`. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cssVarsOf } from '../registry/tokens.ts'
import { packageEntries } from './entries.ts'
import { placeOf, rewriteImports } from './rewrite.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const cache = `${root}/.cache/package`
const out = `${root}/dist`

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function compile(): void {
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
  const { bin } = JSON.parse(readFileSync(`${typescript}/package.json`, 'utf8')) as { bin: { tsc: string } }
  const args = [`${typescript}/${bin.tsc}`, '-p', `${root}/.storybook/package/tsconfig.json`]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) throw new Error('The package does not compile: see above.')
}

function declarations(values: Record<string, string>): string {
  return Object.entries(values).map(([name, value]) => `  --${name}: ${value};\n`).join('')
}

/** The kit's own tokens, and where Tailwind finds the classes that the package uses. */
function tokens(): string {
  const { light, dark, theme } = cssVarsOf(readFileSync(`${root}/src/styles/theme.css`, 'utf8'))
  return [
    "/* The kit's own colours, beside those of shadcn/ui. Import it after Tailwind. */\n",
    "@source '.';\n\n",
    `:root {\n${declarations(light)}}\n\n.dark {\n${declarations(dark)}}\n\n`,
    `@theme inline {\n${declarations(theme)}}\n`,
  ].join('')
}

rmSync(cache, { recursive: true, force: true })
rmSync(out, { recursive: true, force: true })
for (const [name, code] of Object.entries(packageEntries(root))) write(`${cache}/entries/${name}.ts`, code)
compile()
const compiled = globSync('**/*.{js,d.ts}', { cwd: `${cache}/out`, exclude: ['node_modules/**'] })
const hidden = ['.storybook', '.cache'].flatMap((folder) =>
  globSync(`${folder}/**/*.{js,d.ts}`, { cwd: `${cache}/out` }),
)
const files = [...new Set([...compiled, ...hidden])].map((file) => file.replaceAll('\\', '/'))
for (const file of files) write(`${out}/${placeOf(file)}`, rewriteImports(readFileSync(`${cache}/out/${file}`, 'utf8'), file))
copyFileSync(`${root}/src/styles/theme.css`, `${out}/theme.css`)
write(`${out}/tokens.css`, tokens())
console.log(`dist: ${files.length} files`)

/** Builds the next version of the engine, with one changed server file. */
import { cpSync, globSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { must } from './checks.ts'
import { run } from './commands.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** Files that the package's build reads. */
const sources = ['.storybook', 'mocks', 'src', 'LICENSE', 'README.md', 'package.json', 'tailwind.config.ts', 'tsconfig.json']

/** Response of the changed version to an unknown path. */
export const FIXED = 'This path does not exist, says the fixed version.'

function edit(path: string, pattern: RegExp, replacement: string): void {
  const text = readFileSync(path, 'utf8')
  must(pattern.test(text), `${path} has no ${pattern}.`)
  writeFileSync(path, text.replace(pattern, replacement))
}

/**
 * Builds the package from a copy of the sources, with a higher patch number and one changed server file.
 * @returns the version, and the tarball
 * @throws Error with the build's output if it fails
 */
export async function buildNextVersion(): Promise<{ version: string; name: string; bytes: Buffer }> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'next-version-'))
  try {
    for (const each of sources) cpSync(join(root, each), join(folder, each), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    const [major, minor, patch] = version.split('.')
    const next = `${major}.${minor}.${Number(patch) + 1}`
    edit(join(folder, 'package.json'), /"version": "[^"]+"/, `"version": "${next}"`)
    edit(join(folder, 'src/kit/server/http/errors.ts'), /(not_found: \{ status: 404, message: )(['"]).*?\2/, `$1'${FIXED}'`)
    const { code, output } = await run([join(folder, '.storybook/package/build.ts')], { cwd: folder, patience: 300 })
    const [tarball] = globSync(join(folder, '.cache/*.tgz'))
    must(code === 0 && tarball !== undefined, `Building the next version failed:\n${output}`)
    return { version: next, name: basename(tarball), bytes: readFileSync(tarball) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

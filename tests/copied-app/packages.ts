/** Installs the packages of this folder and of its templates, separate from the kit's. */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * Installs the packages of folders, unless they are installed.
 * @param folders below this one
 */
export function installPackages(folders: readonly string[]): void {
  for (const folder of folders.map((name) => here + name)) {
    const [lock, installed] = [`${folder}/package-lock.json`, `${folder}/node_modules/.package-lock.json`]
    if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) continue
    console.log(`npm ci in ${folder}`)
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
    if (status !== 0) throw new Error(`The packages of ${folder} couldn't be installed. See the output above.`)
  }
}

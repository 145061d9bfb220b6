/** Every route of the kit in one script, for what is not Vitest: other runtimes, and checks that Node runs as they are. */
import { build } from 'esbuild'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * Bundles the routes below `src/app/api/intercom` with a module that does something with them. A module of Node in it
 * ends the build.
 *
 * @param entry a module that exports `main(modules)`, from the project's root
 * @param format an `iife` leaves what `main` gives as `globalThis.outcome`, an `esm` exports it as `outcome`
 */
export async function bundleRoutes(entry: string, format: 'iife' | 'esm'): Promise<string> {
  const files = readdirSync('src/app/api/intercom', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .map((file) => `src/app/api/intercom/${file.replaceAll('\\', '/')}`)
  const imports = files.map((file, index) => `import * as route${index} from ${JSON.stringify(`./${file}`)}`)
  const entries = files.map((file, index) => `${JSON.stringify(`/${file}`)}: route${index}`)
  const outcome = format === 'iife' ? 'globalThis.outcome =' : 'export const outcome ='
  const contents = `${imports.join('\n')}\nimport { main } from ${JSON.stringify(entry)}
    ${outcome} main({ ${entries.join(', ')} })`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['source', 'worker', 'browser', 'import'],
    target: 'es2022',
    alias: { '@/lib/intercom/authorize': resolve('tests/anywhere/authorize.ts'), '@': resolve('src') },
    // As Next.js builds for the edge: what opens sockets, and is loaded where REDIS_URL is set, is left out by it.
    define: { 'process.env.NEXT_RUNTIME': '"edge"' },
    logLevel: 'silent',
  })
  return outputFiles[0]!.text
}

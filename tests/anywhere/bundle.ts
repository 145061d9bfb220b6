/** Every route of the kit in one script, for what is not Vitest: other runtimes, and checks that Node runs as they are. */
import { build } from 'esbuild'
import { resolve } from 'node:path'

/**
 * Bundles the routes below `/api/intercom/` with a module that calls them. A module of Node in the bundle is an error.
 *
 * @param entry a module that exports `main(routes)`, from the project's root
 * @param format an `iife` leaves the result of `main` as `globalThis.outcome`, an `esm` exports it as `outcome`
 */
export async function bundleRoutes(entry: string, format: 'iife' | 'esm'): Promise<string> {
  const contents = `import * as routes from './src/app/api/intercom/[...path]/route.ts'
    import { main } from ${JSON.stringify(entry)}
    ${format === 'iife' ? 'globalThis.outcome =' : 'export const outcome ='} main(routes)`
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

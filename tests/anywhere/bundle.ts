/** Bundles every route of the kit into one script, for other runtimes and for checks that Node runs directly. */
import { build } from 'esbuild'
import { resolve } from 'node:path'

/**
 * Bundles the routes below `/api/intercom/` with a module that calls them. A module of Node in the bundle is an error.
 * @param entry path of a module that exports `main(routes)`
 * @param format `iife` sets the result of `main` as `globalThis.outcome`, `esm` exports it as `outcome`
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
    // Next.js sets this for the edge. It removes the Redis client, which opens sockets.
    define: { 'process.env.NEXT_RUNTIME': '"edge"' },
    logLevel: 'silent',
  })
  return outputFiles[0]!.text
}

/** What the npm package is imported by, made from the sources, so that a new component or route is in it by itself. */
import { globSync } from 'node:fs'
import { itemRows } from '../registry/items.ts'

/** What people import beside the routes, to build routes of their own and to look inside. */
const serverModules = ['answered', 'errors', 'handler', 'route', 'store', 'rest-client', 'identity-token', 'webhook-events']

function aliasOf(file: string): string {
  return file.replace(/^src\//, '@/').replace(/\.tsx?$/, '')
}

function reexport(files: readonly string[]): string {
  return [...new Set(files)].map((file) => `export * from '${aliasOf(file)}'\n`).join('')
}

function server(root: string): string {
  const routes = globSync('src/app/api/intercom/**/route.ts', { cwd: root }).sort()
  return [
    ...routes.map((file, index) => `import * as route${index} from '${aliasOf(file)}'\n`),
    "import { mountRoutes } from '../../../.storybook/package/mount.ts'\n",
    reexport(serverModules.map((name) => `src/lib/intercom/${name}.ts`)),
    "export type { Authorize, Principal } from '../../../.storybook/package/authorize.ts'\n",
    "export type { IntercomRoutesOptions } from '../../../.storybook/package/mount.ts'\n",
    '\n/** Every route below /api/intercom, for one catch-all `route.ts`. */\n',
    `export const intercomRoutes = mountRoutes([${routes.map((_, index) => `route${index}`).join(', ')}])\n`,
  ].join('')
}

/**
 * Makes the modules that an app imports, as TypeScript.
 *
 * @param root the project's folder
 * @returns code by the entry's name
 */
export function packageEntries(root: string): Record<'components' | 'hooks' | 'server' | 'contracts', string> {
  const files = itemRows.flatMap(({ entries }) => entries)
  return {
    components: reexport(files.filter((file) => file.startsWith('src/components/intercom/'))),
    hooks: `${reexport(files.filter((file) => file.startsWith('src/hooks/')))}export { setBasePath } from '@/lib/intercom/api-client'\n`,
    contracts: reexport(['src/lib/intercom/contracts.ts', 'src/lib/intercom/contracts/account.ts']),
    server: server(root),
  }
}

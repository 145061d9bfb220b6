/** A door to routes that run in the same place as the cases: the mocked Intercom is its `fetch`. */
import { createIntercom } from '../../mocks/index.ts'
import type { Route } from '../../src/kit/server/http/route.ts'
import { door as asked } from './authorize.ts'
import { env, type Door } from './cases.ts'

/** The path of `src/app/api/x/[id]/route.ts` as an expression. */
function patternOf(file: string): RegExp {
  const path = file.replace(/^.*\/app\//, '/').replace(/\/route\.ts$/, '')
  return new RegExp(`^${path.replace(/\[\.\.\.\w+\]/, '.+').replace(/\[(\w+)\]/g, '(?<$1>[^/]+)')}$`)
}

/** @param modules what each `route.ts` exports, by its file */
export function localDoor(modules: Record<string, Route>): Door {
  const routes = Object.entries(modules).map(([file, exports]) => ({ pattern: patternOf(file), exports }))
  // Fixed paths before those with a parameter in their place, as in Next.js.
  routes.sort((a, b) => a.pattern.source.split('(?<').length - b.pattern.source.split('(?<').length)
  const scope = globalThis as unknown as { process?: { env: Record<string, string | undefined> } }
  scope.process ??= { env: {} }
  Object.assign(scope.process.env, env)
  return {
    begin(as, fault) {
      const intercom = createIntercom()
      intercom.setFault(fault)
      globalThis.fetch = intercom.fetch
      const user = intercom.workspace.contacts.find(({ external_id }) => external_id !== null)
      asked.principal = {
        agent: { kind: 'agent', adminId: '7042001' } as const,
        customer: { kind: 'customer', userId: user?.external_id ?? '' } as const,
        nobody: null,
      }[as]
    },
    async ask(path, init) {
      const url = new URL(path, 'https://app.example')
      for (const { pattern, exports } of routes) {
        const found = pattern.exec(url.pathname)
        if (!found) continue
        const params = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])
        const method = init.method as keyof Route
        return exports[method](new Request(url, init), { params: Promise.resolve(Object.fromEntries(params)) })
      }
      throw new Error(`There is no route for ${path}`)
    },
  }
}

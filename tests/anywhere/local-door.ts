/** Connects the cases to routes in the same process, with the mocked Intercom as `fetch`. */
import { createIntercom } from '../../mocks/index.ts'
import type { Route } from '../../src/kit/server/http/route.ts'
import { door as asked } from './authorize.ts'
import { env, type Door } from './cases.ts'

export function createLocalDoor(routes: Route): Door {
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
    ask(path, init) {
      const request = new Request(new URL(path, 'https://app.example'), init)
      return routes[init.method as keyof Route](request, { params: Promise.resolve({}) })
    },
  }
}

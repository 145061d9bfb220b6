/** Records the requests of the kit's routes to Intercom while every case of `tests/anywhere/cases.ts` runs. */
import type { Route } from '../../src/kit/server/http/route.ts'
import { onLog } from '../../src/kit/server/log.ts'
import { makeCases, runCases } from '../anywhere/cases.ts'
import { createLocalDoor } from '../anywhere/local-door.ts'

/** A recorded request. */
export interface SentRequest {
  method: string
  path: string
  body: unknown
}

export async function main(routes: Route): Promise<{ sent: SentRequest[]; wrong: string[] }> {
  onLog(() => {})
  const door = createLocalDoor(routes)
  const sent: SentRequest[] = []
  const wrong = await runCases(makeCases(), {
    ...door,
    begin(as, fault) {
      door.begin(as, fault)
      const answer = globalThis.fetch
      globalThis.fetch = (input, init) => {
        const { pathname } = new URL(String(input))
        const body = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
        sent.push({ method: init?.method ?? 'GET', path: pathname, body })
        return answer(input, init)
      }
    },
  })
  return { sent, wrong }
}

/** Who is asking, in the npm package: there no file can be edited, so that the app says it where it mounts the routes. */
import type { Principal } from 'intercom-v0-kit/server'

export type { Principal }

/** Says who makes a request: null for nobody. Take the answer from your session, never from a query or a body. */
export type Authorize = (request: Request) => Promise<Principal | null> | Principal | null

const answers = new WeakMap<Request, Authorize>()

/** Remembers who answers for a request, for as long as there is the request. */
export function answerFor(request: Request, answer: Authorize): void {
  answers.set(request, answer)
}

/** Says who makes a request. A request that came in another way than through the mounted routes is nobody's. */
export async function authorize(request: Request): Promise<Principal | null> {
  return (await answers.get(request)?.(request)) ?? null
}

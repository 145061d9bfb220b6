/**
 * What every route does before and after its own few lines: it refuses other sites, checks ids and query before
 * anything leaves, asks `authorize` who is there, reads a body only so far, and answers every failure in one shape.
 */
import { z } from 'zod'
import { authorize, type Principal } from '@/lib/intercom/authorize'
import { isCrossSite } from '@/lib/intercom/cross-site'
import { ApiError, errorResponse } from '@/lib/intercom/errors'
import { jsonResponse } from '@/lib/intercom/json-response'
import { describe, log } from '@/lib/intercom/log'
import { parseBody, parseParams, parseQuery } from '@/lib/intercom/request-input'
import { createIntercomClient, type IntercomClient } from '@/lib/intercom/rest-client'
import { isDevelopment, readSettings } from '@/lib/intercom/settings'

/** What Next.js hands a route beside the request. */
export interface RouteContext {
  params: Promise<Record<string, string | string[] | undefined>>
}

/** A route for one method, as Next.js calls it. */
export type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>

/** What a route is. */
export interface RouteOptions<Kind extends Principal['kind'], Params, Query, Body, Data> {
  /** Where it is mounted, such as `/api/intercom/conversations/[id]`: its name in the log. */
  path: string
  /** Who may ask; anybody else is answered with 403. */
  allow: readonly Kind[]
  /** What the path's parameters must be. Without it there are none. */
  params?: z.ZodType<Params>
  /** What the query must be: strict, so that an unknown key is refused. Without it there is none. */
  query?: z.ZodType<Query>
  /** What the JSON body must be: strict. Without it no body is read. */
  body?: z.ZodType<Body>
  /** What it answers. An answer of another shape is a fault of ours, and is not sent. */
  response: z.ZodType<Data>
}

/** What a route's own function is called with, all of it checked. */
export interface RouteCall<Kind extends Principal['kind'], Params, Query, Body> {
  principal: Extract<Principal, { kind: Kind }>
  params: Params
  query: Query
  body: Body
  /** Intercom, until this request's deadline. */
  intercom: IntercomClient
}

const principalSchema: z.ZodType<Principal> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('customer'), userId: z.string().min(1).max(255) }),
  z.object({ kind: z.literal('agent'), adminId: z.string().regex(/^[0-9]{1,20}$/) }),
])

async function identify(request: Request): Promise<Principal> {
  const principal = await authorize(request)
  if (principal === null) {
    throw new ApiError('unauthorized', isDevelopment() ? {
      message:
        'Nobody is signed in, as far as lib/intercom/authorize.ts can tell. As it is shipped it lets nobody in: ' +
        'edit it, so that it says who makes a request.',
    } : {})
  }
  const result = principalSchema.safeParse(principal)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const reason = `authorize() gave something else than a Principal: ${issue?.path.join('.') ?? ''} ${issue?.message}`
  throw new ApiError('internal', { reason })
}

function isAllowed<Kind extends Principal['kind']>(
  principal: Principal,
  allow: readonly Kind[],
): principal is Extract<Principal, { kind: Kind }> {
  return (allow as readonly string[]).includes(principal.kind)
}

function checkAnswer<Data>(schema: z.ZodType<Data>, data: Data): Data {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  const paths = result.error.issues.slice(0, 5).map((issue) => issue.path.join('.'))
  throw new ApiError('internal', { reason: `The answer breaks the contract: ${paths.join(', ')}` })
}

function errorOf(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError('internal', { reason: describe(thrown) })
}

/**
 * Makes a route.
 *
 * @param options what it takes, from whom, and what it answers
 * @param respond the route's own work; whatever it throws is answered in the contract's error shape
 * @returns a function to export from a `route.ts` under the name of the method, through `route()`
 */
export function handle<
  const Kind extends Principal['kind'],
  Data,
  Params = Record<string, never>,
  Query = Record<string, never>,
  Body = undefined,
>(
  options: RouteOptions<Kind, Params, Query, Body, Data>,
  respond: (call: RouteCall<Kind, Params, Query, Body>) => Promise<Data>,
): RouteHandler {
  async function answer(request: Request, context: RouteContext): Promise<Data> {
    if (isCrossSite(request)) {
      throw new ApiError('forbidden', { message: 'Requests from other sites are not answered.' })
    }
    const params = parseParams(options.params, await context.params)
    const query = parseQuery(options.query, request)
    const principal = await identify(request)
    if (!isAllowed(principal, options.allow)) throw new ApiError('forbidden')
    const body = await parseBody(options.body, request)
    const call = {
      principal,
      params,
      query,
      body,
      // Made when it is asked for: a route that asks Intercom nothing needs no access token.
      get intercom() {
        return createIntercomClient({ settings: readSettings(), signal: request.signal })
      },
    }
    return checkAnswer(options.response, await respond(call))
  }

  return async (request, context) => {
    // Outside of the try: by an error of its own Next.js learns here that the answer cannot be made in a build.
    const { method } = request
    request.headers.get('sec-fetch-site')
    const start = performance.now()
    const entry = { request_id: crypto.randomUUID(), method, route: options.path }
    const finish = (response: Response, error?: ApiError) => {
      const duration = Math.round(performance.now() - start)
      log({ ...entry, status: response.status, duration, code: error?.code, reason: error?.reason })
      return response
    }
    try {
      return finish(jsonResponse(200, await answer(request, context)))
    } catch (thrown) {
      const error = errorOf(thrown)
      return finish(errorResponse(error, entry.request_id), error)
    }
  }
}

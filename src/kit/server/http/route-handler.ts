/**
 * What every route does before and after its own few lines: it refuses other sites, checks ids and query before
 * anything leaves, asks `authorize` who is there, reads a body only so far, and answers every failure in one shape.
 */
import type { z } from 'zod'
import { withRequestLog, type Responder, type RouteContext } from './with-request-log.ts'
import type { Principal } from './principal.ts'
import { isCrossSite } from './cross-site.ts'
import { ApiError } from './errors.ts'
import { once, type Idempotency } from './idempotency.ts'
import { toJsonResponse } from './json-response.ts'
import { refuseLongQuery } from './query-size.ts'
import { spendCall } from './call-budget.ts'
import { identify, isAllowed } from './principals.ts'
import { countRequest, READ_LIMIT, WRITE_LIMIT, type RateLimit } from './rate-limit.ts'
import { MAX_BODY, parseBody, parseParams, parseQuery } from './request-input.ts'
import { createIntercomClient, type IntercomClient } from '../intercom/intercom-client.ts'
import { readSettings } from '../settings.ts'

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
  /** Bytes that the body may have; 65,536 if it is not given. */
  maxBody?: number
  /** How often one person may ask; by default {@link READ_LIMIT} for GET, else {@link WRITE_LIMIT}. */
  limit?: RateLimit
  /** How `Idempotency-Key` is treated; without it the header is not looked at. */
  idempotency?: Idempotency & { isFinal?: (data: Data) => boolean }
  /** The status of a success; 200 if it is not given. */
  status?: 200 | 201 | 202
  /** What the route is for, in a sentence, for the documentation of the API. */
  summary?: string
  /** What it answers. An answer of another shape is a fault of ours, and is not sent. */
  response: z.ZodType<Data>
}

/** What a route's own function is called with, all of it checked. */
export interface RouteCall<Kind extends Principal['kind'], Params, Query, Body> {
  principal: Extract<Principal, { kind: Kind }>
  params: Params
  query: Query
  body: Body
  /** Unix seconds: now, or those of the first try where this is another try of the same request. */
  firstTriedAt: number
  /** Intercom, until this request's deadline. */
  intercom: IntercomClient
}

/** What a route is, for the table of all routes. */
export interface RouteDescription {
  path: string
  summary?: string
  /** Who may ask; `signature` is for Intercom itself. */
  allow: readonly Principal['kind'][] | 'signature'
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  response: z.ZodType
  /** What kind of answer it is; JSON if it is not given. */
  contentType?: string
  status?: number
  maxBody?: number
  limit?: RateLimit
  idempotency?: Idempotency
}

/** The handler of one method of a route, with its description. */
export type RouteHandler = Responder & { about?: RouteDescription }

function checkAnswer<Data>(schema: z.ZodType<Data>, data: unknown): Data {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  const paths = result.error.issues.slice(0, 5).map((issue) => issue.path.join('.'))
  throw new ApiError('internal', { reason: `The answer breaks the contract: ${paths.join(', ')}` })
}

/**
 * Creates the handler of one method of a route.
 *
 * @param options what it takes, from whom, and what it answers
 * @param respond the route's own work; whatever it throws is answered in the contract's error shape
 * @returns the handler, for `createRoute()`
 */
export function createRouteHandler<
  const Kind extends Principal['kind'],
  Data,
  Params = Record<string, never>,
  Query = Record<string, never>,
  Body = undefined,
>(
  options: RouteOptions<Kind, Params, Query, Body, Data>,
  respond: (call: RouteCall<Kind, Params, Query, Body>) => Promise<Data>,
): RouteHandler {
  async function handleRequest(request: Request, { params: parameters, authorize }: RouteContext): Promise<Data> {
    if (isCrossSite(request)) {
      throw new ApiError('forbidden', { message: 'Requests from other sites are not answered.' })
    }
    refuseLongQuery(request)
    const principal = await identify(request, authorize)
    if (!isAllowed(principal, options.allow)) throw new ApiError('forbidden')
    const { method } = request
    await countRequest(principal, `${method} ${options.path}`, options.limit ?? (method === 'GET' || method === 'HEAD' ? READ_LIMIT : WRITE_LIMIT))
    const given = await parameters
    const params = parseParams(options.params, given)
    const query = parseQuery(options.query, request, given)
    const body = await parseBody(options.body, request, options.maxBody ?? MAX_BODY)

    let client: IntercomClient | undefined
    const run = async (firstTriedAt: number) => {
      const data = await respond({
        principal,
        params,
        query,
        body,
        firstTriedAt,
        // Made when it is asked for: a route that asks Intercom nothing needs no access token.
        get intercom() {
          client ??= createIntercomClient({
            settings: readSettings(),
            signal: createRequestSignal(request, options.idempotency),
            beforeCall: () => spendCall(principal),
          })
          return client
        },
      })
      return checkAnswer(options.response, data)
    }
    if (!options.idempotency) return run(Math.floor(Date.now() / 1000))
    const attempt = {
      request,
      principal,
      target: [method, options.path, params],
      body,
      mayHaveWritten: () => client?.mayHaveWritten ?? false,
      isFinal: options.idempotency.isFinal,
    }
    return once(options.idempotency, attempt, run)
  }

  const respondWithJson: Responder = async (request, context) =>
    toJsonResponse(options.status ?? 200, await handleRequest(request, context))
  return Object.assign(withRequestLog(options.path, respondWithJson), { about: options as RouteDescription })
}

/** Somebody who goes away is not waited for, unless what they sent is remembered: then they may ask for it again. */
function createRequestSignal(request: Request, idempotency: Idempotency | undefined): AbortSignal {
  return idempotency ? new AbortController().signal : request.signal
}

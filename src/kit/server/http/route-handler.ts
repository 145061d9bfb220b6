import type { z } from 'zod'
import { withRequestLog, type Responder, type RouteContext } from './with-request-log.ts'
import { isCrossSite } from './cross-site.ts'
import { ApiError } from './errors.ts'
import { once, type Idempotency } from './idempotency.ts'
import { toJsonResponse } from './json-response.ts'
import { spendCall } from './call-budget.ts'
import { type Caller, identify, isAllowed } from './principals.ts'
import { countRequest, READ_LIMIT, WRITE_LIMIT, type RateLimit } from './rate-limit.ts'
import { MAX_BODY, parseBody, parseParams, parseQuery, refuseLongQuery } from './request-input.ts'
import { createIntercomClient, type IntercomClient } from '../intercom/intercom-client.ts'
import { readSettings } from '../settings.ts'

/** Options of {@link createRouteHandler}. */
export interface RouteOptions<Kind extends Caller['kind'], Params, Query, Body, Data> {
  /** Path of the route, such as `/api/intercom/conversations/[id]`. Also its name in the log. */
  path: string
  /** Kinds of callers that may use the route; others get 403. A `visitor` isn't signed in; without that kind, visitors get 401. */
  allow: readonly Kind[]
  /** Schema of the path parameters. */
  params?: z.ZodType<Params>
  /** Schema of the query. It should be strict, to refuse unknown keys. */
  query?: z.ZodType<Query>
  /** Schema of the JSON body. Without it, the body isn't read. */
  body?: z.ZodType<Body>
  /** Most bytes of the body. @default 65_536 */
  maxBody?: number
  /** Limit per caller. @default 600 reads or 120 writes per minute */
  limit?: RateLimit
  /** Use of the `Idempotency-Key` header. Without it, the header is ignored. */
  idempotency?: Idempotency & { isFinal?: (data: Data) => boolean }
  /** Status of a successful response. @default 200 */
  status?: 200 | 201 | 202
  /** One sentence about the route, for its API docs. */
  summary?: string
  /** Schema of the response. If the data doesn't match, the route responds with 500 instead. */
  response: z.ZodType<Data>
  /** Whether `respond` has validated its data, so that it isn't done twice. */
  isValidated?: true
}

/** Validated request, as a route's own function receives it. */
export interface RouteCall<Kind extends Caller['kind'], Params, Query, Body> {
  principal: Extract<Caller, { kind: Kind }>
  params: Params
  query: Query
  body: Body
  /** Path of the request, as the server received it. */
  pathname: string
  headers: Headers
  /** Unix seconds of the first attempt. Retries with the same `Idempotency-Key` get the same value. */
  firstTriedAt: number
  /** Intercom client, limited by the request's deadline. */
  intercom: IntercomClient
}

export interface RouteDescription {
  path: string
  summary?: string
  /** Kinds of callers; `signature` means that only Intercom calls the route. */
  allow: readonly Caller['kind'][] | 'signature'
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  response: z.ZodType
  contentType?: string
  status?: number
  maxBody?: number
  limit?: RateLimit
  idempotency?: Idempotency
}

/** Handler of one method of a route, with its description. */
export type RouteHandler = Responder & { about?: RouteDescription }

function validateResponse<Data>(schema: z.ZodType<Data>, data: unknown): Data {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  const paths = result.error.issues.slice(0, 5).map((issue) => issue.path.join('.'))
  throw new ApiError('internal', { reason: `The response does not match its schema: ${paths.join(', ')}` })
}

/**
 * Creates the handler of one method of a route. It refuses other sites, identifies the caller, validates the input and the
 * response, and sends every error in the contract's shape. `respond` gets the validated request.
 */
export function createRouteHandler<
  const Kind extends Caller['kind'],
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
      throw new ApiError('forbidden', { message: 'Requests from other sites are refused. See INTERCOM_TRUSTED_ORIGINS.' })
    }
    refuseLongQuery(request)
    const principal = await identify(request, authorize, (options.allow as readonly string[]).includes('visitor'))
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
        headers: request.headers,
        get pathname() {
          return new URL(request.url).pathname
        },
        // Created on first use, because other routes need no access token.
        get intercom() {
          client ??= createIntercomClient({
            settings: readSettings(),
            signal: createRequestSignal(request, options.idempotency),
            beforeCall: () => spendCall(principal),
          })
          return client
        },
      })
      return options.isValidated ? data : validateResponse(options.response, data)
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

/** Keeps working after the client disconnects if the response is stored for a retry. */
function createRequestSignal(request: Request, idempotency: Idempotency | undefined): AbortSignal {
  return idempotency ? new AbortController().signal : request.signal
}

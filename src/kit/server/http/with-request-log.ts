import { ApiError, toErrorResponse } from './errors.ts'
import { describe, log } from '../log.ts'
import { type Authorize, setViewer } from './principals.ts'

export interface RouteContext {
  params: Promise<Record<string, string | string[] | undefined>>
  authorize: Authorize
}

export type Responder = (request: Request, context: RouteContext) => Promise<Response>

function toApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError('internal', { reason: describe(thrown) })
}

/** Logs each request, and turns thrown errors into error responses. */
export function withRequestLog(path: string, respond: Responder): Responder {
  return async (request, context) => {
    const start = performance.now()
    const entry = { request_id: crypto.randomUUID(), method: request.method, route: path }
    const logResponse = (response: Response, error?: ApiError) => {
      const duration = Math.round(performance.now() - start)
      log({ ...entry, status: response.status, duration, code: error?.code, reason: error?.reason })
      return setViewer(request, response)
    }
    try {
      return logResponse(await respond(request, context))
    } catch (thrown) {
      const error = toApiError(thrown)
      return logResponse(toErrorResponse(error, entry.request_id), error)
    }
  }
}

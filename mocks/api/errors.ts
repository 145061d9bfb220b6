import type { ErrorList } from '../types.ts'

/** An error response of the API. https://developers.intercom.com/docs/references/rest-api/errors/error-codes */
export class ApiFailure extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined

  /**
   * @param status HTTP status.
   * @param code Intercom's error code.
   * @param message Message for developers.
   * @param field Name of the invalid field.
   */
  constructor(status: number, code: string, message: string, field?: string) {
    super(message)
    this.status = status
    this.code = code
    this.field = field
  }
}

/** Creates a 400 for a missing or invalid parameter. */
export const invalid = (message: string, field?: string): ApiFailure =>
  new ApiFailure(400, 'parameter_invalid', message, field)

/** Creates a 404. */
export const notFound = (message = 'Resource Not Found', code = 'not_found'): ApiFailure =>
  new ApiFailure(404, code, message)

/** Creates the body of an error response. */
export function toErrorList(requestId: string, failure: Pick<ApiFailure, 'code' | 'message' | 'field'>): ErrorList {
  const { code, message, field } = failure
  return { type: 'error.list', request_id: requestId, errors: [field ? { code, message, field } : { code, message }] }
}

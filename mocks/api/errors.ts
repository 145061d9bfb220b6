import type { ErrorList } from '../types.ts'

/**
 * An answer other than success, in Intercom's words.
 * https://developers.intercom.com/docs/references/rest-api/errors/error-codes
 */
export class ApiFailure extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined

  /**
   * @param status HTTP status.
   * @param code One of Intercom's error codes.
   * @param message What went wrong, for people.
   * @param field The field of the body or query that was wrong, where there is one.
   */
  constructor(status: number, code: string, message: string, field?: string) {
    super(message)
    this.status = status
    this.code = code
    this.field = field
  }
}

/** A parameter that is missing or of the wrong kind. */
export const invalid = (message: string, field?: string): ApiFailure =>
  new ApiFailure(400, 'parameter_invalid', message, field)

/** Something that does not exist, or a path that nobody answers. */
export const notFound = (message = 'Resource Not Found', code = 'not_found'): ApiFailure =>
  new ApiFailure(404, code, message)

/**
 * The body of an error.
 * @param requestId Intercom's id of the request, a UUID.
 */
export function errorList(requestId: string, failure: Pick<ApiFailure, 'code' | 'message' | 'field'>): ErrorList {
  const { code, message, field } = failure
  return { type: 'error.list', request_id: requestId, errors: [field ? { code, message, field } : { code, message }] }
}

import { expect, test } from 'vitest'
import { errorCodes, errorResponseSchema } from '@/kit/contracts/index'
import { ApiError, errorResponse } from '@/kit/server/http/errors'

test.each(errorCodes)('%s has a status of an error, a sentence, and the shape of the contract', async (code) => {
  const error = new ApiError(code, { reason: 'for the log' })
  const response = errorResponse(error, 'r1')
  expect(response.status).toBeGreaterThanOrEqual(400)
  const text = await response.text()
  expect(errorResponseSchema.parse(JSON.parse(text)).error).toEqual({ code, message: error.message, request_id: 'r1' })
  expect(error.message).toMatch(/^[A-Z].*\.$/)
  expect(text).not.toContain('for the log')
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    vary: 'Sec-Fetch-Site, Origin, Cookie, Authorization',
  })
})

test('only the caller who is not signed in is told 401', () => {
  expect(errorCodes.filter((code) => new ApiError(code).status === 401)).toEqual(['unauthorized'])
})

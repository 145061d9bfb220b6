import { expect, test } from 'vitest'
import { errorCodes, errorResponseSchema } from '@/kit/contracts/index'
import { ApiError, toErrorResponse } from '@/kit/server/http/errors'

test.each(errorCodes)("gives %s an error status, a sentence and the contract's shape", async (code) => {
  const error = new ApiError(code, { reason: 'for the log' })
  const response = toErrorResponse(error, 'r1')
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

test('uses 401 for missing sessions only', () => {
  expect(errorCodes.filter((code) => new ApiError(code).status === 401)).toEqual(['unauthorized'])
})

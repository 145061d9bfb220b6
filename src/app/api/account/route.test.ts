import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { GET, PATCH } from '@/app/api/account/route'
import { saveAccount } from '@/lib/intercom/account'
import type { Principal } from 'intercom-v0-kit/server'
import { accountResponseSchema } from '@/kit/contracts/account'
import { errorResponseSchema } from '@/kit/contracts/index'
import { ApiError } from '@/kit/server/http/errors'
import { onLog } from '@/kit/server/log'

let principal: Principal | null = null
vi.mock('@/lib/intercom/authorize', () => ({ authorize: async () => principal }))
vi.mock('@/lib/intercom/account', { spy: true })

const save = vi.mocked(saveAccount)
const context = { params: Promise.resolve({}) }

function patch(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const init = { method: 'PATCH', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
  return PATCH(new Request('https://app.example/api/account', init), context)
}

async function failureOf(response: Response) {
  return { status: response.status, ...errorResponseSchema.parse(await response.json()).error }
}

beforeEach(() => {
  principal = { kind: 'customer', userId: 'u1' }
  onLog(() => {})
})
afterEach(() => {
  vi.resetAllMocks()
  onLog(null)
})

describe('PATCH /api/account', () => {
  test('saves the given fields of the signed-in user, and responds with the new values', async () => {
    save.mockImplementation(async (_, changes) => ({ ...changes, name: 'Ada' }))
    const response = await patch({ name: ' Ada ' })
    expect(response.status).toBe(200)
    expect(accountResponseSchema.parse(await response.json())).toEqual({ account: { name: 'Ada' } })
    expect(save).toHaveBeenCalledExactlyOnceWith({ kind: 'customer', userId: 'u1' }, { name: ' Ada ' })
  })

  test('responds with 422 and a sentence for each refused field', async () => {
    save.mockRejectedValue(new ApiError('rejected', { message: 'No.', fields: { email: 'Somebody else has it.' } }))
    const failure = await failureOf(await patch({ email: 'a@b.example' }))
    expect(failure).toMatchObject({ status: 422, code: 'rejected', fields: { email: 'Somebody else has it.' } })
  })

  test.each([
    ['nothing', {}],
    ['an object in a field', { name: { first: 'Ada' } }],
    ['a name that is none', { '__proto__.x': 1 }],
    ['a list', ['name']],
  ])('refuses %s, and saves nothing', async (_, body) => {
    expect(await failureOf(await patch(body))).toMatchObject({ status: 400, code: 'invalid_request' })
    expect(save).not.toHaveBeenCalled()
  })

  test('refuses requests without a session, other sites and other methods', async () => {
    expect((await failureOf(await patch({ name: 'x' }, { 'sec-fetch-site': 'cross-site' }))).status).toBe(403)
    principal = null
    expect((await failureOf(await patch({ name: 'x' }))).status).toBe(401)
    expect((await GET(new Request('https://app.example/api/account'), context)).status).toBe(405)
    expect(save).not.toHaveBeenCalled()
  })

  test('names the file that stores accounts, as shipped', async () => {
    const { saveAccount: shipped } = await vi.importActual<typeof import('@/lib/intercom/account')>('@/lib/intercom/account')
    save.mockImplementation(shipped)
    const failure = await failureOf(await patch({ name: 'Ada' }))
    expect(failure).toMatchObject({ status: 500, code: 'not_configured' })
    expect(failure.message).toContain('lib/intercom/account.ts')
  })
})

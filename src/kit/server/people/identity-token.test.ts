import { describe, expect, test } from 'vitest'
import { assertSignable, hashUser, type IdentityUser, issueIdentity, signToken, TOKEN_LIFETIME } from '@/kit/server/people/identity-token'

test('signs a known token and a known hash', async () => {
  expect(await signToken({ user_id: '25', email: 'a@b.c', exp: 1900000000 }, 'secret')).toBe(
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoiMjUiLCJlbWFpbCI6ImFAYi5jIiwiZXhwIjoxOTAwMDAwMDAwfQ.UsKwmV8SZ7TSJ3m_jJSaIuNJu6lvoFUW9YbCzaLu7Zw',
  )
  expect(await hashUser('25', 'secret')).toBe('2c408af9c8da3681beff0e3b2790a11270e0e1b69f47ca4f82c36e5c794360e5')
})

test('issues each proof with a secret, for at most an hour', async () => {
  const both = await issueIdentity({ userId: 'u1' }, { messenger: 'one', verification: 'two' }, 1_800_000_000)
  expect(both).toMatchObject({ user_id: 'u1', user_hash: await hashUser('u1', 'two'), expires_in: TOKEN_LIFETIME })
  const claims = JSON.parse(atob(both.intercom_user_jwt!.split('.')[1]!))
  expect(claims).toEqual({ user_id: 'u1', iat: 1_800_000_000, exp: 1_800_003_600 })
  expect(await issueIdentity({ userId: 'u1' }, { messenger: undefined, verification: 'two' }, 0)).toMatchObject({
    intercom_user_jwt: null,
    expires_in: null,
  })
  expect(await issueIdentity({ userId: 'u1' }, { messenger: 'one', verification: undefined }, 0)).toMatchObject({ user_hash: null })
})

describe('claims of a token', () => {
  const read = async (user: IdentityUser, signed?: readonly string[]) => {
    const { intercom_user_jwt } = await issueIdentity(user, { messenger: 'one', verification: undefined }, 1_800_000_000, signed)
    const { iat: _, exp: __, ...claims } = JSON.parse(Buffer.from(intercom_user_jwt!.split('.')[1]!, 'base64url').toString())
    return claims
  }
  const user = { userId: 'u1', email: 'ann@x.example', name: 'Ánn مستخدم', attributes: { plan: 'team', seats: 5, churn_risk: 0.9, is_vip: true, team: null } }

  test('have the email address and the name, and only listed attributes', async () => {
    const { userId: user_id, email, name } = user
    expect(await read(user)).toEqual({ user_id, email, name })
    expect(await read(user, ['plan', 'team', 'is_vip', 'missing'])).toEqual({ user_id, email, name, plan: 'team', team: null, is_vip: true })
  })

  test('never replace the id or the lifetime, also by a listed name', async () => {
    const attributes = { user_id: 'u2', email: 'b@x.example', exp: 9_999_999_999, iat: 0, sub: 'u2', ...JSON.parse('{"__proto__":"x"}') }
    const names = ['user_id', 'email', 'exp', 'iat', 'sub', '__proto__']
    expect(await read({ userId: 'u1', attributes }, names)).toEqual({ user_id: 'u1' })
  })

  test('leave out text that Intercom would cut', async () => {
    expect(await read({ userId: 'u1', attributes: { a: 'x'.repeat(255), b: 'x'.repeat(256) } }, ['a', 'b'])).toEqual({ user_id: 'u1', a: 'x'.repeat(255) })
  })

  test.each(['user_id', 'exp', 'email', 'company', '__proto__', 'a.b', 'a$', ''])('can\'t be declared under the name "%s"', (name) => {
    expect(() => assertSignable(['plan', name])).toThrow(`"${name}"`)
    expect(() => assertSignable(['plan', 'phone'])).not.toThrow()
  })
})

import { expect, test } from 'vitest'
import { hashUser, issueIdentity, signToken, TOKEN_LIFETIME } from '@/kit/server/people/identity-token'

test('signs a known token and a known hash', async () => {
  expect(await signToken({ user_id: '25', email: 'a@b.c', exp: 1900000000 }, 'secret')).toBe(
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoiMjUiLCJlbWFpbCI6ImFAYi5jIiwiZXhwIjoxOTAwMDAwMDAwfQ.UsKwmV8SZ7TSJ3m_jJSaIuNJu6lvoFUW9YbCzaLu7Zw',
  )
  expect(await hashUser('25', 'secret')).toBe('2c408af9c8da3681beff0e3b2790a11270e0e1b69f47ca4f82c36e5c794360e5')
})

test('issues each proof with a secret, for at most an hour', async () => {
  const both = await issueIdentity('u1', { messenger: 'one', verification: 'two' }, 1_800_000_000)
  expect(both).toMatchObject({ user_id: 'u1', user_hash: await hashUser('u1', 'two'), expires_in: TOKEN_LIFETIME })
  const claims = JSON.parse(atob(both.intercom_user_jwt!.split('.')[1]!))
  expect(claims).toEqual({ user_id: 'u1', iat: 1_800_000_000, exp: 1_800_003_600 })
  expect(await issueIdentity('u1', { messenger: undefined, verification: 'two' }, 0)).toMatchObject({
    intercom_user_jwt: null,
    expires_in: null,
  })
  expect(await issueIdentity('u1', { messenger: 'one', verification: undefined }, 0)).toMatchObject({ user_hash: null })
})

import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { avatarUrl, uploadUrl } from './assets.ts'
import { createIntercom } from './intercom.ts'
import { intercomAssetHandlers, intercomHandlers } from './msw.ts'

const intercom = createIntercom()
const server = setupServer(...intercomHandlers(intercom), ...intercomAssetHandlers())

beforeAll(() => server.listen())
beforeEach(() => intercom.reset())
afterAll(() => server.close())

const headers = { Authorization: 'Bearer good' }

test.each(['api', 'api.eu', 'api.au'])('answers at %s.intercom.io', async (host) => {
  const response = await fetch(`https://${host}.intercom.io/me`, { headers })
  expect(await response.json()).toMatchObject({ type: 'admin', app: { type: 'app' } })
})

test.each(['offline', 'conn-reset'] as const)('%s is a network failure', async (id) => {
  intercom.setFault(id)
  await expect(fetch('https://api.intercom.io/me', { headers })).rejects.toThrow(TypeError)
})

test('a redirect is not followed by who forbids it', async () => {
  intercom.setFault('redirect')
  await expect(fetch('https://api.intercom.io/me', { headers, redirect: 'error' })).rejects.toThrow()
  expect(intercom.requests).toHaveLength(1)
})

test('never ends with the caller', async () => {
  intercom.setFault('never')
  await expect(fetch('https://api.intercom.io/me', { headers, signal: AbortSignal.timeout(20) })).rejects.toThrow()
})

test('draws pictures and gives files', async () => {
  const portrait = await fetch(avatarUrl('Maya Okafor'))
  expect(portrait.headers.get('Content-Type')).toBe('image/svg+xml')
  expect(await (await fetch(uploadUrl('chart.png'))).text()).toContain('<svg')
  const file = await fetch(uploadUrl('export.csv'))
  expect(file.headers.get('Content-Disposition')).toContain('export.csv')
  expect((await fetch('https://downloads.intercomcdn.com/elsewhere')).status).toBe(404)
})

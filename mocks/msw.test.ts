import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { toAvatarUrl, toUploadUrl } from './assets.ts'
import { createIntercom } from './intercom.ts'
import { intercomAssetHandlers, intercomHandlers } from './msw.ts'

const intercom = createIntercom()
const server = setupServer(...intercomHandlers(intercom), ...intercomAssetHandlers())

beforeAll(() => server.listen())
beforeEach(() => intercom.reset())
afterAll(() => server.close())

const headers = { Authorization: 'Bearer good' }

it.each(['api', 'api.eu', 'api.au'])('handles requests to %s.intercom.io', async (host) => {
  const response = await fetch(`https://${host}.intercom.io/me`, { headers })
  expect(await response.json()).toMatchObject({ type: 'admin', app: { type: 'app' } })
})

it.each(['offline', 'conn-reset'] as const)('rejects with a network error for %s', async (id) => {
  intercom.setFault(id)
  await expect(fetch('https://api.intercom.io/me', { headers })).rejects.toThrow(TypeError)
})

it('follows no redirect if the caller forbids it', async () => {
  intercom.setFault('redirect')
  await expect(fetch('https://api.intercom.io/me', { headers, redirect: 'error' })).rejects.toThrow()
  expect(intercom.requests).toHaveLength(1)
})

it('ends a pending request when the caller aborts', async () => {
  intercom.setFault('never')
  await expect(fetch('https://api.intercom.io/me', { headers, signal: AbortSignal.timeout(20) })).rejects.toThrow()
})

it('serves avatars, images and files', async () => {
  const portrait = await fetch(toAvatarUrl('Maya Okafor'))
  expect(portrait.headers.get('Content-Type')).toBe('image/svg+xml')
  expect(await (await fetch(toUploadUrl('chart.png'))).text()).toContain('<svg')
  const file = await fetch(toUploadUrl('export.csv'))
  expect(file.headers.get('Content-Disposition')).toContain('export.csv')
  expect((await fetch('https://downloads.intercomcdn.com/elsewhere')).status).toBe(404)
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clearDiagnoses, getDiagnoses, subscribeToDiagnoses } from '@/kit/messenger/diagnostics'
import { waitForTask, setStage } from './stage.ts'

const stage = setStage()
const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})

beforeEach(() => {
  clearDiagnoses()
  warn.mockClear()
})
afterEach(() => expect(warn.mock.calls).toHaveLength(getDiagnoses().length))

const codes = () => getDiagnoses().map(({ code }) => code)

/** Waits for these codes, each reported once and with a remedy. */
async function expectCodes(...expected: string[]): Promise<void> {
  await vi.waitFor(() => expect(codes()).toEqual(expected), 30_000)
  await waitForTask()
  expect(codes()).toEqual(expected)
  for (const { problem, cure } of getDiagnoses()) {
    expect(problem.length).toBeGreaterThan(20)
    expect(cure.length).toBeGreaterThan(20)
    expect(warn).toHaveBeenCalledWith(expect.stringContaining(problem))
  }
}

test('reports nothing for a working Messenger', async () => {
  const { mount, messenger, ready } = stage()
  mount({ userId: 'u1', createdAt: 1_700_000_000 })
  messenger.actions.trackEvent('plan_upgraded', { plan: 'pro' })
  await ready()
  await expectCodes()
})

test('reports a missing app id', async () => {
  const { mount } = stage()
  const { render } = mount({ appId: '' })
  render({ appId: '' })
  await expectCodes('app_id_missing')
  expect(getDiagnoses()[0]?.cure).toContain('NEXT_PUBLIC_INTERCOM_APP_ID')
})

test('reports an invalid app id, an empty user and a time in milliseconds', async () => {
  const { mount, ready } = stage()
  mount({ appId: 'my-app', userId: '', createdAt: Date.now() })
  await ready()
  await expectCodes('app_id_invalid', 'user_empty', 'time_in_milliseconds')
})

test('reports a blocked script', async () => {
  const { mock, mount, messenger } = stage()
  mock.options = { delivery: 'blocked' }
  mount()
  await expectCodes('script_blocked')
  messenger.actions.show()
  await expectCodes('script_blocked')
})

test.each([
  [401, 'identity_refused'],
  [404, 'identity_missing'],
])('reports an identity route that responds with %i', async (status, code) => {
  const { mount } = stage()
  vi.stubGlobal('fetch', async () => Response.json({ error: { code: 'unauthorized', message: 'No.', request_id: 'r' } }, { status }))
  mount({ userId: 'u1', verifyIdentity: true })
  await expectCodes(code)
})

test('reports an event that Intercom would refuse', async () => {
  const { mount, messenger } = stage()
  mount()
  messenger.actions.trackEvent('Plan Upgraded')
  await expectCodes('event_invalid')
})

test('notifies listeners', async () => {
  const { mount } = stage()
  const listener = vi.fn()
  const stop = subscribeToDiagnoses(listener)
  mount({ appId: '' })
  await expectCodes('app_id_missing')
  expect(listener).toHaveBeenCalledTimes(1)
  stop()
})

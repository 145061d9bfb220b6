import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clearDiagnoses, getDiagnoses, subscribeToDiagnoses } from '@/kit/messenger/diagnostics'
import { nextTask, setStage } from './stage.ts'

const stage = setStage()
const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})

beforeEach(() => {
  clearDiagnoses()
  warn.mockClear()
})
afterEach(() => expect(warn.mock.calls).toHaveLength(getDiagnoses().length))

const codes = () => getDiagnoses().map(({ code }) => code)

/** Waits until something was found, and sees to it that it was found once and says what to do. */
async function expectCodes(...expected: string[]): Promise<void> {
  await vi.waitFor(() => expect(codes()).toEqual(expected), 30_000)
  await nextTask()
  expect(codes()).toEqual(expected)
  for (const { problem, cure } of getDiagnoses()) {
    expect(problem.length).toBeGreaterThan(20)
    expect(cure.length).toBeGreaterThan(20)
    expect(warn).toHaveBeenCalledWith(expect.stringContaining(problem))
  }
}

test('a Messenger that works finds nothing', async () => {
  const { mount, messenger, ready } = stage()
  mount({ userId: 'u1', createdAt: 1_700_000_000 })
  messenger.actions.trackEvent('plan_upgraded', { plan: 'pro' })
  await ready()
  await expectCodes()
})

test('no app id', async () => {
  const { mount } = stage()
  const { render } = mount({ appId: '' })
  render({ appId: '' })
  await expectCodes('app_id_missing')
  expect(getDiagnoses()[0]?.cure).toContain('NEXT_PUBLIC_INTERCOM_APP_ID')
})

test('an app id that is none, an empty user, a time in milliseconds', async () => {
  const { mount, ready } = stage()
  mount({ appId: 'my-app', userId: '', createdAt: Date.now() })
  await ready()
  await expectCodes('app_id_invalid', 'user_empty', 'time_in_milliseconds')
})

test('a script that is blocked', async () => {
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
])('an identity route that answers with %i', async (status, code) => {
  const { mount } = stage()
  vi.stubGlobal('fetch', async () => Response.json({ error: { code: 'unauthorized', message: 'No.', request_id: 'r' } }, { status }))
  mount({ userId: 'u1', verifyIdentity: true })
  await expectCodes(code)
})

test('an event that Intercom would not take', async () => {
  const { mount, messenger } = stage()
  mount()
  messenger.actions.trackEvent('Plan Upgraded')
  await expectCodes('event_invalid')
})

test('whoever listens hears of it', async () => {
  const { mount } = stage()
  const listener = vi.fn()
  const stop = subscribeToDiagnoses(listener)
  mount({ appId: '' })
  await expectCodes('app_id_missing')
  expect(listener).toHaveBeenCalledTimes(1)
  stop()
})

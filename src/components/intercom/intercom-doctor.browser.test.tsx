import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { IntercomDoctor } from '@/components/intercom/intercom-doctor'
import { IntercomProvider, type IntercomProviderProps } from '@/kit/messenger/intercom-provider'
import { clearDiagnoses } from '@/kit/messenger/diagnostics'
import { createMessenger, messenger } from '@/kit/messenger/messenger-store'
import { createMessengerMock } from '../../../mocks/messenger/index.ts'

const mock = createMessengerMock()
const place = document.createElement('div')
let root: Root | undefined

beforeEach(() => {
  messenger.actions.shutdown()
  Object.assign(messenger, createMessenger())
  mock.reset({ hasPanel: false })
  clearDiagnoses()
  document.body.append(place)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})

afterEach(() => {
  root?.unmount()
  vi.restoreAllMocks()
})

function show(props: IntercomProviderProps): void {
  root = createRoot(place)
  root.render(
    <IntercomProvider {...props}>
      <IntercomDoctor defaultOpen />
    </IntercomProvider>,
  )
}

const codes = () => [...place.querySelectorAll<HTMLElement>('[data-code]')].map(({ dataset }) => dataset.code)
const find = (code: string) => vi.waitFor(() => expect(codes()).toContain(code), { timeout: 10_000 })

test('reports a missing app id at once', async () => {
  show({})
  await find('app_id_missing')
})

test('reports a blocked script', async () => {
  // A strict Content-Security-Policy acts like an ad blocker.
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = "script-src-elem 'self' 'unsafe-inline'"
  document.head.append(policy)
  show({ appId: 'hx7q2mlt', load: 'now' })
  await find('script_blocked')
})

test('reports a user shown as a guest, and an invalid event name', async () => {
  mock.install()
  show({ appId: 'hx7q2mlt', load: 'now', userId: '', email: '' })
  await find('user_empty')
  messenger.actions.trackEvent('Plan Upgraded!')
  await find('event_invalid')
})

test('shows nothing without problems', async () => {
  mock.install()
  show({ appId: 'hx7q2mlt', load: 'now', userId: 'user_1' })
  await vi.waitFor(() => expect(messenger.getState().status).toBe('ready'), 30_000)
  messenger.actions.trackEvent('plan_upgraded')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(place.querySelector('[data-slot=intercom-doctor]')).toBeNull()
})

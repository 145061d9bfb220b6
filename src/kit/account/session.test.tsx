import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFakeContainer, installFakePage } from '../../../tests/messenger/fake-page.ts'

type Account = typeof import('./index.ts')

let account: Account
let endSession: () => void
let render: (useHook: () => void) => void
let unmount: () => void

const settle = () => new Promise((resolve) => setTimeout(resolve, 20))

beforeEach(async () => {
  installFakePage(() => {})
  const container = createFakeContainer()
  ;({ endSession } = await import('@/kit/shared/session-end'))
  account = await import('./index.ts')
  const root = createRoot(container)
  render = (useHook) => {
    function Hook() {
      useHook()
      return null
    }
    flushSync(() => root.render(<Hook />))
  }
  unmount = () => flushSync(() => root.unmount())
})

afterEach(async () => {
  // React cleans up in a task of its own.
  await settle()
  vi.unstubAllGlobals()
})

it('saves nothing of one user as the next one, and resets the form', async () => {
  const saved: unknown[] = []
  const typed: Record<string, unknown> = { name: 'Ann typed this' }
  const form = { values: { name: 'Ann' }, getValue: () => 'Ann', setValue: (name: string, value: unknown) => void (typed[name] = value) }
  let fail = (): void => {}
  const save = async (changes: object) => {
    saved.push(changes)
    await new Promise<void>((_, reject) => (fail = () => reject(new account.RequestError('offline', 'No network.'))))
  }
  let autosave!: ReturnType<Account['useAutosave']>
  const onSaved = vi.fn()
  render(() => void (autosave = account.useAutosave({ values: { name: 'Ann' }, save, form, onSaved })))
  autosave.saveField('name', 'Anna')
  await settle()
  flushSync(endSession)
  fail()
  await settle()
  dispatchEvent(new Event('online'))
  autosave.retry('name')
  await settle()
  expect(saved).toEqual([{ name: 'Anna' }])
  expect(typed).toEqual({ name: 'Ann' })
  expect(onSaved).not.toHaveBeenCalled()
  expect(autosave.saves).toEqual({})
  unmount()
})

it('does not name changes of one user in an event of the next one', async () => {
  const { messenger } = await import('@/kit/messenger/messenger-store')
  const { events } = await import('@/kit/messenger/event-queue')
  const track = vi.spyOn(events, 'track')
  const update = vi.spyOn(messenger, 'send')
  let changed!: ReturnType<Account['useProfileUpdates']>
  render(() => void (changed = account.useProfileUpdates({ event: 'profile_updated', fields: [{ name: 'phone' }] })))
  changed('phone', '')
  endSession()
  unmount()
  await settle()
  expect(update).not.toHaveBeenCalledWith('trackEvent', expect.anything(), expect.anything())
  expect(track).not.toHaveBeenCalled()
})

it("does not give one user's checkout to the next one, and stops its event", async () => {
  let complete = (): void => {}
  const attempts: string[] = []
  const onUpgraded = vi.fn()
  const requests = vi.fn(async () => Response.json({ accepted: true }))
  vi.stubGlobal('fetch', requests)
  let upgrade!: ReturnType<Account['useUpgrade']>
  const onCheckout = (plan: string, attempt: string) => {
    attempts.push(attempt)
    return new Promise<{ status: 'complete'; checkout_id: string; plan: string }>((resolve) => {
      complete = () => resolve({ status: 'complete', checkout_id: 'c1', plan })
    })
  }
  render(() => void (upgrade = account.useUpgrade({ target: { plan: 'team', metadata: {} }, onCheckout, onUpgraded })))
  upgrade.start()
  await settle()
  flushSync(endSession)
  complete()
  await settle()
  expect(upgrade.state).toBe('idle')
  expect(onUpgraded).not.toHaveBeenCalled()
  expect(requests).not.toHaveBeenCalled()
  upgrade.start()
  await settle()
  expect(new Set(attempts).size).toBe(2)
  unmount()
})

it.each([['visible', false], ['hidden', true]] as const)('saves with keepalive only from a page that is being left: %s', async (visibilityState, keepalive) => {
  Object.assign(document, { visibilityState })
  const requests = vi.fn(async (_url: string, _init: RequestInit) => Response.json({ account: {} }))
  vi.stubGlobal('fetch', requests)
  await account.patchAccount({ name: 'Ann' })
  expect(requests.mock.calls[0]?.[1].keepalive).toBe(keepalive)
})

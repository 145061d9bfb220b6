import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Messenger } from '@/kit/messenger/messenger-store'
import type { MessengerOptions } from '@/kit/messenger/types'
import type { MessengerMock } from '../../mocks/messenger/index.ts'
import { installFakePage, type FakeScript } from './fake-page.ts'

let messenger: Messenger
let mock: MessengerMock
let scripts: FakeScript[]
let warnings: string[]
const registrations = ['onShow', 'onHide', 'onUnreadCountChange', 'onUserEmailSupplied', 'ready']
const app = { app_id: 'abc12345' }

const encode = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url')
const toToken = (claims: object, exp = 1) => `${encode({ alg: 'HS256' })}.${encode({ ...claims, exp })}.signature`
const pass = (milliseconds = 50) => vi.advanceTimersByTimeAsync(milliseconds)
const arrived = () => mock.calls.filter(({ method }) => !registrations.includes(method)).map(({ method, args }) => [method, ...args])
const methods = () => arrived().map(([method]) => method)

/** Mounts a provider. */
function mount(options: MessengerOptions) {
  const owner = {}
  const render = (next: MessengerOptions) => messenger.attach(owner, { appId: 'abc12345', load: 'now', ...next })
  render(options)
  return { render, unmount: () => messenger.detach(owner) }
}

async function ready(): Promise<void> {
  // The engine is a module of its own, and loads in real time.
  for (let tries = 0; tries < 20 && messenger.getState().status !== 'ready'; tries++) {
    await vi.dynamicImportSettled()
    await pass()
  }
  expect(messenger.getState().status).toBe('ready')
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  vi.resetModules()
  scripts = []
  warnings = []
  vi.spyOn(console, 'warn').mockImplementation((text: string) => void warnings.push(text))
  installFakePage((script) => {
    scripts.push(script)
    setTimeout(() => mock.install())
  })
  const { createMessengerMock } = await import('../../mocks/messenger/messenger.ts')
  mock = createMessengerMock({ hasPanel: false })
  messenger = (await import('@/kit/messenger/messenger-store')).messenger
})

afterEach(() => {
  mock.reset()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const ann = { user_id: 'u1', email: 'ann@x.example' }

test.each<[string, MessengerOptions, MessengerOptions, string[]]>([
  ['a token that is removed', { intercomUserJwt: toToken(ann) }, {}, ['boot', 'shutdown', 'boot']],
  ['a token of another user', { intercomUserJwt: toToken(ann) }, { intercomUserJwt: toToken({ user_id: 'u2' }) }, ['boot', 'shutdown', 'boot']],
  ['a token of another email address', { intercomUserJwt: toToken({ email: 'a@x.example' }) }, { intercomUserJwt: toToken({ email: 'b@x.example' }) }, ['boot', 'shutdown', 'boot']],
  ['a token after a visitor', {}, { intercomUserJwt: toToken(ann) }, ['boot', 'boot']],
  ['a renewed token', { intercomUserJwt: toToken(ann, 1) }, { intercomUserJwt: toToken(ann, 2) }, ['boot', 'update']],
  ['a renewed token of a name in another script', { intercomUserJwt: toToken({ user_id: 'مستخدم' }, 1) }, { intercomUserJwt: toToken({ user_id: 'مستخدم' }, 2) }, ['boot', 'update']],
  ['a token of another user beside a stale id', { userId: 'u1', intercomUserJwt: toToken(ann) }, { userId: 'u1', intercomUserJwt: toToken({ user_id: 'u2' }) }, ['boot', 'shutdown', 'boot']],
  ['another id beside a stale token', { userId: 'u1', intercomUserJwt: toToken(ann) }, { userId: 'u2', intercomUserJwt: toToken(ann) }, ['boot', 'shutdown', 'boot']],
  ['a token that adds nothing but proof', { userId: 'u1' }, { userId: 'u1', intercomUserJwt: toToken(ann) }, ['boot', 'update']],
  ['a numeric id in the token', { userId: '42' }, { intercomUserJwt: toToken({ user_id: 42 }) }, ['boot', 'update']],
  ['another token that cannot be read', { intercomUserJwt: 'opaque-1' }, { intercomUserJwt: 'opaque-2' }, ['boot', 'shutdown', 'boot']],
  ['an id after the email address', { email: 'ann@x.example' }, { email: 'ann@x.example', userId: 'u1' }, ['boot', 'update']],
  ['the email address in another case', { email: 'Ann@x.example' }, { email: 'ann@X.example' }, ['boot', 'update']],
  ['the email address with spaces', { email: ' ann@x.example ' }, { email: 'ann@x.example' }, ['boot', 'update']],
  ['a token after the email address', { email: 'ann@x.example' }, { intercomUserJwt: toToken(ann) }, ['boot', 'update']],
  ['another email address of the same id', { userId: 'u1', email: 'a@x.example' }, { userId: 'u1', email: 'b@x.example' }, ['boot', 'update']],
  ['another id with the same email address', { userId: 'u1', email: 'a@x.example' }, { userId: 'u2', email: 'a@x.example' }, ['boot', 'shutdown', 'boot']],
  ['another email address', { email: 'a@x.example' }, { email: 'b@x.example' }, ['boot', 'shutdown', 'boot']],
])('tells users apart: %s', async (_, before, after, expected) => {
  const { render } = mount(before)
  await ready()
  render(after)
  await pass()
  await ready()
  expect(methods()).toEqual(expected)
})

test('shuts down before another user whom a call names, and keeps attributes apart', async () => {
  mount({ userId: 'u1', name: 'Ann', hideDefaultLauncher: true, customAttributes: { seats: 3 } })
  await ready()
  messenger.actions.updateUser({ userId: 'u2', name: 'Ben' })
  await pass()
  messenger.actions.boot({ userId: 'u3' })
  await pass()
  expect(arrived().slice(1)).toEqual([
    ['shutdown'],
    ['boot', { ...app, hide_default_launcher: true, user_id: 'u2', name: 'Ben' }],
    ['shutdown'],
    ['boot', { ...app, hide_default_launcher: true, user_id: 'u3' }],
  ])
})

test.each<[string, MessengerOptions, MessengerOptions, object]>([
  ['app id', { appId: 'first123' }, { appId: 'second12' }, { app_id: 'second12' }],
  ['region', { region: 'us' }, { region: 'eu' }, { ...app, api_base: 'https://api-iam.eu.intercom.io' }],
  ['address of the API', {}, { apiBase: 'https://chat.example.com' }, { ...app, api_base: 'https://chat.example.com' }],
])('opens a new session when the %s changes', async (_, before, after, boot) => {
  const { render } = mount({ userId: 'u1', ...before })
  await ready()
  render({ userId: 'u1', ...after })
  await ready()
  expect(arrived().slice(1)).toEqual([['shutdown'], ['boot', { ...boot, user_id: 'u1' }]])
})

test('does not end the session when the default region is spelled out', async () => {
  const { render } = mount({ userId: 'u1' })
  await ready()
  render({ userId: 'u1', region: 'us' })
  messenger.actions.update({ appId: 'other123', region: 'eu', name: 'Ann' } as never)
  await pass()
  expect(arrived().slice(1)).toEqual([['update', { name: 'Ann' }]])
})

test('clears attributes that are emptied, and leaves those alone that are not given', async () => {
  const { render } = mount({ userId: 'u1', name: 'Ann', phone: '1', company: { companyId: 'c1', plan: 'pro' } })
  await ready()
  messenger.actions.updateUser({ phone: '', avatar: '', customAttributes: { nickname: '' } })
  messenger.actions.updateUser({ name: undefined })
  await pass()
  render({ userId: 'u1', name: '', phone: '1', company: { companyId: 'c1', plan: '' } })
  await pass()
  render({ userId: 'u1', name: null, company: { companyId: 'c1', plan: '' } })
  await pass()
  expect(arrived().slice(1)).toEqual([
    ['update', { phone: null, avatar: null, nickname: null }],
    ['update', { name: null, company: { company_id: 'c1', plan: null } }],
  ])
})

test('does not clear at the start what the app does not know', async () => {
  mount({ userId: 'u1', email: '', phone: '', name: null, company: { companyId: 'c1', plan: '' }, customAttributes: { seats: null } })
  messenger.actions.updateUser({ phone: '' })
  await ready()
  expect(arrived()).toEqual([['boot', { ...app, user_id: 'u1', phone: null, company: { company_id: 'c1' }, seats: null }]])
})

test('keeps the session for a while after the provider has unmounted', async () => {
  const { render, unmount } = mount({ userId: 'u1' })
  await ready()
  unmount()
  await pass(3_000)
  render({ userId: 'u1' })
  await pass(60_000)
  expect(methods()).toEqual(['boot'])
  unmount()
  await pass(60_000)
  expect(methods()).toEqual(['boot', 'shutdown'])
  expect(messenger.getState().status).toBe('shutdown')
})

test('shuts down at once when told to, also while the provider is gone, and opens a session for the next provider', async () => {
  const { render, unmount } = mount({ userId: 'u1' })
  await ready()
  unmount()
  messenger.actions.shutdown()
  expect(methods()).toEqual(['boot', 'shutdown'])
  render({ userId: 'u1' })
  await ready()
  unmount()
  render({ userId: 'u2' })
  await pass()
  expect(methods()).toEqual(['boot', 'shutdown', 'boot', 'shutdown', 'boot'])
})

test.each([
  ['an element', { nodeType: 1 }],
  ['several elements', { length: 2, item: () => null }],
  ['an <object>, which browsers treat as a function', Object.assign(() => {}, { nodeType: 1 })],
  ['a frame', { window: {} }],
  ['a string', 'Intercom'],
])('loads although %s is called Intercom', async (_, value) => {
  vi.stubGlobal('Intercom', value)
  vi.stubGlobal('intercomSettings', Object.assign(Object.create({ [Symbol.toStringTag]: 'HTMLFormElement' }), { app_id: { nodeType: 1 } }))
  mount({ userId: 'u1' })
  messenger.actions.show()
  await ready()
  expect(arrived()).toEqual([['boot', { ...app, user_id: 'u1' }], ['show']])
  expect((globalThis as { intercomSettings?: unknown }).intercomSettings).toBeUndefined()
})

test('does not throw when a page has something of its own under the name', async () => {
  const errors: unknown[] = []
  vi.stubGlobal('queueMicrotask', (work: () => void) => {
    try {
      work()
    } catch (reason) {
      errors.push(reason)
    }
  })
  vi.stubGlobal('Intercom', Map)
  mount({ userId: 'u1' })
  await vi.dynamicImportSettled()
  await pass()
  await vi.dynamicImportSettled()
  expect(() => messenger.actions.show()).not.toThrow()
  expect(errors.length).toBeGreaterThan(0)
})

test('gives the script its CORS mode, and drops options that it does not know', async () => {
  mount({ userId: 'u1', crossOrigin: 'anonymous', 'data-testid': 'x', invalidProp: 'y', user_hash: 'z' } as MessengerOptions)
  await ready()
  await vi.dynamicImportSettled()
  expect(scripts[0]?.crossOrigin).toBe('anonymous')
  expect(arrived()).toEqual([['boot', { ...app, user_id: 'u1' }]])
  for (const name of ['data-testid', 'invalidProp', 'user_hash']) expect(warnings.join()).toContain(`"${name}" isn't an option`)
})

test('refuses custom attributes that are settings of Intercom', async () => {
  const attributes = { api_base: 'https://evil.example', user_hash: 'h', app_id: 'x', user_id: 'u2', intercom_user_jwt: 't', region: 'EMEA' }
  mount({
    userId: 'u1',
    customAttributes: Object.assign(JSON.parse('{"__proto__": {"user_id": "u9"}, "constructor": 1}'), attributes),
    company: { companyId: 'c1', customAttributes: { company_id: 'c2', id: 'c3', seats: 3 } },
  })
  await ready()
  await vi.dynamicImportSettled()
  expect(arrived()).toEqual([['boot', { ...app, user_id: 'u1', region: 'EMEA', company: { company_id: 'c1', seats: 3 } }]])
  const [, settings] = arrived()[0] as [string, object]
  expect(Object.getPrototypeOf(settings)).toBe(Object.prototype)
  for (const name of ['__proto__', 'api_base', 'app_id', 'company_id']) expect(warnings.join()).toContain(`"${name}" has the name`)
})

test.each([
  ['2024-03-16T20:16:07.820Z', 1_710_620_167],
  ['1710620167', 1_710_620_167],
  [1_710_620_167.9, 1_710_620_167],
  [1_710_620_167n, 1_710_620_167],
  [new Date(1_710_620_167_820), 1_710_620_167],
  ['yesterday', undefined],
  [new Date(Number.NaN), undefined],
  [Number.NaN, undefined],
  [{ seconds: 1 }, undefined],
  [true, undefined],
])('converts the time %s, or warns', async (createdAt, created_at) => {
  mount({ userId: 'u1', createdAt: createdAt as never, company: { companyId: 'c1', createdAt: createdAt as never } })
  await ready()
  await vi.dynamicImportSettled()
  const time = created_at === undefined ? {} : { created_at }
  expect(arrived()).toEqual([['boot', { ...app, user_id: 'u1', ...time, company: { company_id: 'c1', ...time } }]])
  expect(warnings.some((warning) => warning.includes("isn't a time"))).toBe(created_at === undefined)
})

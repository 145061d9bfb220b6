import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { installFakePage } from '../../../tests/messenger/fake-page.ts'

type SessionEnd = typeof import('./session-end.ts') & typeof import('./session.ts') & typeof import('./session-tabs.ts')
type Principal = import('./session-end.ts').Principal
type Tab = SessionEnd & { ends: boolean[]; declare: (scope: 'messenger' | 'inbox', next: Principal) => Promise<void> }

const ann = { id: 'u1', email: 'ann@x.example' }
const ben = { id: 'u2', email: 'ben@x.example' }

/** Every channel of the browser: a tab hears what the others post. */
let channels: { onmessage: ((event: { data: unknown }) => void) | null }[]

class FakeChannel {
  onmessage = null
  constructor() {
    channels.push(this)
  }
  postMessage(data: unknown) {
    for (const channel of channels) if (channel !== this) channel.onmessage?.({ data: structuredClone(data) })
  }
}

/** Opens a tab, or reloads one: its storage stays. */
async function openTab(storage: object): Promise<Tab> {
  vi.resetModules()
  vi.stubGlobal('sessionStorage', storage)
  const ends: boolean[] = []
  const module = { ...(await import('./session-end.ts')), ...(await import('./session.ts')) }
  const tabs = await import('./session-tabs.ts')
  const last = new Map<string, Principal>()
  // A page passes on the user that it had before. After a reload it had none.
  const declare: Tab['declare'] = async (scope, next) => {
    const previous = last.get(scope) ?? { id: '', email: '' }
    last.set(scope, module.isSamePrincipal(previous, next) ? { id: next.id || previous.id, email: next.email || previous.email } : next)
    await module.setPrincipal(scope, last.get(scope)!, previous)
  }
  const tab = { ...module, ...tabs, ends, declare }
  tab.onSessionEnd((isOtherTab) => void ends.push(isOtherTab))
  return tab
}

function createStorage(): Storage {
  installFakePage(() => {})
  vi.stubGlobal('BroadcastChannel', FakeChannel)
  return sessionStorage
}

beforeEach(() => void (channels = []))
afterEach(() => void vi.unstubAllGlobals())

it.each([
  ['another user', ben, 1],
  ['a visitor', { id: '', email: '' }, 1],
  ['the same user', ann, 0],
  ['the same user without the email address', { id: 'u1', email: '' }, 0],
  ['the same user without the id', { id: '', email: 'ann@x.example' }, 0],
])('ends the session of a user when the page changes to %s', async (_, next, ends) => {
  const tab = await openTab(createStorage())
  await tab.declare('messenger', ann)
  sessionStorage.setItem('intercom-kit:draft', 'canary')
  await tab.declare('messenger', next)
  expect(tab.ends).toHaveLength(ends)
  expect(sessionStorage.getItem('intercom-kit:draft')).toBe(ends ? null : 'canary')
})

it('keeps a visitor who signs in', async () => {
  const tab = await openTab(createStorage())
  await tab.declare('messenger', { id: '', email: '' })
  await tab.declare('messenger', ann)
  expect(tab.ends).toEqual([])
})

it('ends the session of a user who was there before a reload, and leaves nothing of that user', async () => {
  const storage = createStorage()
  const before = await openTab(storage)
  await before.declare('inbox', ann)
  storage.setItem('intercom-kit:draft', 'canary')
  const after = await openTab(storage)
  await after.declare('inbox', { id: '', email: '' })
  expect(storage.getItem('intercom-kit:draft')).toBe('canary')
  await after.declare('inbox', ben)
  expect(after.ends).toEqual([false])
  expect(JSON.stringify({ ...storage })).not.toMatch(/canary|u1|ann/)
})

// Modules that load later would be those of the last tab, so these tests call them directly.
it('ends the session in the other tabs of the same user when that user signs out', async () => {
  const first = await openTab(createStorage())
  first.rememberPrincipal('messenger', ann, false)
  const second = await openTab(createStorage())
  second.rememberPrincipal('messenger', ann, false)
  first.forgetUser(false)
  first.announceEnd()
  expect([first.ends, second.ends]).toEqual([[false], [true]])
  expect(second.getSession()).toBe(1)
})

it('ends the session in the tabs of the user before when another user signs in, but not in those of the new one', async () => {
  const ofAnn = await openTab(createStorage())
  ofAnn.rememberPrincipal('messenger', ann, false)
  ofAnn.rememberPrincipal('inbox', { id: '991', email: '' }, false)
  const ofVisitor = await openTab(createStorage())
  ofVisitor.rememberPrincipal('messenger', { id: '', email: '' }, false)
  const ofBen = await openTab(createStorage())
  ofBen.rememberPrincipal('messenger', ben, false)
  expect([ofAnn.ends, ofBen.ends, ofVisitor.ends]).toEqual([[true], [], []])
})

it('does without storage and channels that the browser blocks', async () => {
  createStorage()
  vi.stubGlobal('BroadcastChannel', undefined)
  const tab = await openTab(Object.defineProperty({}, 'getItem', { get: () => { throw new Error('blocked') } }))
  await tab.declare('messenger', ann)
  await tab.declare('messenger', ben)
  expect(tab.ends).toEqual([false])
})

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { installFakePage } from '../../../tests/messenger/fake-page.ts'

type Tab = typeof import('./session-end.ts') & { ends: boolean[] }

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
  const tab = { ...(await import('./session-end.ts')), ends }
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
  tab.setPrincipal('messenger', ann)
  sessionStorage.setItem('intercom-kit:draft', 'canary')
  tab.setPrincipal('messenger', next)
  expect(tab.ends).toHaveLength(ends)
  expect(sessionStorage.getItem('intercom-kit:draft')).toBe(ends ? null : 'canary')
})

it('keeps a visitor who signs in', async () => {
  const tab = await openTab(createStorage())
  tab.setPrincipal('messenger', { id: '', email: '' })
  tab.setPrincipal('messenger', ann)
  expect(tab.ends).toEqual([])
})

it('ends the session of a user who was there before a reload, and leaves nothing of that user', async () => {
  const storage = createStorage()
  const before = await openTab(storage)
  before.setPrincipal('inbox', ann)
  storage.setItem('intercom-kit:draft', 'canary')
  const after = await openTab(storage)
  after.setPrincipal('inbox', { id: '', email: '' })
  expect(storage.getItem('intercom-kit:draft')).toBe('canary')
  after.setPrincipal('inbox', ben)
  expect(after.ends).toEqual([false])
  expect(JSON.stringify({ ...storage })).not.toMatch(/canary|u1|ann/)
})

it('ends the session in the other tabs of the same user when that user signs out', async () => {
  const first = await openTab(createStorage())
  first.setPrincipal('messenger', ann)
  const second = await openTab(createStorage())
  second.setPrincipal('messenger', ann)
  first.endSession()
  expect([first.ends, second.ends]).toEqual([[false], [true]])
  expect(second.getSession()).toBe(1)
})

it('ends the session in the tabs of the user before when another user signs in, but not in those of the new one', async () => {
  const ofAnn = await openTab(createStorage())
  ofAnn.setPrincipal('messenger', ann)
  ofAnn.setPrincipal('inbox', { id: '991', email: '' })
  const ofVisitor = await openTab(createStorage())
  ofVisitor.setPrincipal('messenger', { id: '', email: '' })
  const ofBen = await openTab(createStorage())
  ofBen.setPrincipal('messenger', ben)
  expect([ofAnn.ends, ofBen.ends, ofVisitor.ends]).toEqual([[true], [], []])
})

it('does without storage and channels that the browser blocks', async () => {
  createStorage()
  vi.stubGlobal('BroadcastChannel', undefined)
  const tab = await openTab(Object.defineProperty({}, 'getItem', { get: () => { throw new Error('blocked') } }))
  tab.setPrincipal('messenger', ann)
  tab.setPrincipal('messenger', ben)
  expect(tab.ends).toEqual([false])
})

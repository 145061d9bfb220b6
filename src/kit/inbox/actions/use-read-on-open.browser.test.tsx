import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { useSWRConfig } from 'swr'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { getChangeStore } from '@/kit/inbox/actions/optimistic-store'
import { useReadOnOpen } from '@/kit/inbox/actions/use-read-on-open'

const run = vi.hoisted(() => vi.fn(async () => {}))
vi.mock('@/kit/inbox/actions/use-conversation-actions', () => ({ useConversationActions: () => run }))

const unread = { id: '1', read: false, last_message_at: 100 }
let root: Root
let hasFocus = true
let store: ReturnType<typeof getChangeStore>

function Page({ conversation, isEnabled = true }: { conversation: typeof unread | undefined; isEnabled?: boolean }) {
  const changeStore = getChangeStore(useSWRConfig())
  useEffect(() => {
    store = changeStore
  })
  useReadOnOpen(conversation, isEnabled)
  return null
}

const show = (conversation: typeof unread | undefined, isEnabled?: boolean) =>
  act(async () => root.render(<Page conversation={conversation} {...(isEnabled === undefined ? {} : { isEnabled })} />))
const pass = (milliseconds: number) => act(async () => vi.advanceTimersByTime(milliseconds))
const focus = (isFocused: boolean) =>
  act(async () => {
    hasFocus = isFocused
    window.dispatchEvent(new Event(isFocused ? 'focus' : 'blur'))
  })

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.spyOn(document, 'hasFocus').mockImplementation(() => hasFocus)
  hasFocus = true
  run.mockClear()
  root = createRoot(document.createElement('div'))
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('useReadOnOpen', () => {
  it('marks a conversation as read after 1.5 seconds, without a toast', async () => {
    await show(unread)
    await pass(1_400)
    expect(run).not.toHaveBeenCalled()
    await pass(200)
    expect(run).toHaveBeenCalledExactlyOnceWith(['1'], [{ action: 'mark_read' }], '')
  })

  it('starts again when another conversation is selected', async () => {
    await show(unread)
    await pass(1_400)
    await show({ ...unread, id: '2' })
    await pass(1_400)
    expect(run).not.toHaveBeenCalled()
    await pass(200)
    expect(run).toHaveBeenCalledExactlyOnceWith(['2'], [{ action: 'mark_read' }], '')
  })

  it('waits until the page has the focus', async () => {
    await show(unread)
    await focus(false)
    await pass(5_000)
    expect(run).not.toHaveBeenCalled()
    await focus(true)
    await pass(1_600)
    expect(run).toHaveBeenCalledOnce()
  })

  it('leaves a conversation unread that the user marked as unread', async () => {
    await show(unread)
    await pass(1_600)
    await show({ ...unread, read: true })
    await show(unread)
    await pass(5_000)
    expect(run).toHaveBeenCalledOnce()
  })

  it('leaves a read conversation unread that the user marks as unread', async () => {
    await show({ ...unread, read: true })
    await show(unread)
    await pass(5_000)
    expect(run).not.toHaveBeenCalled()
  })

  it('leaves a conversation unread that the user marks as unread before it counts as read', async () => {
    await show(unread)
    await pass(500)
    await act(async () => store.set({ pending: new Map([['1', [{ action: { action: 'mark_unread' } }]]]) }))
    await act(async () => store.set({ pending: new Map() }))
    await pass(5_000)
    expect(run).not.toHaveBeenCalled()
  })

  it('marks it again when the customer writes, and when it is selected again', async () => {
    await show({ ...unread, read: true })
    await show({ ...unread, last_message_at: 200 })
    await pass(1_600)
    expect(run).toHaveBeenCalledOnce()
    await show(undefined)
    await show({ ...unread, last_message_at: 200 })
    await pass(1_600)
    expect(run).toHaveBeenCalledTimes(2)
  })

  it('marks nothing if it is off', async () => {
    await show(unread, false)
    await pass(5_000)
    expect(run).not.toHaveBeenCalled()
  })
})

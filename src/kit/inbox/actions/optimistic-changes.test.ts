import type { Cache, State } from 'swr'
import { describe, expect, it, vi } from 'vitest'
import type { ChangedConversation, ConversationSummary } from '@/kit/contracts/index'
import { parseListKey } from '@/kit/inbox/actions/optimistic-store'
import { toConversationUrl } from '@/kit/shared/inbox-data'
import { getConversationChanges } from '@/kit/inbox/actions/optimistic-changes'

const NOW = 1_795_015_440
const OPEN = '/api/intercom/conversations?limit=25&state=open'
const CLOSED = '/api/intercom/conversations?state=closed'

function row(id: string, overrides: Partial<ConversationSummary> = {}): ConversationSummary {
  return {
    id, title: null, state: 'open', read: true, priority: false, last_message_at: NOW,
    waiting_since: null, snoozed_until: null, first_response_seconds: null, contact: null, admin_assignee_id: null,
    team_assignee_id: null, tags: [], preview: '', ...overrides,
  }
}

function makeResponse(id: string, overrides: Partial<ChangedConversation['conversation']> = {}): ChangedConversation {
  const { contact: _contact, preview: _preview, ...fields } = row(id)
  return { conversation: { ...fields, created_at: NOW, updated_at: NOW, ...overrides }, parts: [] }
}

/** A cache like SWR's, with a `mutate` that writes into it and records its calls. */
function makeCache(states: Record<string, State>) {
  const cache = new Map(Object.entries(states))
  const asked: [key: string, revalidate: boolean][] = []
  const mutate = vi.fn(async (key: string, ...rest: [data?: unknown, options?: { revalidate: boolean }]) => {
    if (rest.length > 0) cache.set(key, { ...cache.get(key), data: rest[0] })
    asked.push([key, rest[1]?.revalidate ?? true])
  })
  const changes = getConversationChanges({ cache: cache as unknown as Cache, mutate: mutate as never, unload: vi.fn() })
  return { cache, asked, changes }
}

const page = (...rows: ConversationSummary[]) => ({ conversations: rows, total_count: rows.length, next_cursor: null })

function deferred<T>() {
  let settle!: { resolve: (value: T) => void; reject: (reason: Error) => void }
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }))
  return { promise, ...settle }
}

describe('filterOf', () => {
  it('reads a filter from list keys only', () => {
    expect(parseListKey(OPEN)).toEqual({ limit: '25', state: 'open' })
    expect(parseListKey(`$inf$${CLOSED}`)).toEqual({ state: 'closed' })
    expect(parseListKey('/api/intercom/conversations')).toEqual({})
    expect(parseListKey('/api/intercom/conversations/100')).toBeNull()
    expect(parseListKey('/api/intercom/conversations/counts')).toBeNull()
  })
})

describe('getConversationChanges', () => {
  it("keeps a change while the row's page is fetched again", () => {
    const { changes } = makeCache({ [OPEN]: { data: undefined }, [`$inf$${OPEN}`]: { data: [page(), page(row('1'))] } })
    expect(changes.getUndo('1', { action: 'close' })).toEqual([{ action: { action: 'open' } }])
  })

  it('keeps one store per cache', () => {
    const { cache, changes } = makeCache({})
    expect(getConversationChanges({ cache: cache as unknown as Cache, mutate: vi.fn() as never, unload: vi.fn() })).toBe(changes)
    expect(makeCache({}).changes).not.toBe(changes)
  })

  it('shows an action at once and reverts it on failure', async () => {
    const { changes } = makeCache({ [OPEN]: { data: page(row('1')) } })
    const listener = vi.fn()
    changes.subscribe(listener)
    const sent = deferred<ChangedConversation>()
    const done = changes.run('1', [{ action: { action: 'close' } }], () => sent.promise)
    expect(changes.find('1')).toMatchObject({ state: 'closed' })
    expect(listener).toHaveBeenCalledTimes(1)
    sent.reject(new Error('no'))
    await expect(done).rejects.toThrow('no')
    expect(changes.find('1')).toMatchObject({ state: 'open' })
    expect(changes.getChanges().pending.size).toBe(0)
  })

  it('runs actions of one conversation in turn, and of several in parallel', async () => {
    const { changes } = makeCache({})
    const order: string[] = []
    const first = deferred<ChangedConversation>()
    const send = (name: string, result: Promise<ChangedConversation>) => () => {
      order.push(name)
      return result
    }
    const a = changes.run('1', [{ action: { action: 'close' } }], send('close', first.promise))
    const b = changes.run('1', [{ action: { action: 'open' } }], send('open', Promise.resolve(makeResponse('1'))))
    const c = changes.run('2', [{ action: { action: 'close' } }], send('other', Promise.resolve(makeResponse('2'))))
    await c
    expect(order).toEqual(['close', 'other'])
    first.reject(new Error('no'))
    await expect(a).rejects.toThrow('no')
    await b
    expect(order).toEqual(['close', 'other', 'open'])
  })

  it('stops at a failed step and hides the rest', async () => {
    const { changes } = makeCache({ [OPEN]: { data: page(row('1', { admin_assignee_id: '1' })) } })
    const send = vi.fn().mockRejectedValue(new Error('no'))
    const actions = [{ action: { action: 'assign', admin_id: '2' } as const }, { action: { action: 'close' } as const }]
    await expect(changes.run('1', actions, send)).rejects.toThrow('no')
    expect(send).toHaveBeenCalledTimes(1)
    expect(changes.find('1')).toMatchObject({ admin_assignee_id: '1', state: 'open' })
  })

  it('writes a response into the thread, every page and every list', () => {
    const thread = { ...row('1'), parts: [], omitted_parts: 0 }
    const { cache, asked, changes } = makeCache({
      [OPEN]: { data: page(row('1'), row('2')) },
      [`$inf$${OPEN}`]: { data: [page(row('1'), row('2'))] },
      [toConversationUrl('1')]: { data: thread },
    })
    changes.mergeResponse(makeResponse('1', { state: 'closed', updated_at: NOW + 1 }), '1')
    expect(cache.get(OPEN)?.data.conversations[0].state).toBe('closed')
    expect(cache.get(`$inf$${OPEN}`)?.data[0].conversations[0].state).toBe('closed')
    expect(cache.get(toConversationUrl('1'))?.data.state).toBe('closed')
    expect(asked.filter(([, revalidate]) => revalidate)).toEqual([])
  })

  it('fetches lists again that were loading or lack the conversation', () => {
    const { asked, changes } = makeCache({
      [`$inf$${OPEN}`]: { data: [page(row('1'))], isValidating: true },
      [`$inf$${CLOSED}`]: { data: [page(row('9', { state: 'closed' }))] },
      [`$inf$${CLOSED}&q=refund`]: { data: [page()] },
      [toConversationUrl('1')]: { isValidating: true },
      [toConversationUrl('2')]: { isValidating: true },
    })
    changes.mergeResponse(makeResponse('1', { state: 'closed', updated_at: NOW + 1 }), '1')
    const again = asked.filter(([, revalidate]) => revalidate).map(([key]) => key)
    expect(again).toEqual([`$inf$${OPEN}`, `$inf$${CLOSED}`, toConversationUrl('1')])
  })

  it('keeps the newer of two responses', () => {
    const { changes } = makeCache({ [OPEN]: { data: page(row('1')) } })
    changes.mergeResponse(makeResponse('1', { state: 'closed', updated_at: NOW + 2 }), '1')
    changes.mergeResponse(makeResponse('1', { state: 'snoozed', updated_at: NOW + 1 }), '1')
    expect(changes.find('1')).toMatchObject({ state: 'closed' })
  })

  it('derives the undo from the state that is shown', async () => {
    const { changes } = makeCache({ [OPEN]: { data: page(row('1')) } })
    expect(changes.getUndo('unknown', { action: 'close' })).toEqual([])
    const sent = deferred<ChangedConversation>()
    const done = changes.run('1', [{ action: { action: 'close' } }], () => sent.promise)
    expect(changes.getUndo('1', { action: 'open' })).toEqual([{ action: { action: 'close' } }])
    sent.resolve(makeResponse('1', { state: 'closed' }))
    await done
  })
})

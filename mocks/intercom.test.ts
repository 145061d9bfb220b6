import { describe, expect, it, vi } from 'vitest'
import { createTestClient } from './api/test-client.ts'
import { NOW } from './data/clock.ts'
import { addLongConversation } from './data/large.ts'
import { buildWorkspace } from './data/workspace.ts'

const HEADERS = { Authorization: 'Bearer good' }

describe('conversations', () => {
  it('responds with the newest 500 parts and counts all', async () => {
    const workspace = buildWorkspace()
    const { id } = addLongConversation(workspace, 620)
    const { body } = await createTestClient({ workspace }).send('GET', `/conversations/${id}`)
    const { conversation_parts, total_count } = body.conversation_parts
    expect([conversation_parts.length, total_count]).toEqual([500, 620])
    expect(conversation_parts[0]?.body).toContain('121.')
    expect(conversation_parts.at(-1)?.body).toContain('620.')
  })

  it('omits parts in lists', async () => {
    const { body } = await createTestClient().send('GET', '/conversations')
    expect(body.conversations[0]).not.toHaveProperty('conversation_parts')
  })

  it('sorts search results by the requested field', async () => {
    const { send } = createTestClient()
    const query = { field: 'waiting_since', operator: '>', value: 0 }
    const { body } = await send('POST', '/conversations/search', {
      query,
      sort: { field: 'waiting_since', order: 'ascending' },
    })
    const since = body.conversations.map(({ waiting_since }) => waiting_since)
    expect(since).toEqual(since.toSorted((a, b) => a - b))
  })

  it('adds a reply to the last conversation of a customer', async () => {
    const { send } = createTestClient()
    const { status, body } = await send('POST', '/conversations/last/reply', {
      type: 'user',
      message_type: 'comment',
      user_id: 'usr_1000',
      body: 'Hi',
    })
    expect([status, body.title]).toEqual([200, 'Gap in the weekly chart'])
  })

  it('adds files and URLs as attachments', async () => {
    const { intercom, send } = createTestClient()
    const files = {
      attachment_urls: ['https://x.example/a/chart.png'],
      attachment_files: [{ content_type: 'text/csv', data: btoa('a,b\n'), name: 'ä.csv' }],
    }
    const body = { type: 'admin', message_type: 'comment', admin_id: intercom.workspace.viewer_id, ...files }
    const answer = await send('POST', `/conversations/${intercom.workspace.conversations[0]?.id}/reply`, body)
    expect(answer.body.conversation_parts.conversation_parts.at(-1)?.attachments).toMatchObject([
      {
        name: 'chart.png',
        content_type: 'image/png',
        width: 1280,
      }, { name: 'ä.csv', content_type: 'text/csv', filesize: 4 },
    ])
  })
})

describe('the workspace', () => {
  it('restores its initial data on reset', async () => {
    for (const workspace of [buildWorkspace(), () => buildWorkspace(), undefined]) {
      const { intercom, send } = createTestClient(workspace ? { workspace } : {})
      const tags = intercom.workspace.tags.length
      await send('POST', '/tags', { name: 'New' })
      expect(intercom.workspace.tags).toHaveLength(tags + 1)
      intercom.setFault('500')
      intercom.reset()
      expect(intercom.workspace.tags).toHaveLength(tags)
      expect(intercom.requests).toEqual([])
      expect((await send('GET', '/me')).status).toBe(200)
    }
  })

  it('notifies listeners until they are removed', async () => {
    const { intercom, send } = createTestClient()
    const listener = vi.fn()
    const stop = intercom.on(listener)
    const { id } = intercom.workspace.conversations[0]!
    const admin_id = intercom.workspace.viewer_id
    await send('POST', `/conversations/${id}/parts`, { message_type: 'close', type: 'admin', admin_id })
    await send('POST', '/contacts', { role: 'lead' })
    stop()
    await send('POST', `/conversations/${id}/parts`, { message_type: 'open', admin_id })
    expect(listener.mock.calls).toMatchObject([
      [{ topic: 'conversation.admin.closed', item: { id, state: 'closed' } }], [{ topic: 'contact.lead.created' }],
    ])
  })

  it('opens a snoozed conversation when its time is over', async () => {
    let now = NOW
    const { intercom, send } = createTestClient({ now: () => now })
    const snoozed = intercom.workspace.conversations.find(({ state }) => state === 'snoozed')!
    now = snoozed.snoozed_until!
    expect((await send('GET', `/conversations/${snoozed.id}`)).body.state).toBe('open')
  })

  it('records requests', async () => {
    const { intercom, send } = createTestClient()
    await send('POST', '/events?x=1', { event_name: 'a' })
    expect(intercom.requests).toMatchObject([
      {
        method: 'POST',
        path: '/events',
        query: { x: '1' },
        body: { event_name: 'a' },
        headers: { authorization: 'Bearer good' },
      },
    ])
  })
})

describe('fetch', () => {
  it('rejects, aborts and follows redirects like the global fetch', async () => {
    const { intercom } = createTestClient()
    const get = (init: RequestInit = {}) => intercom.fetch('https://api.intercom.io/me', { headers: HEADERS, ...init })
    expect((await get()).status).toBe(200)
    intercom.setFault('offline')
    await expect(get()).rejects.toThrow(TypeError)
    intercom.setFault('never')
    await expect(get({ signal: AbortSignal.timeout(5) })).rejects.toMatchObject({ name: 'TimeoutError' })
    intercom.setFault('redirect')
    await expect(get({ redirect: 'error' })).rejects.toThrow(/redirect/)
    expect((await get({ redirect: 'manual' })).status).toBe(302)
    await get()
    expect(intercom.requests.at(-1)?.url).toBe('https://attacker.test/')
  })
})

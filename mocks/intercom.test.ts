import { describe, expect, test, vi } from 'vitest'
import { openIntercom } from './api/test-client.ts'
import { NOW } from './data/clock.ts'
import { addLongConversation } from './data/large.ts'
import { buildWorkspace } from './data/workspace.ts'

const HEADERS = { Authorization: 'Bearer good' }

describe('conversations', () => {
  test('an answer holds the newest 500 parts and counts all', async () => {
    const workspace = buildWorkspace()
    const { id } = addLongConversation(workspace, 620)
    const { body } = await openIntercom({ workspace }).send('GET', `/conversations/${id}`)
    const { conversation_parts, total_count } = body.conversation_parts
    expect([conversation_parts.length, total_count]).toEqual([500, 620])
    expect(conversation_parts[0]?.body).toContain('121.')
    expect(conversation_parts.at(-1)?.body).toContain('620.')
  })

  test('lists carry no parts', async () => {
    const { body } = await openIntercom().send('GET', '/conversations')
    expect(body.conversations[0]).not.toHaveProperty('conversation_parts')
  })

  test('are sorted as asked', async () => {
    const { send } = openIntercom()
    const query = { field: 'waiting_since', operator: '>', value: 0 }
    const { body } = await send('POST', '/conversations/search', {
      query,
      sort: { field: 'waiting_since', order: 'ascending' },
    })
    const since = body.conversations.map(({ waiting_since }) => waiting_since)
    expect(since).toEqual(since.toSorted((a, b) => a - b))
  })

  test('a customer answers in the last of their conversations', async () => {
    const { send } = openIntercom()
    const { status, body } = await send('POST', '/conversations/last/reply', {
      type: 'user',
      message_type: 'comment',
      user_id: 'usr_1000',
      body: 'Hi',
    })
    expect([status, body.title]).toEqual([200, 'Gap in the weekly chart'])
  })

  test('files become attachments', async () => {
    const { intercom, send } = openIntercom()
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
  test('starts again on reset, given as it is or as a function', async () => {
    for (const workspace of [buildWorkspace(), () => buildWorkspace(), undefined]) {
      const { intercom, send } = openIntercom(workspace ? { workspace } : {})
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

  test('tells listeners what changed', async () => {
    const { intercom, send } = openIntercom()
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

  test('wakes what is snoozed as its clock goes on', async () => {
    let now = NOW
    const { intercom, send } = openIntercom({ now: () => now })
    const snoozed = intercom.workspace.conversations.find(({ state }) => state === 'snoozed')!
    now = snoozed.snoozed_until!
    expect((await send('GET', `/conversations/${snoozed.id}`)).body.state).toBe('open')
  })

  test('records what it received', async () => {
    const { intercom, send } = openIntercom()
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
  test('fails, aborts and follows as the real one', async () => {
    const { intercom } = openIntercom()
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

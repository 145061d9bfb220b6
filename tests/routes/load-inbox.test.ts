import { createElement, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type InboxData, loadInbox } from 'intercom-v0-kit/server'
import { SupportInbox } from '../../src/components/intercom/support-inbox.tsx'
import { InboxDataProvider, type InboxDataProviderProps, useAdmins, useConversation, useConversations } from '../../src/kit/inbox/index.ts'
import { authorizeWith, begin, end, expectNothingLeaked, hurry, intercom, logged, signIn } from './harness.ts'

const { authorize } = await import('@/lib/intercom/authorize')

const agent = { kind: 'agent', adminId: '7042001' } as const
const page = { headers: new Headers({ cookie: 'session=agent', 'sec-fetch-site': 'cross-site' }) }
const load = (options: Partial<Parameters<typeof loadInbox>[1]> = {}) => loadInbox(page, { authorize, ...options })
const listKey = '$inf$/api/intercom/conversations?state=open'

beforeEach(() => {
  begin()
  signIn(agent)
})
afterEach(end)

/** Renders like a page on the server. */
const render = (data: InboxData, children: ReactNode) => renderToString(createElement(InboxDataProvider, { data } as InboxDataProviderProps, children))

function getRows(data: InboxData, key = listKey): { id: string }[] {
  const [first] = (data.fallback[key] ?? []) as { conversations: { id: string }[] }[]
  return first?.conversations ?? []
}

describe('loadInbox', () => {
  it('loads the first page, the admins and the selected conversation for exactly the keys of the hooks', async () => {
    const [, selected] = getRows(await load())
    const filter = { state: 'snoozed', priority: 'priority', q: ' ', tagId: null, sort: 'newest' } as const
    const data = await load({ filter, selectedId: selected!.id })
    const seen: Record<string, unknown> = {}
    function Hooks() {
      seen['list'] = useConversations({ state: 'snoozed', priority: 'priority' }).conversations
      seen['admins'] = useAdmins().data
      seen['selected'] = useConversation(selected!.id).data?.id
      return null
    }
    render(data, createElement(Hooks))
    expect(Object.keys(data.fallback)).toHaveLength(3)
    expect(seen).toEqual({
      list: getRows(data, '$inf$/api/intercom/conversations?priority=priority&state=snoozed'),
      admins: data.fallback['/api/intercom/admins'],
      selected: selected!.id,
    })
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
  })

  it('puts the rows into the HTML of the page, with ages and without a time zone', async () => {
    const data = await load()
    const rows = getRows(data)
    expect(rows.length).toBeGreaterThan(10)
    const html = render(data, createElement(SupportInbox))
    for (const { id } of rows) expect(html).toContain(`data-item-id="${id}"`)
    expect(html).not.toContain('data-slot="skeleton"')
    expect(html.match(/<time [^>]*>[^<]*/g)?.every((time) => /\d+[mhdw]$|now$/.test(time))).toBe(true)
    // Rows are as high as their class says, so a heading moves the next rows.
    expect(html).not.toMatch(/<li style="[^"]*position:absolute/)
  })

  it('identifies the caller once, by the headers of the page', async () => {
    const cookies: (string | null)[] = []
    const data = await loadInbox(page, {
      authorize(request) {
        cookies.push(request.headers.get('cookie'))
        return agent
      },
    })
    expect(cookies).toEqual(['session=agent'])
    expect(data.viewer).toMatch(/^[0-9a-f]{16}$/)
  })

  it('loads only the conversations of a customer, and nothing of the team', async () => {
    const contact = intercom.workspace.contacts.find(({ external_id: id }) => id !== null)!
    signIn({ kind: 'customer', userId: contact.external_id! })
    const other = intercom.workspace.conversations.find(({ contacts }) => contacts.contacts[0]?.id !== contact.id)!
    const data = await load({ selectedId: other.id, filter: { state: 'all' } })
    expect(Object.keys(data.fallback)).toEqual(['$inf$/api/intercom/conversations?state=all'])
    const ids = new Set(intercom.workspace.conversations.filter(({ contacts }) => contacts.contacts.some(({ id }) => id === contact.id)).map(({ id }) => id))
    expect(getRows(data, '$inf$/api/intercom/conversations?state=all').every(({ id }) => ids.has(id))).toBe(true)
  })

  const empty = { fallback: {}, viewer: '', now: expect.any(Number) }

  it.each([
    ['no one is signed in', () => signIn(null)],
    ['authorize() throws', () => authorizeWith(() => { throw new Error('The session store is down.') })],
    ['authorize() returns nonsense', () => authorizeWith(() => ({ kind: 'admin' }))],
    ['the access token is missing', () => void delete process.env['INTERCOM_ACCESS_TOKEN']],
    ['Intercom is down', () => { globalThis.fetch = async () => { throw new TypeError('fetch failed') } }],
    ['Intercom never responds', () => hurry()],
  ])('loads nothing if %s, and leaves the error to the browser', async (name, breakIt) => {
    breakIt()
    if (name.endsWith('never responds')) globalThis.fetch = (_, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
    expect(await load({ timeout: 500, selectedId: '1' })).toEqual(empty)
    expect(logged.length).toBeGreaterThan(0)
    expectNothingLeaked('')
  })

  it.each(['..', '.', '../admins', '', 'x'.repeat(300)])('ignores the selected conversation %j', async (selectedId) => {
    const data = await load({ selectedId })
    expect(Object.keys(data.fallback).sort()).toEqual([listKey, '/api/intercom/admins'])
  })

  it('loads what it can', async () => {
    const { fetch } = globalThis
    globalThis.fetch = async (url, init) => (String(url).includes('/admins') ? new Response('{}', { status: 500 }) : fetch(url, init))
    const data = await load()
    expect(Object.keys(data.fallback)).toEqual([listKey])
    expect(data.viewer).not.toBe('')
  })
})

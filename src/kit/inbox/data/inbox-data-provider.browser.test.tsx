import { act } from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { SWRConfig } from 'swr'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { InboxDataProvider } from '@/kit/inbox/data/inbox-data-provider'
import { useConversations } from '@/kit/inbox/data/use-conversations'
import { useAdmins } from '@/kit/inbox/data/use-resource'
import { getViewer } from '@/kit/shared/api-client'
import type { InboxData } from '@/kit/shared/inbox-data'
import { forgetUser } from '@/kit/shared/session'
import { LocaleProvider } from '@/kit/strings/index'
import '../../../../.storybook/preview.css'

const NOW = Math.floor(Date.now() / 1000)

const rows = Array.from({ length: 12 }, (_, index) => ({
  id: String(index + 1), state: 'open', title: `Subject ${index + 1}`, preview: 'Preview', read: index > 2, priority: false,
  last_message_at: NOW - 100 * 86_400, waiting_since: index > 5 ? null : NOW - 3600 * index, snoozed_until: null, first_response_seconds: null,
  admin_assignee_id: '9', team_assignee_id: null, tags: [],
  contact: { id: `c${index}`, name: `Customer ${index + 1}`, email: null, avatar_url: null, plan: null, custom_attributes: {} },
}))
const page = { conversations: rows, total_count: rows.length, next_cursor: null }
const listKey = '/api/intercom/conversations?state=open'

const buildData = (viewer: string, now = NOW): InboxData => ({
  viewer,
  now,
  fallback: { [`$inf$${listKey}`]: [page], '/api/intercom/admins': { admins: [], teams: [], viewer_id: '9' } },
})

const requested: string[] = []
const problems: unknown[] = []
let place: HTMLElement
let root: Root | undefined
let cache: Map<string, object>

beforeEach(() => {
  cache = new Map()
  vi.stubGlobal('fetch', async (address: string) => {
    requested.push(address)
    return Response.json({ error: { code: 'internal', message: 'No', request_id: 'r' } }, { status: 500 })
  })
  vi.spyOn(console, 'error').mockImplementation((...args) => void problems.push(args))
  place = document.createElement('div')
  place.style.cssText = 'width: 80rem; height: 50rem; position: relative'
  document.body.append(place)
})

afterEach(async () => {
  root?.unmount()
  root = undefined
  place.remove()
  requested.length = 0
  problems.length = 0
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function Page({ data, children }: { data: InboxData; children?: React.ReactNode }) {
  return (
    <SWRConfig value={{ provider: () => cache as never }}>
      <InboxDataProvider data={data}>
        <LocaleProvider strings={{ conversationList: { label: 'Queue' } }}>{children ?? <SupportInbox live={false} />}</LocaleProvider>
      </InboxDataProvider>
    </SWRConfig>
  )
}

const list = () => requested.filter((address) => !address.includes('counts'))
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const getTops = () => [...place.querySelectorAll('[data-slot=conversation-row]')].map((row) => Math.round(row.getBoundingClientRect().top))

it('hydrates the rows in place, without a warning and without a request', async () => {
  place.innerHTML = renderToString(<Page data={buildData('ann')} />)
  cache.clear()
  const before = getTops()
  expect(before).toHaveLength(rows.length)
  const text = place.querySelector('nav')?.textContent
  // Older than eight weeks, so each shows a date.
  expect(text).toContain(new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(rows[11]!.last_message_at * 1000))
  root = hydrateRoot(place, <Page data={buildData('ann')} />, { onRecoverableError: (error) => problems.push(error) })
  // Parts that load later mount the same hooks again.
  await vi.waitFor(() => expect(place.querySelector('[data-slot=inbox-pulse]')).not.toBeNull(), 20_000)
  await pause(300)
  expect(problems).toEqual([])
  expect(list()).toEqual([])
  expect(getTops()).toEqual(before)
  expect(getViewer()).toBe('ann')
})

function Hooks() {
  useAdmins()
  return <output>{useConversations({ state: 'open' }).conversations?.length ?? 'none'}</output>
}

const show = async (data: InboxData) => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  root ??= createRoot(place)
  await act(async () => root?.render(<Page data={data}><Hooks /></Page>))
  await act(() => pause(50))
  return place.textContent
}

it("doesn't show data of a user other than the signed-in one", async () => {
  expect(getViewer()).toBe('ann')
  expect(await show(buildData('ben'))).toBe('none')
  expect(list()).toHaveLength(2)
  expect(getViewer()).toBe('ann')
})

it('drops the data when the session ends', async () => {
  expect(await show(buildData('ann'))).toBe('12')
  expect(list()).toEqual([])
  await act(async () => forgetUser(false))
  expect(await show(buildData('ann'))).toBe('none')
})

it('requests data that the router kept for more than a minute', async () => {
  expect(await show(buildData('ann', NOW - 300))).toBe('12')
  expect(list().length).toBeGreaterThan(0)
})

it('requests data again that mounts ten seconds later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  root = createRoot(place)
  await act(async () => root?.render(<Page data={buildData('ann')}><Hooks /></Page>))
  await act(async () => vi.advanceTimersByTime(9_000))
  await act(async () => root?.render(<Page data={buildData('ann')}><Hooks key="soon" /></Page>))
  await act(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  expect(list()).toEqual([])
  await act(async () => vi.advanceTimersByTime(2_000))
  await act(async () => root?.render(<Page data={buildData('ann')}><Hooks key="late" /></Page>))
  await act(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  expect(list()).toContain(listKey)
})

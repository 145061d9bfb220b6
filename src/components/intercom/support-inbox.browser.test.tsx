import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { SWRConfig } from 'swr'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { toasts } from '@/kit/inbox/actions/toasts'
import '../../../.storybook/preview.css'

/** Modules that fail to load. A loaded module is cached, so each is lost until its test ends. */
const lost = vi.hoisted(() => new Set(['BulkBar', 'InboxEmptyState', 'InboxFilterChips', 'InboxDialogs']))
/** Holds back the module of conversation actions until a test resolves or rejects it. */
const actions = vi.hoisted(() => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  return { promise, resolve, reject }
})

vi.mock('@/kit/inbox/lazy-part', async (importOriginal) => {
  const original = await importOriginal<typeof import('@/kit/inbox/lazy-part')>()
  return {
    ...original,
    lazyPart: <Props extends object>(load: () => Promise<React.ComponentType<Props>>) =>
      original.lazyPart(async () => {
        const part = await load()
        if (lost.has(part.name)) throw new TypeError('Failed to fetch dynamically imported module')
        return part
      }),
  }
})

vi.mock('@/kit/inbox/actions/run-actions', async (importOriginal) => {
  await actions.promise
  return importOriginal()
})

const NOW = 1_795_015_440
const ids = ['1', '2', '3']
const json = (body: object, status = 200) => Response.json(body, { status })
const posted: string[] = []

function answer(address: string, method: string): Response {
  const { pathname, searchParams } = new URL(address, location.href)
  if (pathname.endsWith('/conversations')) {
    const found = searchParams.get('q') === 'nothing' ? [] : ids
    const conversations = found.map((id) => ({
      id, state: 'open', title: null, read: false, priority: false, last_message_at: NOW, waiting_since: null,
      snoozed_until: null, first_response_seconds: null, admin_assignee_id: null, team_assignee_id: null, tags: [],
      contact: { id, name: `Customer ${id}`, email: null, avatar_url: null, plan: null, custom_attributes: {} }, preview: '',
    }))
    return json({ conversations, total_count: found.length, next_cursor: null })
  }
  if (pathname.endsWith('/admins')) return json({ admins: [], teams: [], viewer_id: '9' })
  if (pathname.endsWith('/counts')) return json({ open: 3, snoozed: 0, closed: 0 })
  if (pathname.endsWith('/tags')) return json({ tags: [] })
  if (method === 'POST') {
    const id = pathname.split('/').at(-2) ?? ''
    posted.push(id)
    const fields = { state: 'closed', read: true, waiting_since: null, snoozed_until: null, admin_assignee_id: null, team_assignee_id: null, tags: [] }
    return json({ conversation: { id, ...fields, updated_at: NOW }, parts: [] })
  }
  return json({ error: { code: 'not_found', message: 'Not here', request_id: 'r' } }, 404)
}

// The machine may be busy.
const waitFor = (check: () => void) => vi.waitFor(check, 20_000)

const place = document.createElement('div')
let root: Root

beforeEach(() => {
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => answer(address, init?.method ?? 'GET'))
  place.style.height = '40rem'
  document.body.append(place)
  root = createRoot(place)
})

afterEach(() => {
  flushSync(() => root.unmount())
  place.remove()
  posted.length = 0
  toasts.clear()
  vi.unstubAllGlobals()
})

async function show(props: Parameters<typeof SupportInbox>[0] = {}) {
  root.render(
    <SWRConfig value={{ provider: () => new Map() }}>
      <SupportInbox live={false} {...props} />
    </SWRConfig>,
  )
  if (props.defaultFilter?.q !== 'nothing') await waitFor(() => expect(place.querySelectorAll('[data-item-id]')).toHaveLength(3))
}

const find = (selector: string) => place.querySelector<HTMLElement>(selector)
const toastTexts = () => toasts.get().map(({ message }) => message)
const tryAgain = () => toasts.act(toasts.get()[0]?.id ?? '')

const press = (key: string) =>
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }))

test('closes a conversation as soon as the actions have loaded', async () => {
  await show()
  find('[data-item-id="1"]')?.focus()
  press('e')
  await waitFor(() => expect(find('[data-item-id="2"]')).toBe(document.activeElement))
  press('e')
  await new Promise((go) => setTimeout(go, 100))
  expect(posted).toEqual([])
  actions.resolve()
  await waitFor(() => expect(posted).toEqual(['1', '2']))
  await waitFor(() => expect(toastTexts()).toEqual(['Conversation closed', 'Conversation closed']))
  expect(place.querySelectorAll('[data-item-id]')).toHaveLength(1)
})

test('reports a bulk bar that fails to load, keeps the selection and retries', async () => {
  await show()
  find('[data-check-id="2"]')?.click()
  await waitFor(() => expect(toastTexts()).toEqual([expect.stringMatching(/couldn't be loaded/)]))
  expect(find('[data-slot=bulk-bar]')).toBeNull()
  expect(find('[data-slot=inbox-pulse]')).not.toBeNull()

  lost.delete('BulkBar')
  tryAgain()
  await waitFor(() => expect(find('[data-slot=bulk-bar]')?.textContent).toContain('1 selected'))
})

test('keeps the row of filter chips free if they fail to load, and retries', async () => {
  await show({ defaultFilter: { assignee: 'me' } })
  await waitFor(() => expect(toastTexts()).toEqual([expect.stringMatching(/couldn't be loaded/)]))
  const top = () => find('nav')?.getBoundingClientRect().top
  const before = top()

  lost.delete('InboxFilterChips')
  tryAgain()
  await waitFor(() => expect(find('[data-slot=inbox-filter-chips]')?.textContent).toContain('Assigned to: Me'))
  expect(top()).toBe(before)
})

test("falls back to the list's own empty state if another fails to load", async () => {
  await show({ defaultFilter: { q: 'nothing' } })
  await waitFor(() => expect(toastTexts()).toEqual([expect.stringMatching(/couldn't be loaded/)]))
  expect(find('nav')?.textContent).toContain('Try another filter, or search for fewer words.')

  lost.delete('InboxEmptyState')
  tryAgain()
  await waitFor(() => expect(find('nav')?.textContent).toContain('Nothing found for: Open, “nothing”.'))
})

test('reports dialogs that fail to load, and retries the same one', async () => {
  await show()
  find('[data-item-id="1"]')?.focus()
  press('s')
  await waitFor(() => expect(toastTexts()).toEqual([expect.stringMatching(/couldn't be loaded/)]))

  lost.delete('InboxDialogs')
  tryAgain()
  await waitFor(() => expect(document.querySelector('[role=dialog]')?.textContent).toContain('Snooze'))
})

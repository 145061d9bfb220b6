import * as React from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ConversationListView, type ConversationListViewProps } from '@/components/intercom/conversation-list'
import type { ConversationSummary } from '@/kit/contracts/index'

// Every row renders one time element, which counts renders. `texts` counts computed row texts.
const renders = vi.hoisted(() => ({ count: 0, texts: 0 }))
vi.mock('@/components/intercom/shared/avatar-and-badge', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  ContactAvatar: () => void (renders.count += 1),
}))
vi.mock('@/components/intercom/shared/plain-text', () => ({ PlainText: () => void (renders.texts += 1) }))

const ROW_HEIGHT = 72
const NOW = 1795000000

const settled = {
  state: 'open' as const, read: true, priority: false, tags: [], admin_assignee_id: null, team_assignee_id: null,
  waiting_since: null, snoozed_until: null, first_response_seconds: null,
}

const row = (n: number): ConversationSummary => ({
  ...settled,
  id: String(n),
  title: `Title ${n}`,
  preview: '',
  last_message_at: NOW - n,
  contact: { id: `c${n}`, name: `Customer ${n}`, email: null, avatar_url: null, plan: null, custom_attributes: {} },
})

const rows = (count: number) => Array.from({ length: count }, (_, n) => row(n))

let root: Root
let host: HTMLElement

beforeEach(() => {
  host = document.createElement('div')
  host.innerHTML = `<style>
    ul { margin: 0; padding: 0 } li { height: ${ROW_HEIGHT}px }
    nav { height: 600px; display: flex; flex-direction: column }
    [data-slot=conversation-list-scroller] { flex: 1; min-height: 0; overflow-y: auto; overflow-anchor: none }
  </style><div></div>`
  document.body.append(host)
  root = createRoot(host.lastElementChild!)
})

afterEach(() => {
  root.unmount()
  host.remove()
})

function show(props: Partial<ConversationListViewProps>) {
  flushSync(() =>
    root.render(
      <React.StrictMode>
        <ConversationListView conversations={rows(30)} assigneeName={nobody} onSelect={ignore} {...props} />
      </React.StrictMode>,
    ),
  )
}

const nobody = () => null
const ignore = () => {}
const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
const scroller = () => host.querySelector<HTMLElement>('[data-slot=conversation-list-scroller]')!
const control = (id: string) => host.querySelector<HTMLElement>(`[data-item-id="${id}"]`)!
const topOf = (id: string) => control(id).closest('li')!.getBoundingClientRect().top

async function scrollTo(top: number) {
  scroller().scrollTop = top
  await frames()
  await frames()
}

test('renders only visible rows of ten thousand', async () => {
  show({ conversations: rows(10_000) })
  await frames()
  expect(host.querySelectorAll('li').length).toBeGreaterThan(6)
  expect(host.querySelectorAll('li').length).toBeLessThan(30)
})

test('renders a list of fifty completely', async () => {
  show({ conversations: rows(50) })
  await frames()
  expect(host.querySelectorAll('li').length).toBe(50)
})

test('renders two rows on selection, without computing their text again', async () => {
  const conversations = rows(30)
  show({ conversations, selectedId: '3' })
  await frames()
  Object.assign(renders, { count: 0, texts: 0 })
  show({ conversations, selectedId: '4' })
  await frames()
  // StrictMode renders twice.
  expect(renders).toEqual({ count: 2 * 2, texts: 0 })
})

test('keeps the scroll position when a row moves to the top', async () => {
  const conversations = rows(200)
  show({ conversations, selectedId: '42' })
  await frames()
  await scrollTo(40 * ROW_HEIGHT + 10)
  control('42').focus()
  const before = topOf('42')

  const [moved] = conversations.splice(120, 1)
  show({ conversations: [{ ...moved!, read: false }, ...conversations], selectedId: '42' })
  await frames()
  expect(topOf('42')).toBe(before)
  expect(document.activeElement).toBe(control('42'))
  expect(control('42').getAttribute('aria-current')).toBe('true')
})

test('shows new rows at the top if the user is there', async () => {
  show({ conversations: rows(100) })
  await frames()
  show({ conversations: [row(1000), ...rows(100)] })
  await frames()
  expect(scroller().scrollTop).toBe(0)
  expect(topOf('1000')).toBe(scroller().getBoundingClientRect().top)
})

test('keeps the scroll position when twenty-five rows arrive above', async () => {
  show({ conversations: rows(100) })
  await frames()
  await scrollTo(5 * ROW_HEIGHT + 30)
  const before = topOf('6')
  show({ conversations: [...Array.from({ length: 25 }, (_, n) => row(1000 + n)), ...rows(100)] })
  await frames()
  expect(topOf('6')).toBe(before)
})

test('keeps the focus of a row that moves out of view', async () => {
  const conversations = rows(200)
  show({ conversations })
  await frames()
  await scrollTo(100 * ROW_HEIGHT)
  control('102').focus()
  const focused = document.activeElement
  const [moved] = conversations.splice(102, 1)
  show({ conversations: [moved!, ...conversations] })
  await frames()
  expect(document.activeElement).toBe(focused)
  expect(focused?.closest('li')?.getAttribute('aria-posinset')).toBe('1')
})

test('moves the focus to the next row when the focused one disappears', async () => {
  const conversations = rows(30)
  show({ conversations })
  await frames()
  control('4').focus()
  show({ conversations: conversations.filter(({ id }) => id !== '4') })
  await frames()
  expect(document.activeElement).toBe(control('5'))
})

test('keeps the focus in the list when its last row disappears', async () => {
  show({ conversations: rows(1) })
  await frames()
  control('0').focus()
  show({ conversations: [] })
  await frames()
  expect(document.activeElement).toBe(host.querySelector('nav'))
})

test('leaves the focus elsewhere alone', async () => {
  const field = document.createElement('input')
  host.append(field)
  const conversations = rows(30)
  show({ conversations })
  await frames()
  control('4').focus()
  field.focus()
  show({ conversations: conversations.slice(0, 3) })
  await frames()
  expect(document.activeElement).toBe(field)
})

test('has one tab stop: the selected row, then the last focused one', async () => {
  const conversations = rows(60)
  const stops = () => [...host.querySelectorAll('[tabindex="0"]')].map((stop) => stop.getAttribute('data-item-id'))
  show({ conversations })
  await frames()
  expect(stops()).toEqual(['0'])
  show({ conversations, selectedId: '50' })
  await frames()
  expect(stops()).toEqual(['50'])
  control('2').focus()
  await frames()
  expect(stops()).toEqual(['2'])
  show({ conversations, selectedId: '7' })
  await frames()
  expect(stops()).toEqual(['7'])
})

test('shows the first row on Home right after End', async () => {
  show({ conversations: rows(10_000) })
  await frames()
  control('0').focus()
  const press = (key: string) =>
    flushSync(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))
  for (const delay of [0, 1, 2, 3, 4]) {
    press('End')
    for (let frame = 0; frame < delay; frame++) await new Promise(requestAnimationFrame)
    expect(document.activeElement).toBe(control('9999'))
    press('Home')
    await vi.waitFor(() => expect(scroller().scrollTop).toBe(0))
    await frames()
    expect(document.activeElement).toBe(control('0'))
    expect(scroller().scrollTop).toBe(0)
  }
})

test('selects the row on a click outside its controls', async () => {
  const onSelect = vi.fn()
  show({ onSelect })
  await frames()
  control('1').closest('li')?.querySelector('time')?.click()
  expect(onSelect).toHaveBeenCalledExactlyOnceWith('1', expect.anything())
})

test('leaves a link that opens elsewhere unselected', async () => {
  const onSelect = vi.fn((_id: string, event: React.MouseEvent) => event.preventDefault())
  show({ onSelect, getHref: (id) => `#${id}` })
  await frames()
  const click = (init: MouseEventInit) => {
    addEventListener('click', (event) => event.preventDefault(), { once: true })
    control('1').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }))
  }
  click({ ctrlKey: true })
  click({ metaKey: true })
  expect(onSelect).not.toHaveBeenCalled()
  click({})
  expect(onSelect).toHaveBeenCalledOnce()
})

test('does not load to the end without a height', async () => {
  const onLoadMore = vi.fn()
  const free = document.createElement('style')
  free.textContent = 'nav { height: auto !important } [data-slot=conversation-list-scroller] { overflow: visible }'
  host.append(free)
  show({ conversations: rows(25), hasMore: true, onLoadMore })
  await frames()
  show({ conversations: rows(50), hasMore: true, onLoadMore })
  await frames()
  expect(onLoadMore).not.toHaveBeenCalled()
})

test('loads more near the end, and not after a failure', async () => {
  const onLoadMore = vi.fn()
  show({ conversations: rows(100), hasMore: true, onLoadMore })
  await frames()
  await scrollTo(50 * ROW_HEIGHT)
  expect(onLoadMore).not.toHaveBeenCalled()
  await scrollTo(90 * ROW_HEIGHT)
  expect(onLoadMore).toHaveBeenCalled()

  onLoadMore.mockClear()
  show({ conversations: rows(100), hasMore: true, onLoadMore, error: new Error('no') })
  await frames()
  await scrollTo(50 * ROW_HEIGHT)
  await scrollTo(92 * ROW_HEIGHT)
  expect(onLoadMore).not.toHaveBeenCalled()
})

test('closes the gap of a removed row, and stands still with reduced motion', async () => {
  const isMoving = (id: string) => control(id).closest('li')!.getAnimations().length > 0
  const calm = vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList)
  show({})
  await frames()
  show({ conversations: rows(30).filter(({ id }) => id !== '1') })
  expect(isMoving('2')).toBe(false)
  calm.mockReturnValue({ matches: false } as MediaQueryList)
  show({ conversations: rows(30).filter(({ id }) => id !== '1' && id !== '3') })
  expect(isMoving('2')).toBe(false)
  expect(isMoving('4')).toBe(true)
  await Promise.all(control('4').closest('li')!.getAnimations().map(({ finished }) => finished))
  expect(topOf('4')).toBe(topOf('2') + ROW_HEIGHT)
  calm.mockRestore()
})

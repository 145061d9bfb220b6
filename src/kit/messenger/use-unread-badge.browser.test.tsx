import * as React from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useUnreadBadge, type UnreadBadgeOptions } from '@/kit/messenger/use-unread-badge'

function Badge(props: UnreadBadgeOptions) {
  useUnreadBadge(props)
  return null
}

let unmountLast = () => {}

/** Renders a component, and commits before it returns. */
function render(element: React.ReactNode) {
  const root = createRoot(document.createElement('div'))
  const rerender = (next: React.ReactNode) => React.act(() => root.render(next))
  rerender(element)
  unmountLast = () => React.act(() => root.unmount())
  return { rerender, unmount: unmountLast }
}

const ICON = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="blue"/></svg>'
const own = () => document.head.querySelector<HTMLLinkElement>('link[data-unread-badge]')
const head = () => document.head.innerHTML
let before: string
let titleBefore: string

function addIcon(href: string): HTMLLinkElement {
  const link = document.createElement('link')
  link.rel = 'icon'
  link.href = href
  document.head.append(link)
  return link
}

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  titleBefore = document.title
  document.title = 'Reports'
  for (const icon of document.head.querySelectorAll('link[rel~="icon"]')) icon.remove()
})
afterEach(() => {
  unmountLast()
  unmountLast = () => {}
  document.title = titleBefore
  for (const icon of document.head.querySelectorAll('link[rel~="icon"]')) icon.remove()
})

test('restores the title and the icons when it unmounts, and at 0', async () => {
  addIcon(ICON)
  before = head()
  const { rerender, unmount } = render(<Badge count={3} />)
  expect(document.title).toBe('(3) Reports')
  await vi.waitFor(() => expect(own()?.href).toMatch(/^data:image\/png/))
  rerender(<Badge count={0} />)
  expect([document.title, head()]).toEqual(['Reports', before])
  rerender(<Badge count={10} />)
  expect(document.title).toBe('(9+) Reports')
  await vi.waitFor(() => expect(own()?.dataset.unreadBadge).toBe('9+'))
  unmount()
  expect([document.title, head()]).toEqual(['Reports', before])
})

test('draws over the icon of the page', async () => {
  addIcon(ICON)
  render(<Badge count={3} />)
  await vi.waitFor(() => expect(own()?.href).toMatch(/^data:/))
  const image = new Image()
  image.src = own()!.href
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 64
  const context = canvas.getContext('2d')!
  context.drawImage(image, 0, 0)
  const at = (x: number, y: number) => Array.from(context.getImageData(x, y, 1, 1).data.subarray(0, 3))
  expect(at(6, 58)).toEqual([0, 0, 255])
  expect(at(60, 14)).toEqual([212, 24, 61])
})

test('survives a router that replaces the title element, or adds an icon', async () => {
  const first = addIcon(ICON)
  render(<Badge count={2} />)
  await vi.waitFor(() => expect(own()).not.toBeNull())
  const title = document.createElement('title')
  document.querySelector('title')!.replaceWith(title)
  title.textContent = 'Members'
  await vi.waitFor(() => expect(document.title).toBe('(2) Members'))
  first.remove()
  const second = addIcon(ICON.replace('blue', 'lime'))
  const drawn = own()!.href
  await vi.waitFor(() => expect(second.rel).not.toBe('icon'))
  await vi.waitFor(() => expect(own()!.href).not.toBe(drawn))
})

test('stops at two badges of one page, and leaves neither behind', async () => {
  const { unmount } = render(<><Badge count={3} /><Badge count={5} /></>)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(document.title).toBe('(5) Reports')
  unmount()
  expect(document.title).toBe('Reports')
})

test('shows a disc alone where the page has no icon', async () => {
  render(<Badge count={3} />)
  await vi.waitFor(() => expect(own()?.href).toMatch(/^data:image\/png/), 5_000)
})

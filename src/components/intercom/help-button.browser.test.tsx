import * as React from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HelpButton } from '@/components/intercom/help-button'
import { HelpLauncher } from '@/components/intercom/help-launcher'
import { clearDiagnoses } from '@/kit/messenger/diagnostics'
import { IntercomProvider } from '@/kit/messenger/intercom-provider'
import { createMessenger, messenger } from '@/kit/messenger/messenger-store'
import { createMessengerMock } from '../../../mocks/messenger/index.ts'

const fallback = { href: '#help', label: 'Help centre' }
const mock = createMessengerMock()
const place = document.createElement('div')
let root: Root | undefined

beforeEach(() => {
  messenger.actions.shutdown()
  Object.assign(messenger, createMessenger())
  mock.reset({ hasPanel: false })
  document.body.append(place)
  vi.spyOn(console, 'error')
})

afterEach(() => {
  root?.unmount()
  root = undefined
  place.replaceChildren()
  expect(console.error).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

const button = () => place.querySelector<HTMLElement>('button[data-slot=help-button]')!
const panel = () => place.querySelector<HTMLElement>('[data-slot=help-fallback]')!
const settled = () => new Promise((resolve) => setTimeout(resolve, 100))
const stateIs = (state: string) => vi.waitFor(() => expect(button().dataset.state).toBe(state), 30_000)

test('stays a button during hydration', async () => {
  const page = (
    <React.StrictMode>
      <IntercomProvider appId="hx7q2mlt">
        <HelpButton fallback={fallback} />
        <HelpLauncher fallback={fallback} />
      </IntercomProvider>
    </React.StrictMode>
  )
  place.innerHTML = renderToString(page)
  const first = button()
  const links: Element[] = []
  const watcher = new MutationObserver(() => links.push(...place.querySelectorAll('a[data-state=off]')))
  watcher.observe(place, { childList: true, subtree: true })
  root = hydrateRoot(place, page)
  await settled()
  watcher.disconnect()
  expect(links).toEqual([])
  expect(button()).toBe(first)
})

test('offers the fallback without a provider', async () => {
  root = createRoot(place)
  root.render(<HelpButton fallback={fallback} />)
  await stateIs('idle')
  button().click()
  await stateIs('failed')
  expect(panel().matches(':popover-open')).toBe(true)
  expect(panel().querySelector('a')?.getAttribute('href')).toBe('#help')
})

test('becomes a link after the session has ended, and keeps the focus', async () => {
  mock.install()
  root = createRoot(place)
  root.render(
    <IntercomProvider appId="hx7q2mlt" load="now">
      <HelpButton fallback={fallback} />
    </IntercomProvider>,
  )
  await vi.waitFor(() => expect(messenger.getState().status).toBe('ready'), 30_000)
  button().focus()
  messenger.actions.shutdown()
  await vi.waitFor(() => expect(place.querySelector('a')).not.toBeNull(), 30_000)
  expect(document.activeElement).toBe(place.querySelector('a'))
})

test('reports nothing if the Messenger ends after a click', async () => {
  mock.install()
  root = createRoot(place)
  root.render(
    <IntercomProvider appId="hx7q2mlt" load="now">
      <HelpButton />
    </IntercomProvider>,
  )
  await vi.waitFor(() => expect(messenger.getState().status).toBe('ready'), 30_000)
  button().click()
  await stateIs('open')
  messenger.actions.shutdown()
  await stateIs('off')
  expect(panel().matches(':popover-open')).toBe(false)
})

test('closes the failure on Escape and on actions elsewhere', async () => {
  root = createRoot(place)
  root.render(<HelpButton />)
  await stateIs('idle')
  button().click()
  await stateIs('failed')
  panel().hidePopover()
  await stateIs('idle')
  expect(place.querySelector('[role=status]')?.textContent).toBe('')
})

test('shows a failure without moving other content', async () => {
  root = createRoot(place)
  root.render(
    <div style={{ display: 'flex', justifyContent: 'space-between', inlineSize: '100%' }}>
      <HelpButton>Start</HelpButton>
      <HelpButton>End</HelpButton>
    </div>,
  )
  await stateIs('idle')
  const buttons = [...place.querySelectorAll<HTMLElement>('button[data-slot=help-button]')]
  for (const each of buttons) {
    const before = each.getBoundingClientRect()
    each.click()
    await vi.waitFor(() => expect(each.dataset.state).toBe('failed'), 30_000)
    expect(each.getBoundingClientRect()).toEqual(before)
    each.parentElement!.querySelector<HTMLElement>(':popover-open')!.hidePopover()
  }
})

test('names the missing provider in the console on click', async () => {
  clearDiagnoses()
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  root = createRoot(place)
  root.render(<HelpButton fallback={fallback} />)
  await vi.waitFor(() => expect(button()).not.toBeNull())
  await settled()
  expect(warn).not.toHaveBeenCalled()
  button().click()
  await vi.waitFor(() => expect(warn).toHaveBeenCalledWith(expect.stringContaining('<IntercomProvider>{children}</IntercomProvider>')), 30_000)
})

test('names no missing provider if there is one', async () => {
  clearDiagnoses()
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  root = createRoot(place)
  root.render(
    <IntercomProvider appId="hx7q2mlt">
      <HelpButton fallback={fallback} />
    </IntercomProvider>,
  )
  await vi.waitFor(() => expect(button()).not.toBeNull())
  button().click()
  await settled()
  expect(warn).not.toHaveBeenCalledWith(expect.stringContaining('IntercomProvider'))
})

import * as React from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ChatBanner } from '@/components/intercom/chat-banner'
import { IntercomProvider } from '@/kit/messenger/intercom-provider'
import { createMessenger, messenger } from '@/kit/messenger/messenger-store'

const KEY = 'intercom-chat-banner'
const place = document.createElement('div')
let root: Root | undefined
/** Counts every banner that appears in the page, however briefly. */
let sightings = 0

const watcher = new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (node instanceof Element && node.matches('[data-slot=chat-banner]')) sightings++
    }
  }
})

beforeEach(() => {
  messenger.actions.shutdown()
  Object.assign(messenger, createMessenger())
  localStorage.clear()
  document.body.append(place)
  watcher.observe(document.body, { childList: true, subtree: true })
  vi.spyOn(console, 'error')
})

afterEach(() => {
  root?.unmount()
  root = undefined
  place.replaceChildren()
  watcher.disconnect()
  sightings = 0
  expect(console.error).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

function hydrate(banner: React.ReactElement): void {
  const page = <IntercomProvider appId="hx7q2mlt">{banner}</IntercomProvider>
  place.innerHTML = renderToString(page)
  root = hydrateRoot(place, page)
}

const banner = () => place.querySelector('[data-slot=chat-banner]')
const settled = () => new Promise((resolve) => setTimeout(resolve, 100))
const dismiss = () => place.querySelector<HTMLElement>('[data-slot=chat-banner-dismiss]')!.click()

test('appears once after hydration', async () => {
  hydrate(<ChatBanner />)
  expect(banner()).toBeNull()
  await vi.waitFor(() => expect(banner()).not.toBeNull(), 30_000)
  await settled()
  expect(sightings).toBe(1)
})

test('never flashes after the user has dismissed it', async () => {
  localStorage.setItem(KEY, 'dismissed')
  hydrate(<ChatBanner />)
  await settled()
  expect(sightings).toBe(0)
})

test('appears again under another key', async () => {
  localStorage.setItem(KEY, 'dismissed')
  hydrate(<ChatBanner storageKey="winter" />)
  await vi.waitFor(() => expect(banner()).not.toBeNull(), 30_000)
  dismiss()
  await vi.waitFor(() => expect(banner()).toBeNull(), 30_000)
  expect(localStorage.getItem('winter')).not.toBeNull()
})

test('stays in place if the server knows that it was not dismissed', async () => {
  hydrate(<ChatBanner isDismissed={false} />)
  const first = banner()
  expect(first).not.toBeNull()
  await settled()
  expect(banner()).toBe(first)
})

test('closes in every open tab', async () => {
  hydrate(<ChatBanner />)
  await vi.waitFor(() => expect(banner()).not.toBeNull(), 30_000)
  localStorage.setItem(KEY, 'dismissed')
  window.dispatchEvent(new StorageEvent('storage', { key: KEY }))
  await vi.waitFor(() => expect(banner()).toBeNull(), 30_000)
})

test('stays closed until the page is left if storage is blocked', async () => {
  const refuse = () => {
    throw new DOMException('The storage is blocked.', 'SecurityError')
  }
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
  hydrate(<ChatBanner storageKey="unkept" />)
  await vi.waitFor(() => expect(banner()).not.toBeNull(), 30_000)
  dismiss()
  await vi.waitFor(() => expect(banner()).toBeNull(), 30_000)
})

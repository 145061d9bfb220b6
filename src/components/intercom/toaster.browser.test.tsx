import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { toasts } from 'intercom-v0-kit/inbox'
import { Toaster } from '@/components/intercom/toaster'

const DURATION = 1_500
const place = document.createElement('div')
let root: Root

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const page = () => document.body.textContent
const elsewhere = () => document.querySelector<HTMLElement>('#elsewhere')
const undo = { label: 'Undo', onAction: () => {} }

beforeEach(async () => {
  document.body.append(place)
  root = createRoot(place)
  root.render(<><button type="button" id="elsewhere">Elsewhere</button><Toaster duration={DURATION} /></>)
  await vi.waitFor(() => elsewhere()!.focus())
})

afterEach(() => {
  toasts.clear()
  root.unmount()
  place.remove()
})

// sonner 2.0.8 fails six of these, so the kit has its own toasts.
describe('Toaster', () => {
  it('keeps a toast while Tab has moved the focus into it', async () => {
    toasts.show({ message: 'Closed', action: undo })
    await vi.waitFor(() => expect(page()).toContain('Closed'))
    await userEvent.tab()
    await wait(DURATION + 1_000)
    expect(page()).toContain('Closed')
  })

  it('removes a toast once the focus has left it', async () => {
    toasts.show({ message: 'Closed', action: undo })
    await vi.waitFor(() => expect(page()).toContain('Closed'))
    await userEvent.keyboard('{F6}')
    elsewhere()!.focus()
    await vi.waitFor(() => expect(page()).not.toContain('Closed'), DURATION + 2_000)
  })

  it('moves the focus to the newest action with F6', async () => {
    toasts.show({ message: 'Closed', action: undo })
    await vi.waitFor(() => expect(page()).toContain('Closed'))
    await userEvent.keyboard('{F6}')
    expect(document.activeElement?.textContent).toBe('Undo')
  })

  it.each([1, 2])('returns the focus when one of %i toasts is dismissed', async (count) => {
    for (let index = 0; index < count; index++) toasts.show({ message: `Failed ${index}`, kind: 'error' })
    await vi.waitFor(() => expect(page()).toContain(`Failed ${count - 1}`))
    await userEvent.keyboard('{F6}{Enter}')
    await vi.waitFor(() => expect(page()).not.toContain(`Failed ${count - 1}`))
    await vi.waitFor(() => expect(document.activeElement).toBe(elsewhere()))
  })

  it('starts the time of a toast anew when another replaces it', async () => {
    toasts.show({ message: 'Closed', key: '7', action: undo })
    await wait(DURATION - 400)
    toasts.show({ message: 'Undone', key: '7' })
    await wait(900)
    expect(page()).toContain('Undone')
  })

  it.each([false, true])('fades out in place unless motion is reduced (%s)', async (isReduced) => {
    vi.stubGlobal('matchMedia', () => ({ matches: isReduced }))
    toasts.show({ message: 'Closed' })
    await vi.waitFor(() => expect(page()).toContain('Closed'))
    // The stylesheet is not loaded here.
    document.querySelector('section')!.style.position = 'relative'
    const { top } = document.querySelector('[data-slot=toast]')!.getBoundingClientRect()
    toasts.clear()
    await vi.waitFor(() => expect(document.querySelector('[data-slot=toast]')).toBeNull())
    const copy = document.querySelector<HTMLElement>('section > li')
    expect(copy?.inert).toBe(isReduced ? undefined : true)
    if (copy) expect(Math.abs(copy.getBoundingClientRect().top - top)).toBeLessThan(10)
    await vi.waitFor(() => expect(document.querySelector('section > li')).toBeNull())
    vi.unstubAllGlobals()
  })

  it('announces an error as an alert', async () => {
    toasts.show({ message: 'Failed', kind: 'error' })
    await vi.waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toBe('Failed'))
  })

  it('renders no toast that cannot be seen', async () => {
    for (const message of ['1', '2', '3', '4']) toasts.show({ message })
    await vi.waitFor(() => expect(page()).toContain('4'))
    expect(document.querySelectorAll('[data-slot=toast]')).toHaveLength(3)
  })
})

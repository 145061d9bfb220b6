import * as React from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { useThreadScroll } from '@/kit/inbox/thread/use-thread-scroll'

// Tests that need real keys and wheels. The stories of the thread test the rest.
const HEIGHT = 300

function Thread({ ids, tall, blockSize = 10 }: { ids: number[]; tall?: number; blockSize?: number }) {
  const { viewportRef, contentRef, onScroll, isOverflowing, isAtEnd, seenId, scrollToEnd } = useThreadScroll(
    String(ids.at(-1)),
    ids,
  )
  return (
    <>
      <div
        ref={viewportRef}
        role="log"
        tabIndex={isOverflowing ? 0 : undefined}
        onScroll={onScroll}
        style={{ height: HEIGHT, overflowY: 'auto' }}
        data-at-end={isAtEnd}
        data-seen={seenId}
      >
        <div ref={contentRef}>
          {Object.values(Object.groupBy(ids, (id) => Math.floor((id + 1000) / blockSize))).map((block) => (
            <div key={block![0]}>
              {block!.map((id) => (
                <div key={id} data-part-id={id} style={{ height: id === tall ? 900 : 40 + ((id + 1000) % 3) * 20 }}>
                  {id}
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
      <button type="button" onClick={scrollToEnd}>
        End
      </button>
    </>
  )
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

let root: Root | undefined
afterEach(() => {
  root?.unmount()
  document.body.replaceChildren()
})

async function show(element: React.ReactElement): Promise<HTMLElement> {
  root?.unmount()
  const box = document.createElement('div')
  document.body.replaceChildren(box)
  root = createRoot(box)
  await render(element)
  return box.querySelector<HTMLElement>('[role=log]')!
}

async function render(element: React.ReactElement) {
  root!.render(<React.StrictMode>{element}</React.StrictMode>)
  await settled()
}

async function settled() {
  for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame)
}

const toEnd = (log: HTMLElement) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight)
const topOf = (log: HTMLElement, id: number) =>
  Math.round(log.querySelector(`[data-part-id="${id}"]`)!.getBoundingClientRect().top - log.getBoundingClientRect().top)

/** Presses a key and waits until the smooth scroll has ended. */
async function key(log: HTMLElement, name: string) {
  log.focus()
  await userEvent.keyboard(`{${name}}`)
  let before = Number.NaN
  await vi.waitFor(async () => {
    const now = log.scrollTop
    const isOver = now === before
    before = now
    expect(isOver).toBe(true)
  }, { timeout: 5000, interval: 120 })
}

test('scrolls by Home, End and Page Up', async () => {
  const log = await show(<Thread ids={range(0, 60)} />)
  expect(toEnd(log)).toBe(0)
  await key(log, 'PageUp')
  expect(toEnd(log)).toBeGreaterThan(HEIGHT / 2)
  await key(log, 'Home')
  expect(log.scrollTop).toBe(0)
  await key(log, 'End')
  expect(toEnd(log)).toBe(0)
})

test('follows new messages after scrolling to the end by key or wheel', async () => {
  const log = await show(<Thread ids={range(0, 60)} />)
  await key(log, 'End')
  await render(<Thread ids={range(0, 61)} />)
  expect(toEnd(log)).toBe(0)
  await userEvent.wheel(log, { delta: { y: 300 } })
  await render(<Thread ids={range(0, 62)} />)
  expect(toEnd(log)).toBe(0)
  await key(log, 'PageUp')
  await key(log, 'End')
  await render(<Thread ids={range(0, 63)} />)
  expect(toEnd(log)).toBe(0)
  expect(log.dataset.seen).toBe('62')
})

test('stops following after scrolling up by key or wheel', async () => {
  const log = await show(<Thread ids={range(0, 60)} />)
  await userEvent.wheel(log, { delta: { y: -400 } })
  await vi.waitFor(() => expect(toEnd(log)).toBeGreaterThan(300), 30_000)
  await settled()
  const before = topOf(log, 52)
  await render(<Thread ids={range(0, 63)} />)
  expect(topOf(log, 52)).toBe(before)
  expect(log.dataset).toMatchObject({ atEnd: 'false', seen: '59' })
})

test.each(['auto', 'none'])('keeps the position when rows above come or go (overflow-anchor: %s)', async (anchoring) => {
  const log = await show(<Thread ids={range(0, 60)} />)
  log.style.overflowAnchor = anchoring
  for (const scrollTop of [900, 0]) {
    await render(<Thread ids={range(0, 60)} />)
    log.scrollTop = scrollTop
    await settled()
    const first = range(0, 60).find((id) => topOf(log, id) >= 0)!
    const before = topOf(log, first)
    await render(<Thread ids={range(-33, 60)} />)
    expect(topOf(log, first)).toBe(before)
    await render(<Thread ids={range(-20, 63)} />)
    expect(topOf(log, first)).toBe(before)
  }
})

test('follows growth at the end and a shrinking window', async () => {
  const log = await show(<Thread ids={range(0, 60)} />)
  log.querySelector<HTMLElement>('[data-part-id="59"]')!.style.height = '250px'
  await settled()
  expect(toEnd(log)).toBe(0)
  log.style.height = '180px'
  await settled()
  expect(toEnd(log)).toBe(0)
})

test('follows content that grows faster than frames are drawn', async () => {
  const log = await show(<Thread ids={range(0, 60)} />)
  const last = log.querySelector<HTMLElement>('[data-part-id="59"]')!
  for (let step = 1; step < 60; step += 1) {
    last.style.height = `${100 + step * 20}px`
    await new Promise((resolve) => setTimeout(resolve, 4))
  }
  await settled()
  expect(toEnd(log)).toBe(0)
})

test('keeps the position when rows are grouped into other blocks', async () => {
  const log = await show(<Thread ids={range(0, 60)} />)
  log.style.overflowAnchor = 'none'
  log.scrollTop = 1200
  await settled()
  const first = range(0, 60).find((id) => topOf(log, id) >= 0)!
  const before = topOf(log, first)
  await render(<Thread ids={range(-21, 60)} blockSize={7} />)
  expect(topOf(log, first)).toBe(before)
})

test('shows several new messages from the first one', async () => {
  const log = await show(<Thread ids={range(0, 30)} />)
  await render(<Thread ids={range(0, 50)} />)
  expect(topOf(log, 30)).toBe(12)
  // Only the first is in view.
  expect(log.dataset).toMatchObject({ atEnd: 'false', seen: '30' })
})

test('shows a message taller than the window from its start', async () => {
  let log = await show(<Thread ids={range(0, 60)} />)
  await render(<Thread ids={range(0, 61)} tall={60} />)
  expect(topOf(log, 60)).toBe(12)
  expect(log.dataset.seen).toBe('60')
  log = await show(<Thread ids={range(0, 60)} tall={59} />)
  expect(topOf(log, 59)).toBe(12)
})

test('is a tab stop only if it scrolls', async () => {
  let log = await show(<Thread ids={range(0, 2)} />)
  expect(log.hasAttribute('tabindex')).toBe(false)
  await render(<Thread ids={range(0, 20)} />)
  expect(log.getAttribute('tabindex')).toBe('0')
  log = await show(<Thread ids={range(0, 20)} />)
  expect(log.getAttribute('tabindex')).toBe('0')
})

test('lets the user interrupt the scroll to the end', async () => {
  const log = await show(<Thread ids={range(0, 30)} />)
  log.scrollTop -= 700
  await settled()
  document.querySelector('button')!.click()
  await userEvent.wheel(log, { delta: { y: -300 } })
  await vi.waitFor(() => expect(toEnd(log)).toBeGreaterThan(50), { timeout: 5000 })
  await settled()
  const place = log.scrollTop
  await render(<Thread ids={range(0, 31)} />)
  expect(Math.abs(log.scrollTop - place)).toBeLessThanOrEqual(1)
})

import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import { useTouchGestures } from '@/kit/inbox/list/use-touch-gestures'

// Real touches, through the Chrome DevTools Protocol.
const session = cdp() as unknown as { send: (method: string, params?: object) => Promise<unknown> }
const onLongPress = vi.fn()
const onSwipe = vi.fn()
const onOpen = vi.fn()
let root: Root
let host: HTMLElement

function List({ canSwipe }: { canSwipe: boolean }) {
  const { labelRef, swipe } = useTouchGestures({ canSwipe, onLongPress, onSwipe })
  return (
    <div data-slot="support-inbox-list">
      <div data-slot="scroller" style={{ height: 200, overflow: 'auto', touchAction: 'pan-y' }}>
        {[1, 2, 3, 4, 5, 6].map((id) => (
          <div key={id} data-slot="conversation-row" style={{ height: 72 }}>
            <button type="button" data-item-id={id} onClick={() => onOpen(String(id))} style={{ width: '100%', height: '100%' }}>
              {id}
            </button>
          </div>
        ))}
      </div>
      <div ref={labelRef} data-slot="label" style={{ position: 'fixed' }}>{swipe ? `${swipe.action} ${swipe.isArmed}` : ''}</div>
    </div>
  )
}

const show = (canSwipe = true) => flushSync(() => root.render(<List canSwipe={canSwipe} />))
const label = () => host.querySelector('[data-slot=label]')!.textContent
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Converts a point of the first row to a point of the page around the frame of the test. */
function toTouch([x, y]: readonly [number, number]) {
  const row = host.querySelector('[data-item-id]')!.getBoundingClientRect()
  const frame = window.frameElement?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight)
  const scale = frame.width / innerWidth
  return { x: frame.left + (row.left + row.width / 2 + x) * scale, y: frame.top + (row.top + 36 + y) * scale }
}

const touch = (type: string, point?: readonly [number, number]) =>
  session.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [toTouch(point)] : [] })

/** Moves a finger from the middle of the first row, in steps. */
async function drag(x: number, y = 0): Promise<void> {
  const start = [0, 0] as const
  const points = Array.from({ length: 8 }, (_, index) => [(x * (index + 1)) / 8, (y * (index + 1)) / 8] as const)
  const places = points.map(toTouch)
  await touch('touchStart', start)
  for (const place of places) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [place] })
    await pause(16)
  }
}

beforeAll(() => session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 }))
afterAll(() => session.send('Emulation.setTouchEmulationEnabled', { enabled: false }))
beforeEach(() => {
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
  for (const spy of [onLongPress, onSwipe, onOpen]) spy.mockClear()
})
afterEach(() => {
  root.unmount()
  host.remove()
})

describe('useTouchGestures', () => {
  it.each([[130, 'ltr', 'close'], [-130, 'ltr', 'snooze'], [130, 'rtl', 'snooze'], [-130, 'rtl', 'close']])(
    'turns a swipe of %i pixels in %s text into %s', async (distance, direction, action) => {
      host.dir = direction
      show()
      await drag(distance)
      await expect.poll(label).toBe(`${action} true`)
      expect(onSwipe).not.toHaveBeenCalled()
      await touch('touchEnd')
      await expect.poll(() => onSwipe.mock.calls).toEqual([['1', action]])
      expect(label()).toBe('')
      expect(onOpen).not.toHaveBeenCalled()
    })

  it('does nothing after a short swipe, and moves the row back', async () => {
    show()
    await drag(60)
    await expect.poll(label).toBe('close false')
    await touch('touchEnd')
    await expect.poll(label).toBe('')
    expect(host.querySelector<HTMLElement>('[data-slot=conversation-row]')!.style.translate).toBe('')
    expect(onSwipe).not.toHaveBeenCalled()
  })

  it('leaves vertical movement to the list', async () => {
    show()
    await drag(10, -120)
    await touch('touchEnd')
    await expect.poll(() => host.querySelector('[data-slot=scroller]')!.scrollTop).toBeGreaterThan(50)
    expect(label()).toBe('')
    expect(onSwipe).not.toHaveBeenCalled()
  })

  it('checks a row on a long press, which does not open it', async () => {
    show()
    await touch('touchStart', [0, 0])
    await expect.poll(() => onLongPress.mock.calls).toEqual([['1']])
    await touch('touchEnd')
    await pause(100)
    expect(onOpen).not.toHaveBeenCalled()
  })

  it('opens a row on a tap, also after a swipe', async () => {
    show()
    await drag(60)
    await touch('touchEnd')
    // Chromium takes an early tap for the end of a fling.
    await pause(500)
    await touch('touchStart', [0, 0])
    await pause(50)
    await touch('touchEnd')
    await expect.poll(() => onOpen.mock.calls).toEqual([['1']])
    expect(onLongPress).not.toHaveBeenCalled()
  })

  it('does not swipe while rows are checked', async () => {
    show(false)
    await drag(130)
    await touch('touchEnd')
    await pause(100)
    expect(onSwipe).not.toHaveBeenCalled()
  })
})

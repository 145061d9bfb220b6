import { act, StrictMode, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lazyPart, useWanted } from '@/kit/inbox/lazy-part'
import { toasts } from '@/kit/inbox/actions/toasts'

interface Props {
  name: string
  onClose: () => void
}

function Panel({ name, onClose }: Props) {
  return <button type="button" onClick={onClose}>{name}</button>
}

const place = document.createElement('div')
let root: Root

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  document.body.append(place)
  root = createRoot(place)
})

afterEach(async () => {
  await act(() => root.unmount())
  place.remove()
  toasts.clear()
})

/** A page with a button that shows the lazy part. */
function pageOf(load: () => Promise<React.ComponentType<Props>>) {
  const Part = lazyPart(load)
  return function Page() {
    const [isWanted, setWanted] = useState(false)
    return (
      <>
        <button type="button" id="ask" onClick={() => setWanted(true)}>
          Ask
        </button>
        <div id="part">
          <Part isWanted={isWanted} onWantedChange={setWanted} fallback="…" name="Panel" onClose={() => setWanted(false)} />
        </div>
      </>
    )
  }
}

const shown = () => place.querySelector('#part')!.textContent
const press = () => act(async () => place.querySelector<HTMLElement>('#ask')!.click())

test('loads the part once on demand, and keeps it', async () => {
  const load = vi.fn(async () => Panel)
  const Page = pageOf(load)
  expect(renderToString(<Page />)).toContain('…')
  await act(() => root.render(<StrictMode><Page /></StrictMode>))
  expect(load).not.toHaveBeenCalled()
  await press()
  expect(shown()).toBe('Panel')
  await act(async () => place.querySelector<HTMLElement>('#part button')!.click())
  expect(shown()).toBe('Panel')

  load.mockClear()
  await act(() => root.render(<Page key="another" />))
  expect(shown()).toBe('…')
  await press()
  expect(shown()).toBe('Panel')
  expect(load).not.toHaveBeenCalled()
})

test('reports a failed load, closes the part and loads it the next time', async () => {
  const load = vi.fn(async () => Panel)
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  const Page = pageOf(load)
  await act(() => root.render(<Page />))
  await press()
  expect(toasts.get()).toMatchObject([{ kind: 'error', message: expect.stringMatching(/couldn't be loaded/), action: { label: 'Try again' } }])
  expect(shown()).toBe('…')
  await press()
  expect(load).toHaveBeenCalledTimes(2)
  expect(shown()).toBe('Panel')
})

test('retries from the toast', async () => {
  const load = vi.fn(async () => Panel)
  load.mockRejectedValueOnce(new Error('no')).mockRejectedValueOnce(new Error('no'))
  const Page = pageOf(load)
  await act(() => root.render(<Page />))
  await press()
  await act(async () => toasts.act(toasts.get()[0]!.id))
  expect(toasts.get()).toHaveLength(1)
  await act(async () => toasts.act(toasts.get()[0]!.id))
  expect(toasts.get()).toHaveLength(0)
  expect(shown()).toBe('Panel')
})

test('reports several failed parts in one toast and retries them together', async () => {
  const loads = [vi.fn(async () => Panel), vi.fn(async () => Panel)]
  for (const load of loads) load.mockRejectedValueOnce(new Error('no')).mockRejectedValueOnce(new Error('no'))
  const parts = loads.map((load) => lazyPart<Props>(load))
  function Page() {
    const wanted = [useWanted(true), useWanted(true)]
    return <div id="part">{parts.map((Part, index) => <Part key={index} {...wanted[index]!} name="Panel" onClose={() => {}} />)}</div>
  }
  await act(async () => root.render(<Page />))
  expect(toasts.get()).toHaveLength(1)
  await act(async () => toasts.act(toasts.get()[0]!.id))
  expect(toasts.get()).toHaveLength(1)
  await act(async () => toasts.act(toasts.get()[0]!.id))
  expect(toasts.get()).toHaveLength(0)
  expect(shown()).toBe('PanelPanel')
})

test('reports nothing after the user has left the page', async () => {
  let fail = () => {}
  const Page = pageOf(() => new Promise((_, reject) => (fail = () => reject(new Error('late')))))
  await act(() => root.render(<Page />))
  await press()
  await act(() => root.render(null))
  await act(async () => fail())
  expect(toasts.get()).toHaveLength(0)
})

test('shows a preloaded part at once', async () => {
  const Part = lazyPart(async () => Panel)
  await act(async () => Part.preload())
  expect(renderToString(<Part isWanted onWantedChange={() => {}} fallback="…" name="Panel" onClose={() => {}} />)).toContain('Panel')
})

test('reports no failed preload, and loads the part on demand', async () => {
  const load = vi.fn(async () => Panel)
  load.mockRejectedValueOnce(new Error('no'))
  const Part = lazyPart(load)
  await act(async () => Part.preload())
  expect(toasts.get()).toHaveLength(0)
  await act(async () => root.render(<div id="part"><Part isWanted onWantedChange={() => {}} name="Panel" onClose={() => {}} /></div>))
  expect(shown()).toBe('Panel')
})

test('opens a part again after a retry, and for another reason', async () => {
  const load = vi.fn(async () => Panel)
  load.mockRejectedValueOnce(new Error('no')).mockRejectedValueOnce(new Error('no'))
  const Part = lazyPart(load)
  function Page({ hasReason }: { hasReason: boolean }) {
    const part = useWanted(hasReason)
    return <div id="part">{part.isWanted ? <Part {...part} name="Panel" onClose={() => {}} /> : 'without'}</div>
  }
  await act(async () => root.render(<Page hasReason />))
  expect(shown()).toBe('without')
  await act(async () => toasts.act(toasts.get()[0]!.id))
  expect(load).toHaveBeenCalledTimes(2)
  expect(shown()).toBe('without')
  await act(async () => root.render(<Page hasReason={false} />))
  await act(async () => root.render(<Page hasReason />))
  expect(shown()).toBe('Panel')
})

test('loads a failed part again when its reason is another object', async () => {
  const load = vi.fn(async () => Panel)
  load.mockRejectedValueOnce(new Error('no'))
  const Part = lazyPart(load)
  function Page({ reason }: { reason: readonly string[] }) {
    return <div id="part"><Part {...useWanted(reason)} fallback="without" name="Panel" onClose={() => {}} /></div>
  }
  await act(async () => root.render(<Page reason={[]} />))
  expect(shown()).toBe('without')
  await act(async () => root.render(<Page reason={['toast']} />))
  expect(shown()).toBe('Panel')
})

import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, it, vi } from 'vitest'
import { useIsShown } from '@/kit/inbox/keyboard/use-inbox'

function Column() {
  const [ref, isShown] = useIsShown<HTMLDivElement>()
  return <div ref={ref}>{String(isShown)}</div>
}

it('starts outside the delivery of sizes, which would fail for an element further out', async () => {
  const onError = vi.fn()
  window.addEventListener('error', onError)
  const [outer, inner] = [document.createElement('div'), document.createElement('p')]
  document.body.append(outer)
  const root = createRoot(outer)
  const list = document.createElement('section')
  list.append(document.createElement('div'))
  list.firstElementChild!.append(inner)
  document.body.append(list)
  inner.textContent = 'A row'
  const rows = new ResizeObserver(() => flushSync(() => root.render(<Column />)))
  rows.observe(inner)
  await vi.waitFor(() => expect(outer.textContent).toBe('true'))
  expect(onError).not.toHaveBeenCalled()
  rows.disconnect()
  root.unmount()
  outer.remove()
  list.remove()
  window.removeEventListener('error', onError)
})

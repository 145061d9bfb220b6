import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RichText } from '@/components/intercom/rich-text'

// `.invalid` never resolves, so these images fail to load.
const address = 'https://images.invalid/a.png'
const onImageError = vi.fn()
let host: HTMLElement
let root: Root

function show(src: string, imageHosts?: string[]) {
  const nodes = [{ type: 'image' as const, src, alt: 'A chart', width: 400, height: 200 }]
  flushSync(() => root.render(<RichText nodes={nodes} imageHosts={imageHosts} onImageError={onImageError} />))
}

const image = () => host.querySelector('img')
const state = () => host.querySelector('[data-slot=rich-text-image]')!.getAttribute('data-state')

beforeEach(() => {
  onImageError.mockReset()
  host = document.body.appendChild(document.createElement('div'))
  root = createRoot(host)
})

afterEach(() => {
  root.unmount()
  host.remove()
})

test('loads nothing before a click', () => {
  show(address)
  expect(state()).toBe('waiting')
  expect(image()).toBeNull()
})

test('reports a failure, and retries with the latest address', async () => {
  show(`${address}?signature=1`)
  const button = host.querySelector('button')!
  button.focus()
  button.click()
  await expect.poll(state).toBe('failed')
  expect(onImageError).toHaveBeenLastCalledWith(`${address}?signature=1`)
  expect(document.activeElement).toBe(button)

  show(`${address}?signature=2`)
  expect(state()).toBe('failed')
  flushSync(() => button.click())
  expect(image()!.src).toBe(`${address}?signature=2`)
  await expect.poll(() => onImageError.mock.calls.length).toBe(2)
})

test('keeps the address of a loaded image, and asks again for another image', () => {
  show(`${address}?signature=1`)
  flushSync(() => host.querySelector('button')!.click())
  show(`${address}?signature=2`)
  expect(image()!.src).toBe(`${address}?signature=1`)
  show('https://images.invalid/b.png')
  expect(image()).toBeNull()
  expect(state()).toBe('waiting')
})

test.each([
  [['images.invalid'], true],
  [['*.invalid'], true],
  [['other.invalid', 'images.invalid'], true],
  [['invalid'], false],
  [['*.images.invalid'], false],
  [['mages.invalid'], false],
  [['*'], false],
  [[], false],
])('loads images of hosts %j at once: %s', (hosts, loads) => {
  show(address, hosts)
  expect(image() !== null).toBe(loads)
})

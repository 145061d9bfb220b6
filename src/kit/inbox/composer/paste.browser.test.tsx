import { createRoot } from 'react-dom/client'
import { expect, it, vi } from 'vitest'
import type { Draft } from './drafts.ts'
import { useComposerForm } from './use-composer-form.ts'

const image = (name: string) => new File(['x'], name, { type: 'image/png' })

function Composer({ onDraftChange }: { onDraftChange: (change: Partial<Draft>) => void }) {
  const { fieldProps } = useComposerForm({ draft: { text: '', files: [] }, onDraftChange, onSend: () => {} })
  return <textarea {...fieldProps} />
}

it.each([
  ['a file of the macOS Finder, with its name as text', [image('a b.png')], { 'text/plain': 'a b.png' }, true],
  ['several files of the Finder', [image('a.png'), image('b.png')], { 'text/plain': 'a.png\rb.png\n' }, true],
  ['a file with accents, which macOS writes in another way', [image('é.png'.normalize('NFD'))], { 'text/plain': 'é.png'.normalize('NFC') }, true],
  ['a screenshot', [image('image.png')], {}, true],
  ['an image of a web page', [image('image.png')], { 'text/html': '<img src="a.png">' }, true],
  ['cells of a spreadsheet', [image('image.png')], { 'text/plain': '1\t2', 'text/html': '<table></table>' }, false],
  ['rich text that is the name of its image', [image('a.png')], { 'text/plain': 'a.png', 'text/html': '<b>a.png</b>' }, false],
  ['text that differs from the name', [image('a.png')], { 'text/plain': 'Look at a.png' }, false],
  ['text alone', [], { 'text/plain': 'a.png' }, false],
])('attaches pasted files unless the text wins: %s', async (_, files, texts, isAttached) => {
  const onDraftChange = vi.fn()
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  root.render(<Composer onDraftChange={onDraftChange} />)
  await expect.poll(() => container.querySelector('textarea')).not.toBeNull()
  const clipboardData = new DataTransfer()
  for (const file of files) clipboardData.items.add(file)
  for (const [type, text] of Object.entries(texts)) clipboardData.setData(type, text)
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  container.querySelector('textarea')!.dispatchEvent(event)
  expect(event.defaultPrevented).toBe(isAttached)
  expect(onDraftChange.mock.calls).toEqual(isAttached ? [[{ files }]] : [])
  root.unmount()
  container.remove()
})

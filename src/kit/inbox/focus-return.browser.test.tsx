import { act, StrictMode, useRef, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FocusReturn } from '@/kit/inbox/focus-return'
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog'

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
})

function Page({ hasReturn }: { hasReturn: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const target = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <input ref={target} aria-label="Target" />
      <Dialog open={isOpen} onOpenChange={setOpen}>
        <DialogContent>
          <FocusReturn onReturn={hasReturn ? () => target.current?.focus() : undefined} />
          <DialogTitle>Title</DialogTitle>
          <DialogDescription>Words</DialogDescription>
          <DialogClose>Close</DialogClose>
        </DialogContent>
      </Dialog>
    </>
  )
}

const later = () => act(() => new Promise((resolve) => setTimeout(resolve, 50)))
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent

async function openAndClose(page: React.ReactElement): Promise<void> {
  await act(() => root.render(page))
  await act(async () => place.querySelector('button')!.click())
  await later()
  expect(focused()).toBe('Close')
  await act(async () => document.querySelector<HTMLElement>('[role=dialog] button')!.click())
  await later()
}

test('keeps the focus in an open dialog, then moves it to the given element', async () => {
  await openAndClose(<StrictMode><Page hasReturn /></StrictMode>)
  expect(focused()).toBe('Target')
})

test("leaves the dialog's own focus return alone without a target", async () => {
  await openAndClose(<Page hasReturn={false} />)
  expect(focused()).not.toBe('Target')
})

import * as React from 'react'
import { createPortal } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useStableOrder } from '@/kit/inbox/list/use-stable-order'

let reverse: () => void
const cleanUp: (() => void)[] = []
afterEach(() => cleanUp.splice(0).forEach((run) => run()))

function List() {
  const [items, setItems] = React.useState([{ id: 'a' }, { id: 'b' }])
  React.useEffect(() => {
    reverse = () => setItems((before) => before.toReversed())
  }, [])
  const [row, setRow] = React.useState<HTMLElement | null>(null)
  const stable = useStableOrder(items, 'open')
  return (
    <>
      <ul {...stable.holdProps}>
        {stable.items?.map(({ id }) => <li key={id} ref={id === 'a' ? setRow : null}>{id}</li>)}
      </ul>
      {row && createPortal(<button type="button">Close</button>, row)}
      <p>Elsewhere</p>
    </>
  )
}

test('holds the order while the pointer is on a toolbar in a row, until it leaves the list', async () => {
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  cleanUp.push(() => root.unmount(), () => container.remove())
  root.render(<List />)
  const order = () => [...document.querySelectorAll('li')].map(({ firstChild }) => firstChild?.textContent).join('')

  await userEvent.hover(page.getByText('b', { exact: true }))
  await userEvent.hover(page.getByRole('button', { name: 'Close' }))
  reverse()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(order()).toBe('ab')
  await userEvent.hover(page.getByText('Elsewhere'))
  await expect.poll(order).toBe('ba')
})

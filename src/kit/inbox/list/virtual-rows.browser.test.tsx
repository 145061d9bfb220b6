import * as React from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { expect, it } from 'vitest'
import { VirtualRows } from '@/kit/inbox/list/virtual-rows'

const items = Array.from({ length: 30 }, (_, index) => ({ id: String(index) }))

it.each([72, 90.5, 40])('places rows of %s pixels before they are painted, whatever the estimate', (height) => {
  const scroller = document.createElement('div')
  scroller.style.cssText = 'height: 400px; overflow-y: auto'
  const style = document.createElement('style')
  style.textContent = `.row { height: ${height}px }`
  document.body.append(style, scroller)
  const root = createRoot(scroller)
  try {
    flushSync(() =>
      root.render(
        <VirtualRows items={items} setSize={30} keepMounted={[0, 1, 2, 3]} handle={React.createRef()} onScroll={() => {}} itemSize={72} getItemClassName={() => 'row'}>
          {({ id }) => <p>{id}</p>}
        </VirtualRows>,
      ),
    )
    const { top } = scroller.querySelector('ul')!.getBoundingClientRect()
    const tops = [...scroller.querySelectorAll('li')].slice(0, 4).map((row) => row.getBoundingClientRect().top - top)
    expect(tops.map((each) => Math.round(each * 10) / 10)).toEqual([0, height, 2 * height, 3 * height])
  } finally {
    root.unmount()
    style.remove()
    scroller.remove()
  }
})

it('mounts the visible rows of a long list before the first scroll', async () => {
  const scroller = document.createElement('div')
  scroller.style.cssText = 'height: 400px; overflow-y: auto'
  const style = document.createElement('style')
  style.textContent = '.row { height: 40px }'
  document.body.append(style, scroller)
  const root = createRoot(scroller)
  try {
    root.render(
      <VirtualRows items={items} setSize={30} keepMounted={[0]} handle={React.createRef()} onScroll={() => {}} itemSize={40} getItemClassName={() => 'row'}>
        {({ id }) => <p>{id}</p>}
      </VirtualRows>,
    )
    await expect.poll(() => scroller.querySelectorAll('li').length).toBeGreaterThanOrEqual(10)
    expect(scroller.querySelectorAll('li').length).toBeLessThan(30)
  } finally {
    root.unmount()
    style.remove()
    scroller.remove()
  }
})

import * as React from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, test } from 'vitest'
import { useInboxFocus } from '@/kit/inbox/keyboard/use-inbox-focus'

interface InboxProps {
  selectedId: string | null
  /** Content of the conversation column, once it has loaded. */
  stage: 'thread' | 'heading'
}

let load = () => {}

/** Loads after the list, without a render around it. */
function Later({ children }: { children: React.ReactNode }) {
  const [isLoaded, setLoaded] = React.useState(false)
  React.useLayoutEffect(() => {
    load = () => setLoaded(true)
  }, [])
  return isLoaded ? children : null
}

/** One column at a time, like on a phone. */
function Inbox({ selectedId, stage }: InboxProps) {
  const listRef = React.useRef<HTMLDivElement>(null)
  const threadRef = React.useRef<HTMLDivElement>(null)
  const { followHeading } = useInboxFocus({ selectedId, listRef, threadRef })
  return (
    <>
      <div ref={listRef} style={{ visibility: selectedId === null ? 'visible' : 'hidden' }}>
        <button type="button" data-item-id="1">
          Row
        </button>
      </div>
      <div ref={threadRef} tabIndex={-1} id="column" style={{ visibility: selectedId === null ? 'hidden' : 'visible' }}>
        <Later>
          <Column stage={stage} onLoad={followHeading} />
        </Later>
      </div>
      <input />
    </>
  )
}

function Column({ stage, onLoad }: { stage: InboxProps['stage']; onLoad: () => void }) {
  React.useLayoutEffect(onLoad, [onLoad])
  return (
    <section data-slot="conversation-thread" tabIndex={-1} id="thread">
      {stage === 'heading' ? (
        <h2 data-slot="thread-title" tabIndex={-1} id="heading">
          Title
        </h2>
      ) : null}
    </section>
  )
}

let root: Root | undefined
afterEach(() => {
  root?.unmount()
  root = undefined
  document.body.replaceChildren()
})

function show(props: InboxProps): void {
  if (!root) {
    const box = document.createElement('div')
    document.body.replaceChildren(box)
    root = createRoot(box)
  }
  flushSync(() => root?.render(<Inbox {...props} />))
}

const focused = () => document.activeElement?.id

test('focuses the column, then the thread, then the heading as each loads', () => {
  show({ selectedId: null, stage: 'thread' })
  show({ selectedId: '1', stage: 'thread' })
  expect(focused()).toBe('column')
  flushSync(load)
  expect(focused()).toBe('thread')
  show({ selectedId: '1', stage: 'heading' })
  expect(focused()).toBe('heading')
})

test('focuses a heading that loads with the column', () => {
  show({ selectedId: null, stage: 'heading' })
  show({ selectedId: '1', stage: 'heading' })
  expect(focused()).toBe('column')
  flushSync(load)
  expect(focused()).toBe('heading')
})

test('leaves the focus alone if the user has moved it', () => {
  show({ selectedId: null, stage: 'heading' })
  show({ selectedId: '1', stage: 'heading' })
  document.querySelector('input')?.focus()
  flushSync(load)
  expect(document.activeElement?.localName).toBe('input')
})

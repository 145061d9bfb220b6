'use client'

import * as React from 'react'
import { type Layout, useDefaultLayout } from 'react-resizable-panels'
import { useInbox, useIsShown } from 'intercom-v0-kit/inbox'
import { columnHandlesStrings, useStrings } from 'intercom-v0-kit/strings'
import { ResizableHandle, ResizablePanel, ResizablePanelGroup } from '@/components/ui/resizable'

const id = 'intercom-inbox-columns'
const [list, thread, card] = [`${id}-list`, `${id}-thread`, `${id}-card`]

// A browser that blocks storage throws.
const storage = {
  getItem(key: string) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  setItem(key: string, value: string) {
    try {
      localStorage.setItem(key, value)
    } catch {
      // The widths are forgotten.
    }
  },
}

/**
 * Lines between the columns of the inbox, to resize them. They lie over the columns and set their widths as custom
 * properties, so that the columns need not wait for them to load.
 */
function InboxColumnHandles() {
  const { hasCardColumn, isCardOpen, selectedId } = useInbox()
  const [shownRef, isShown] = useIsShown<HTMLDivElement>()
  const [root, setRoot] = React.useState<HTMLElement | null>(null)
  const ref = React.useCallback(
    (element: HTMLDivElement | null) => {
      setRoot(element?.closest<HTMLElement>('[data-slot=support-inbox]') ?? null)
      return shownRef(element)
    },
    [shownRef],
  )
  const hasCard = hasCardColumn && isCardOpen && selectedId !== null
  return (
    <div
      ref={ref}
      data-slot="inbox-column-handles"
      className="pointer-events-none absolute inset-0 z-10 hidden @min-[44rem]/inbox:block"
    >
      {isShown && root ? <Handles key={String(hasCard)} root={root} hasCard={hasCard} /> : null}
    </div>
  )
}

function Handles({ root, hasCard }: { root: HTMLElement; hasCard: boolean }) {
  const t = useStrings('columnHandles', columnHandlesStrings)
  const panelIds = hasCard ? [list, thread, card] : [list, thread]
  const saved = useDefaultLayout({ id, panelIds, storage, onlySaveAfterUserInteractions: true })
  const [widths] = React.useState(() =>
    ['list', 'card'].map((name) => root.querySelector<HTMLElement>(`[data-slot=support-inbox-${name}]`)?.offsetWidth ?? 0),
  )

  function apply(layout: Layout): void {
    const set = (name: string, share = 0) => {
      if (share > 0) root.style.setProperty(name, `${Math.round((share * root.clientWidth) / 100)}px`)
    }
    set('--inbox-list-width', layout[list])
    set('--inbox-card-width', layout[card])
  }

  return (
    <ResizablePanelGroup id={id} defaultLayout={saved.defaultLayout} onLayoutChange={apply} onLayoutChanged={saved.onLayoutChanged}>
      <ResizablePanel id={list} defaultSize={widths[0]} minSize={280} maxSize="45%" groupResizeBehavior="preserve-pixel-size" />
      <ResizableHandle aria-label={t('list')} className="bg-transparent forced-color-adjust-none" />
      <ResizablePanel id={thread} minSize={340} />
      {hasCard ? (
        <>
          <ResizableHandle aria-label={t('card')} className="bg-transparent forced-color-adjust-none" />
          <ResizablePanel id={card} defaultSize={widths[1]} minSize={256} maxSize={480} groupResizeBehavior="preserve-pixel-size" />
        </>
      ) : null}
    </ResizablePanelGroup>
  )
}

export { InboxColumnHandles }

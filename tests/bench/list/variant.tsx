import type * as React from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { LocaleProvider } from '@/kit/strings/locale-provider'
import type { ConversationSummary } from '@/kit/contracts/index'
import { NOW } from '../../../mocks/data/clock.ts'

/** What a list shows. */
export interface ListState {
  rows: ConversationSummary[]
  selectedId: string | null
}

/** A list in the page. */
export interface List {
  /** Shows something else, at once. */
  show: (state: ListState) => void
  /** What scrolls. */
  scroller: () => Element
}

/** A kind of list: puts one into an element. */
export type Variant = (root: HTMLElement, state: ListState) => List

const now = new Date(NOW * 1000)

/** A list that React makes. */
export function reactVariant(Component: React.ComponentType<ListState>, scroller: string): Variant {
  return (element, first) => {
    const root = createRoot(element)
    const show = (state: ListState) =>
      flushSync(() => root.render(<LocaleProvider now={now} timeZone="UTC"><Component {...state} /></LocaleProvider>))
    show(first)
    return { show, scroller: () => element.querySelector(scroller)! }
  }
}

import type * as React from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { LocaleProvider } from '@/kit/strings/locale-provider'
import type { ConversationSummary } from '@/kit/contracts/index'
import { NOW } from '../../../mocks/data/clock.ts'

/** Content of a list. */
export interface ListState {
  rows: ConversationSummary[]
  selectedId: string | null
}

/** A mounted list. */
export interface List {
  /** Renders another state synchronously. */
  show: (state: ListState) => void
  /** Returns the scrolling element. */
  scroller: () => Element
}

/** Mounts a list in an element. */
export type Variant = (root: HTMLElement, state: ListState) => List

const now = new Date(NOW * 1000)

/** Creates a variant from a React component. */
export function createReactVariant(Component: React.ComponentType<ListState>, scroller: string): Variant {
  return (element, first) => {
    const root = createRoot(element)
    const show = (state: ListState) =>
      flushSync(() => root.render(<LocaleProvider now={now} timeZone="UTC"><Component {...state} /></LocaleProvider>))
    show(first)
    return { show, scroller: () => element.querySelector(scroller)! }
  }
}

import type * as React from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { LocaleProvider } from '@/kit/strings/locale-provider'
import { NOW } from '../../../mocks/data/clock.ts'
import type { ThreadState } from './data.ts'

/** A kind of thread: puts one into an element, and gives what shows another state at once. */
export type ThreadVariant = (root: HTMLElement, state: ThreadState) => (state: ThreadState) => void

const now = new Date(NOW * 1000)

/** A thread that React makes. */
export function reactThread(Component: React.ComponentType<ThreadState>): ThreadVariant {
  return (element, first) => {
    const root = createRoot(element)
    const show = (state: ThreadState) =>
      flushSync(() => root.render(<LocaleProvider now={now} timeZone="UTC"><Component {...state} /></LocaleProvider>))
    show(first)
    return show
  }
}

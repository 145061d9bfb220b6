import type * as React from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { LocaleProvider } from '@/kit/strings/locale-provider'
import { NOW } from '../../../mocks/data/clock.ts'
import type { ThreadState } from './data.ts'

/** Mounts a thread in an element. Returns a function that renders another state synchronously. */
export type ThreadVariant = (root: HTMLElement, state: ThreadState) => (state: ThreadState) => void

const now = new Date(NOW * 1000)

/** Creates a thread variant from a React component. */
export function createReactThread(Component: React.ComponentType<ThreadState>): ThreadVariant {
  return (element, first) => {
    const root = createRoot(element)
    const show = (state: ThreadState) =>
      flushSync(() => root.render(<LocaleProvider now={now} timeZone="UTC"><Component {...state} /></LocaleProvider>))
    show(first)
    return show
  }
}

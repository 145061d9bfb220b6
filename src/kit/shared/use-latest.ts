'use client'

import * as React from 'react'

/**
 * The newest value of something, for effects and listeners that it does not start anew. React's `useEffectEvent` is the
 * same for a function; it came with React 19.2, and the kit runs on 19.0.
 */
export function useLatest<T>(value: T): Readonly<React.RefObject<T>> {
  const ref = React.useRef(value)
  // Before every other effect of the page.
  React.useInsertionEffect(() => {
    ref.current = value
  })
  return ref
}

'use client'

import * as React from 'react'

/** Returns whether a media query matches, such as `(min-width: 48rem)`. `false` on the server and until hydration. */
export function useMediaQuery(query: string): boolean {
  const subscribe = React.useCallback(
    (listener: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return React.useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  )
}

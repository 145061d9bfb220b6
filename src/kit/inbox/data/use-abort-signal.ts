'use client'

import * as React from 'react'

interface Watched {
  watchers: number
  controller: AbortController
}

const watched = new Map<string, Watched>()

function getEntry(key: string): Watched {
  let value = watched.get(key)
  if (!value) {
    value = { watchers: 0, controller: new AbortController() }
    watched.set(key, value)
  }
  return value
}

/** Returns a function for a request's abort signal. It aborts when the last component with that key unmounts or changes it. */
export function useAbortSignal(key: string | null): () => AbortSignal | undefined {
  // Run before SWR's effects, which start the request.
  React.useLayoutEffect(() => {
    if (key === null) return
    getEntry(key).watchers += 1
    return () => {
      getEntry(key).watchers -= 1
      // React may remount the component at once.
      setTimeout(() => {
        const left = watched.get(key)
        if (!left || left.watchers > 0) return
        watched.delete(key)
        left.controller.abort()
      }, 0)
    }
  }, [key])
  return React.useCallback(() => (key === null ? undefined : getEntry(key).controller.signal), [key])
}

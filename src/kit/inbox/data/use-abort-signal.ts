'use client'

import * as React from 'react'

interface Watched {
  watchers: number
  controller: AbortController
}

const watched = new Map<string, Watched>()

function entry(key: string): Watched {
  let value = watched.get(key)
  if (!value) {
    value = { watchers: 0, controller: new AbortController() }
    watched.set(key, value)
  }
  return value
}

/**
 * Ends requests that nobody waits for any more: those of a search that was typed over, or of a list that was left. The
 * cache shares a request among all components that want the same, so that it ends when the last of them is gone.
 *
 * @param key what is wanted; null for nothing
 * @returns gives the signal for a request for it
 */
export function useAbortSignal(key: string | null): () => AbortSignal | undefined {
  // Before the effects of the cache, which start the request.
  React.useLayoutEffect(() => {
    if (key === null) return
    entry(key).watchers += 1
    return () => {
      entry(key).watchers -= 1
      // Not yet: React may take the same component away and put it back in one go.
      setTimeout(() => {
        const left = watched.get(key)
        if (!left || left.watchers > 0) return
        watched.delete(key)
        left.controller.abort()
      }, 0)
    }
  }, [key])
  return React.useCallback(() => (key === null ? undefined : entry(key).controller.signal), [key])
}

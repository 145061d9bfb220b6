'use client'

import * as React from 'react'
import { isRightToLeft, useLocale } from '../strings/index.ts'

function subscribeToDirection(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['dir'] })
  return () => observer.disconnect()
}

/** Returns the writing direction of the page, for arrow keys that follow it. On the server the language decides. */
export function useDirection(): 'ltr' | 'rtl' {
  const { locale } = useLocale()
  return React.useSyncExternalStore(
    subscribeToDirection,
    () => (getComputedStyle(document.documentElement).direction === 'rtl' ? 'rtl' : 'ltr'),
    () => (isRightToLeft(locale) ? 'rtl' : 'ltr'),
  )
}

/** Returns a ref for an element that gets the focus when it appears, if the focused button disappears at the same time. */
export function useFocusRescue<T extends HTMLElement>(isShown: boolean): React.RefObject<T | null> {
  const ref = React.useRef<T>(null)
  React.useEffect(() => {
    if (isShown && document.activeElement === document.body) ref.current?.focus()
  }, [isShown])
  return ref
}

const hashListeners = new Set<() => void>()

function subscribeToHash(listener: () => void): () => void {
  hashListeners.add(listener)
  window.addEventListener('hashchange', listener)
  window.addEventListener('popstate', listener)
  return () => {
    hashListeners.delete(listener)
    window.removeEventListener('hashchange', listener)
    window.removeEventListener('popstate', listener)
  }
}

/** Keeps one of `values` in the URL's hash, without history entries. The first is the default, also until hydration. */
export function useHashValue(values: readonly string[]): [value: string, choose: (value: string) => void] {
  const hash = React.useSyncExternalStore(
    subscribeToHash,
    () => location.hash.slice(1),
    () => '',
  )
  const choose = React.useCallback((value: string) => {
    history.replaceState(history.state, '', `#${encodeURIComponent(value)}`)
    for (const listener of hashListeners) listener()
  }, [])
  return [values.find((value) => encodeURIComponent(value) === hash || value === hash) ?? values[0] ?? '', choose]
}

'use client'

import * as React from 'react'
import { useLocale } from '../strings/index.ts'

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['dir'] })
  return () => observer.disconnect()
}

/** Returns the page's writing direction, for parts whose arrow keys follow it. On the server the language decides. */
export function useDirection(): 'ltr' | 'rtl' {
  const { locale } = useLocale()
  return React.useSyncExternalStore(
    subscribe,
    () => (getComputedStyle(document.documentElement).direction === 'rtl' ? 'rtl' : 'ltr'),
    () => (/^(ar|he|fa|ur)\b/.test(locale) ? 'rtl' : 'ltr'),
  )
}

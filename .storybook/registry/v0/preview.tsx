'use client'

import type * as React from 'react'
import { LocaleProvider } from '@/kit/strings/locale-provider'

// The moment that the recorded conversations are told from.
const now = new Date('2026-11-18T15:24:00Z')

/** Around a component in a preview: the clock stands still, so that "2 hours ago" stays true. */
export function Preview({ children }: { children: React.ReactNode }) {
  return (
    <LocaleProvider locale="en-GB" timeZone="UTC" now={now}>
      {children}
    </LocaleProvider>
  )
}

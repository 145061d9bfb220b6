'use client'

import { LocaleProvider } from 'intercom-v0-kit/strings'
import type * as React from 'react'

// The moment at which the mocked conversations are told.
const now = new Date('2026-11-18T15:24:00Z')

/** Stops the clock around a component in a preview, so that "2 hours ago" stays true. */
export function Preview({ children }: { children: React.ReactNode }) {
  return (
    <LocaleProvider locale="en-GB" timeZone="UTC" now={now}>
      {children}
    </LocaleProvider>
  )
}

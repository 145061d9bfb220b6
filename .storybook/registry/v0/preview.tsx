'use client'

import { LocaleProvider } from 'intercom-v0-kit/strings'
import type * as React from 'react'

// Time of the mocked conversations.
const now = new Date('2026-11-18T15:24:00Z')

/** Fixes the clock, language and time zone of a preview. */
export function Preview({ children }: { children: React.ReactNode }) {
  return (
    <LocaleProvider locale="en-GB" timeZone="UTC" now={now}>
      {children}
    </LocaleProvider>
  )
}

'use client'

import * as React from 'react'
import { mockIntercom, type SignedInAs } from './mock-intercom.ts'
import { Preview } from './preview.tsx'

interface MockedPreviewProps {
  /** User of the component. */
  as: SignedInAs
  children: React.ReactNode
}

/** {@link Preview} for a component that calls the app's routes: here they run in the page, on a mocked Intercom. */
export function MockedPreview({ as, children }: MockedPreviewProps) {
  // In the first render, because components send their first request in an effect.
  React.useState(() => mockIntercom(as))
  return <Preview>{children}</Preview>
}

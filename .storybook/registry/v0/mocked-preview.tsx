'use client'

import * as React from 'react'
import { mockIntercom, type SignedInAs } from './mock-intercom.ts'
import { Preview } from './preview.tsx'

interface MockedPreviewProps {
  /** Signed-in user of the preview. */
  as: SignedInAs
  children: React.ReactNode
}

/** {@link Preview} for components that call the app's routes. */
export function MockedPreview({ as, children }: MockedPreviewProps) {
  // Run during the first render, before components send requests in effects.
  React.useState(() => mockIntercom(as))
  return <Preview>{children}</Preview>
}

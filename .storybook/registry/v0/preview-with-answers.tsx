'use client'

import type * as React from 'react'
import { answerFromRecords } from './answers.ts'
import { Preview } from './preview.tsx'

// Before anything below is rendered, and asks.
answerFromRecords()

/** {@link Preview} for a component that asks the app's routes: the answers are recorded ones. */
export function PreviewWithAnswers({ children }: { children: React.ReactNode }) {
  return <Preview>{children}</Preview>
}

'use client'

import * as React from 'react'
import { useLatest } from '../shared/use-latest.ts'

interface FocusReturnProps {
  /** Moves the focus. @default the dialog's own behaviour */
  onReturn: (() => void) | undefined
}

/** Renders nothing. Calls `onReturn` after its dialog closes, because Radix and Base UI have different props for that. */
function FocusReturn({ onReturn }: FocusReturnProps) {
  const latest = useLatest(onReturn)
  const timer = React.useRef<ReturnType<typeof setTimeout>>(undefined)
  React.useEffect(() => {
    // StrictMode remounts without closing the dialog.
    clearTimeout(timer.current)
    const moveFocus = () => latest.current?.()
    return () => {
      // Run after the dialog's own behaviour.
      timer.current = setTimeout(moveFocus)
    }
  }, [latest])
  return null
}

export { FocusReturn, type FocusReturnProps }

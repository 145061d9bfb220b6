'use client'

import * as React from 'react'
import { useLatest } from '../shared/use-latest.ts'

/** Props of {@link FocusReturn}. */
interface FocusReturnProps {
  /** Focuses what had the focus before. Without it the dialog does as it likes. */
  onReturn: (() => void) | undefined
}

/**
 * Stands in a dialog, shows nothing, and gives the focus back when the dialog is gone. Radix and Base UI have a prop for
 * it, each another, and an app has the dialogs of one or of the other.
 */
function FocusReturn({ onReturn }: FocusReturnProps) {
  const latest = useLatest(onReturn)
  const timer = React.useRef<ReturnType<typeof setTimeout>>(undefined)
  React.useEffect(() => {
    // StrictMode takes it away and puts it back: no dialog has closed then.
    clearTimeout(timer.current)
    const giveBack = () => latest.current?.()
    return () => {
      // After the dialog has done what it does by itself.
      timer.current = setTimeout(giveBack)
    }
  }, [latest])
  return null
}

export { FocusReturn, type FocusReturnProps }

'use client'

import * as React from 'react'
import { useLatest } from '../shared/use-latest.ts'

/** Props of {@link FocusReturn}. */
interface FocusReturnProps {
  /** Moves the focus. @default the dialog's own behaviour */
  onReturn: (() => void) | undefined
}

/**
 * Renders nothing inside a dialog, and moves the focus once the dialog has closed. Radix and Base UI have different props for
 * this, and an app's dialogs may be built on either.
 */
function FocusReturn({ onReturn }: FocusReturnProps) {
  const latest = useLatest(onReturn)
  const timer = React.useRef<ReturnType<typeof setTimeout>>(undefined)
  React.useEffect(() => {
    // StrictMode unmounts and mounts again: no dialog has closed then.
    clearTimeout(timer.current)
    const moveFocus = () => latest.current?.()
    return () => {
      // After the dialog's own behaviour.
      timer.current = setTimeout(moveFocus)
    }
  }, [latest])
  return null
}

export { FocusReturn, type FocusReturnProps }

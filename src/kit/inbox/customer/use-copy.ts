'use client'

import * as React from 'react'
import { useIsClockFrozen } from '../../strings/index.ts'

type Outcome = 'copied' | 'failed'

// Milliseconds for which the outcome is shown. A failure takes longer to read.
const durations = { copied: 2_000, failed: 8_000 }

/**
 * Copies a text to the clipboard. Without a secure connection or permission there is no clipboard: the element that shows the
 * text is then selected, so that the user can copy it by key.
 */
export function useCopy(text: string, textRef?: React.RefObject<HTMLElement | null>) {
  const [outcome, setOutcome] = React.useState<{ text: string; state: Outcome } | null>(null)
  const isStopped = useIsClockFrozen()
  React.useEffect(() => {
    if (!outcome || isStopped) return
    const timer = setTimeout(() => setOutcome(null), durations[outcome.state])
    return () => clearTimeout(timer)
  }, [outcome, isStopped])

  // An outcome belongs to the text that was copied, not to one that replaced it.
  const state: 'idle' | Outcome = outcome?.text === text ? outcome.state : 'idle'
  const pressKeys = () => (/Mac/.test(navigator.platform) ? ('pressCommandC' as const) : ('pressCtrlC' as const))
  return {
    state,
    /** String that says what happened; `null` while idle. */
    hint: state === 'idle' ? null : state === 'failed' && textRef ? pressKeys() : state,
    async copy() {
      try {
        await navigator.clipboard.writeText(text)
        setOutcome({ text, state: 'copied' })
      } catch {
        if (textRef?.current) getSelection()?.selectAllChildren(textRef.current)
        setOutcome({ text, state: 'failed' })
      }
    },
  }
}

'use client'

import * as React from 'react'
import { useIsClockFrozen } from '../../strings/index.ts'

type Outcome = 'copied' | 'failed'

// Milliseconds. A failure takes longer to read.
const durations = { copied: 2_000, failed: 8_000 }

/** Copies text to the clipboard. If the browser refuses, selects the element of `textRef`, so that the user can copy by key. */
export function useCopy(text: string, textRef?: React.RefObject<HTMLElement | null>) {
  const [outcome, setOutcome] = React.useState<{ text: string; state: Outcome } | null>(null)
  const isStopped = useIsClockFrozen()
  React.useEffect(() => {
    if (!outcome || isStopped) return
    const timer = setTimeout(() => setOutcome(null), durations[outcome.state])
    return () => clearTimeout(timer)
  }, [outcome, isStopped])

  // Ignore the outcome of an earlier text.
  const state: 'idle' | Outcome = outcome?.text === text ? outcome.state : 'idle'
  const getKeyHint = () => (/Mac/.test(navigator.platform) ? ('pressCommandC' as const) : ('pressCtrlC' as const))
  return {
    state,
    hint: state === 'idle' ? null : state === 'failed' && textRef ? getKeyHint() : state,
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

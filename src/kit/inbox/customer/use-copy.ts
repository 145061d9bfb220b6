'use client'

import * as React from 'react'
import { useStoppedClock } from '../../strings/index.ts'

type Outcome = 'copied' | 'failed'

// Milliseconds for which the outcome is shown. A failure takes longer to read.
const durations = { copied: 2_000, failed: 8_000 }

/** Result of {@link useCopy}. */
export interface Copy {
  state: 'idle' | Outcome
  /** String that says what happened; `null` while idle. */
  hint: Outcome | 'pressCtrlC' | 'pressCommandC' | null
  copy: () => Promise<void>
}

/**
 * Copies a text to the clipboard. Pages without a secure connection or without permission have no clipboard: then the
 * element that shows the text is selected, so that the user can copy it by key.
 *
 * @param text the text
 * @param textRef the element that shows the text
 */
export function useCopy(text: string, textRef?: React.RefObject<HTMLElement | null>): Copy {
  const [outcome, setOutcome] = React.useState<{ text: string; state: Outcome } | null>(null)
  const isStopped = useStoppedClock()
  React.useEffect(() => {
    if (!outcome || isStopped) return
    const timer = setTimeout(() => setOutcome(null), durations[outcome.state])
    return () => clearTimeout(timer)
  }, [outcome, isStopped])

  // An outcome belongs to the text that was copied, not to one that replaced it.
  const state = outcome?.text === text ? outcome.state : 'idle'
  const pressKeys = () => (/Mac/.test(navigator.platform) ? 'pressCommandC' : 'pressCtrlC')
  return {
    state,
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

'use client'

import { Check, Copy, X } from 'lucide-react'
import * as React from 'react'
import { copyButtonMessages, type MessageTable, useMessages, useStoppedClock } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'

type State = 'idle' | 'copied' | 'failed'

const icons = { idle: Copy, copied: Check, failed: X }

// How long the answer stays, in milliseconds: a failure has something to read.
const stays = { copied: 2_000, failed: 8_000 }

/** Asked for where something failed, and never on the server. */
const pressKeys = () => (/Mac/.test(navigator.platform) ? 'pressCommandC' : 'pressCtrlC')

/** Props of {@link CopyButton}. */
interface CopyButtonProps extends React.ComponentProps<'span'> {
  /** What goes to the clipboard. */
  text: string
  /** What the button is called: "Copy email address". */
  label: string
  /** What shows the text: it is selected where the button cannot copy it, for the reader to do that. */
  textRef?: React.RefObject<HTMLElement | null>
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/**
 * Copies a text, and says whether it did. A page without a secure connection, or without the permission, has no
 * clipboard: the button selects what is to be copied, and says so.
 */
function CopyButton({ text, label, textRef, messages, className, ...props }: CopyButtonProps) {
  const t = useMessages('copyButton', copyButtonMessages, messages)
  const [answer, setAnswer] = React.useState<{ text: string; state: Exclude<State, 'idle'> } | null>(null)
  // An answer is about the text that was asked for, and not about one that came in its place.
  const state: State = answer?.text === text ? answer.state : 'idle'
  const Icon = icons[state]

  const isStopped = useStoppedClock()
  React.useEffect(() => {
    if (!answer || isStopped) return
    const timer = setTimeout(() => setAnswer(null), stays[answer.state])
    return () => clearTimeout(timer)
  }, [answer, isStopped])

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setAnswer({ text, state: 'copied' })
    } catch {
      if (textRef?.current) getSelection()?.selectAllChildren(textRef.current)
      setAnswer({ text, state: 'failed' })
    }
  }

  return (
    <span data-slot="copy-button" data-state={state} className={cn('relative inline-flex', className)} {...props}>
      <Button type="button" variant="ghost" size="icon-sm" aria-label={label} title={label} onClick={copy}>
        <Icon
          aria-hidden="true"
          className={cn(
            'size-3.5 text-muted-foreground',
            state === 'copied' && 'text-status-success',
            state === 'failed' && 'text-destructive',
          )}
        />
      </Button>
      {/* Always there: a live region that comes together with its text is often not read. Above, where it does not cover
          what is to be copied by hand. */}
      <span
        role="status"
        className={cn(
          'pointer-events-none absolute end-0 bottom-full z-20 w-max max-w-52 text-start text-xs text-balance',
          state !== 'idle' && 'rounded-md border bg-popover px-2 py-1 text-popover-foreground shadow-sm',
        )}
      >
        {state === 'idle' ? null : t(state === 'failed' && textRef ? pressKeys() : state)}
      </span>
    </span>
  )
}

export { CopyButton, type CopyButtonProps }

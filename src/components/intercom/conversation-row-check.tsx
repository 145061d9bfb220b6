import { Check } from 'lucide-react'
import type * as React from 'react'
import { cn } from '@/lib/utils'

/** Props of {@link ConversationRowCheck}. */
interface ConversationRowCheckProps extends React.ComponentProps<'span'> {
  /** The conversation's id. */
  id: string
  /** What the checkbox is called. */
  label: string
  /** Whether the conversation is checked. */
  isChecked: boolean
  /** Whether Tab reaches it: that of one row, as Tab reaches one row. */
  isTabStop: boolean
}

// The list listens to clicks, which know of the shift key; React asks for a listener here.
const ignore = () => {}

/**
 * The checkbox of a row. A mouse finds it in the place of the picture; where a finger points, it has a place of its own.
 * It is there for good as soon as any row is checked.
 */
function ConversationRowCheck({ id, label, isChecked, isTabStop, className, ...props }: ConversationRowCheckProps) {
  return (
    <span
      data-slot="conversation-row-check"
      data-check-id={id}
      className={cn(
        'absolute start-3.5 top-2 z-10 grid size-9 place-items-center opacity-0 pointer-coarse:start-1 pointer-coarse:size-11',
        'group-hover/row:opacity-100 group-has-focus-visible/row:opacity-100 group-data-checking/rows:opacity-100',
        'pointer-coarse:opacity-100',
        className,
      )}
      {...props}
    >
      <input
        type="checkbox"
        checked={isChecked}
        onChange={ignore}
        tabIndex={isTabStop ? 0 : -1}
        aria-label={label}
        className="peer absolute inset-0 size-full cursor-default appearance-none rounded-md outline-none"
      />
      <span
        aria-hidden="true"
        className={cn(
          'pointer-events-none grid size-4.5 place-items-center rounded-sm border border-muted-foreground bg-background',
          'peer-checked:border-primary peer-checked:bg-primary peer-checked:text-primary-foreground',
          'peer-focus-visible:ring-[3px] peer-focus-visible:ring-ring/40 peer-focus-visible:outline-2 peer-focus-visible:outline-ring',
        )}
      >
        {isChecked ? <Check className="size-3.5" /> : null}
      </span>
    </span>
  )
}

export { ConversationRowCheck, type ConversationRowCheckProps }

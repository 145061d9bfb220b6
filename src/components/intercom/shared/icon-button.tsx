'use client'

import type * as React from 'react'
import { toKeyCaps } from 'intercom-v0-kit/inbox'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { Tooltip, TooltipContent, TooltipTrigger } from '@/components/ui/tooltip'
import { cn } from '@/lib/utils'

interface IconButtonProps extends React.ComponentProps<typeof Button> {
  /** Accessible name, shown as a tooltip. */
  label: string
  /** Value of `aria-keyshortcuts`. */
  shortcut?: string | undefined
}

/** Needs a `TooltipProvider`. */
function IconButton({ label, shortcut, className, ...props }: IconButtonProps) {
  return (
    <Tooltip>
      <TooltipTrigger asChild>
        <ButtonWithoutDescription
          variant="ghost"
          size="icon-sm"
          aria-label={label}
          aria-keyshortcuts={shortcut}
          className={cn('pointer-coarse:size-10', className)}
          {...props}
        />
      </TooltipTrigger>
      <TooltipContent>
        {label}
        {shortcut ? <Keys keys={shortcut} /> : null}
      </TooltipContent>
    </Tooltip>
  )
}

// Radix sets the tooltip as the description, so screen readers would read the name twice.
function ButtonWithoutDescription({ 'aria-describedby': _tooltip, ...props }: React.ComponentProps<typeof Button>) {
  return <Button type="button" {...props} />
}

/** Renders a key combination of the keymap. Of several alternatives, it shows the first one. */
function Keys({ keys }: { keys: string }) {
  return (
    <span data-slot="keys" dir="ltr" className="inline-flex gap-0.5">
      {toKeyCaps(keys.split(' ')[0] ?? '').map((cap) => (
        <Kbd key={cap}>{cap}</Kbd>
      ))}
    </span>
  )
}

export { IconButton, type IconButtonProps, Keys }

'use client'

import * as React from 'react'
import { isApple, toKeyCaps } from 'intercom-v0-kit/inbox'
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
function ButtonWithoutDescription(props: React.ComponentProps<typeof Button>) {
  return <Button type="button" {...props} aria-describedby={undefined} />
}

const subscribe = () => () => {}

/** Renders a key combination of the keymap. Of several alternatives, it shows the first one. */
function Keys({ keys, className, ...props }: React.ComponentProps<'span'> & { keys: string }) {
  // The server doesn't know the keyboard.
  const isMac = React.useSyncExternalStore(subscribe, isApple, () => false)
  return (
    <span data-slot="keys" dir="ltr" className={cn('inline-flex gap-0.5', className)} {...props}>
      {toKeyCaps(keys.split(' ')[0] ?? '', isMac).map((cap) => (
        <Kbd key={cap}>{cap}</Kbd>
      ))}
    </span>
  )
}

export { IconButton, type IconButtonProps, Keys }

'use client'

import * as React from 'react'
import { isApple, toKeyCaps } from 'intercom-v0-kit/inbox'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { Tooltip, TooltipContent, TooltipTrigger } from '@/components/ui/tooltip'
import { cn } from '@/lib/utils'

/** Props of {@link IconButton}. */
interface IconButtonProps extends React.ComponentProps<typeof Button> {
  /** Accessible name, shown as a tooltip. */
  label: string
  /** Keys of the same command, as `aria-keyshortcuts` takes them. */
  shortcut?: string | undefined
}

/** A button with an icon alone. Its tooltip shows the name and the key. It needs a `TooltipProvider`. */
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

// Radix describes a button by its tooltip, and screen readers would read the name twice.
function ButtonWithoutDescription({ 'aria-describedby': _tooltip, ...props }: React.ComponentProps<typeof Button>) {
  return <Button type="button" {...props} />
}

/** Props of {@link Keys}. */
interface KeysProps extends React.ComponentProps<'span'> {
  /** Keys that are pressed together, as the keymap writes them. The first one of several alternatives is shown. */
  keys: string
}

const subscribe = () => () => {}

/** A key combination. Its order is the same in every language. */
function Keys({ keys, className, ...props }: KeysProps) {
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

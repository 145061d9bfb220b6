'use client'

import * as PopoverPrimitive from '@radix-ui/react-popover'
import type * as React from 'react'
import { cn } from '@/lib/utils'

const Popover = PopoverPrimitive.Root

function PopoverTrigger(props: React.ComponentProps<typeof PopoverPrimitive.Trigger>) {
  return <PopoverPrimitive.Trigger data-slot="popover-trigger" {...props} />
}

/** Name it with `aria-label` or `aria-labelledby`. */
function PopoverContent({
  className, align = 'center', sideOffset = 4, ...props
}: React.ComponentProps<typeof PopoverPrimitive.Content>) {
  return (
    <PopoverPrimitive.Portal>
      <PopoverPrimitive.Content
        data-slot="popover-content"
        align={align}
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn(
          'z-50 flex max-h-(--radix-popover-content-available-height) w-72 flex-col rounded-md border bg-popover p-4',
          'text-popover-foreground shadow-md outline-hidden motion-safe:transition-opacity motion-safe:starting:opacity-0',
          className,
        )}
        {...props}
      />
    </PopoverPrimitive.Portal>
  )
}

export { Popover, PopoverContent, PopoverTrigger }

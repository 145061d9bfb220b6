'use client'

import * as SwitchPrimitive from '@radix-ui/react-switch'
import type * as React from 'react'
import { cn } from '@/lib/utils'

const switchClassName = cn(
  'peer inline-flex h-6 w-10 shrink-0 items-center rounded-full border p-0.5',
  // Off is an outline, because in the dark theme a grey fill is as bright as the accent.
  'border-muted-foreground transition-colors motion-reduce:transition-none data-[state=checked]:border-primary data-[state=checked]:bg-primary',
  'outline-offset-2 focus-visible:outline-2 focus-visible:outline-ring focus-visible:ring-[3px] focus-visible:ring-ring/40',
  'disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:outline-destructive',
  // Forced colours drop the background, so the system's highlight marks the on state.
  'forced-colors:border-[ButtonText] forced-colors:data-[state=checked]:bg-[Highlight]',
)

function Switch({ className, ...props }: React.ComponentProps<typeof SwitchPrimitive.Root>) {
  return (
    <SwitchPrimitive.Root data-slot="switch" className={cn(switchClassName, className)} {...props}>
      <SwitchPrimitive.Thumb
        data-slot="switch-thumb"
        className={cn(
          'pointer-events-none block size-4.5 rounded-full bg-muted-foreground transition motion-reduce:transition-none',
          'data-[state=checked]:translate-x-4 data-[state=checked]:bg-background rtl:data-[state=checked]:-translate-x-4 forced-colors:bg-[ButtonText]',
          'forced-colors:data-[state=checked]:bg-[HighlightText]',
        )}
      />
    </SwitchPrimitive.Root>
  )
}

export { Switch }

'use client'

import { Switch as SwitchPrimitive } from '@base-ui/react/switch'
import { cn } from '@/lib/utils'

function Switch({ className, ...props }: SwitchPrimitive.Root.Props) {
  return (
    <SwitchPrimitive.Root data-slot="switch" className={cn('inline-flex h-6 w-10 rounded-full border', className)} {...props}>
      <SwitchPrimitive.Thumb data-slot="switch-thumb" className="size-4 rounded-full bg-foreground" />
    </SwitchPrimitive.Root>
  )
}

export { Switch }

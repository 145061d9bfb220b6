'use client'

import * as TabsPrimitive from '@radix-ui/react-tabs'
import type * as React from 'react'
import { cn } from '@/lib/utils'

function Tabs({ className, ...props }: React.ComponentProps<typeof TabsPrimitive.Root>) {
  return <TabsPrimitive.Root data-slot="tabs" className={cn('flex flex-col gap-4', className)} {...props} />
}

function TabsList({ className, ...props }: React.ComponentProps<typeof TabsPrimitive.List>) {
  return (
    <TabsPrimitive.List
      data-slot="tabs-list"
      className={cn(
        'flex gap-1 data-[orientation=horizontal]:overflow-x-auto data-[orientation=horizontal]:border-b',
        'data-[orientation=vertical]:flex-col',
        className,
      )}
      {...props}
    />
  )
}

function TabsTrigger({ className, ...props }: React.ComponentProps<typeof TabsPrimitive.Trigger>) {
  return (
    <TabsPrimitive.Trigger
      data-slot="tabs-trigger"
      className={cn(
        'inline-flex min-h-9 shrink-0 items-center gap-2 px-3 text-start text-sm font-medium text-muted-foreground hover:text-foreground',
        '-outline-offset-2 focus-visible:outline-2 focus-visible:outline-ring pointer-coarse:min-h-11',
        'disabled:pointer-events-none disabled:opacity-50 data-[state=active]:text-foreground',
        'data-[orientation=horizontal]:border-b-2 data-[orientation=horizontal]:border-transparent data-[orientation=horizontal]:data-[state=active]:border-primary',
        'data-[orientation=vertical]:rounded-md data-[orientation=vertical]:data-[state=active]:bg-accent',
        'forced-colors:data-[state=active]:forced-color-adjust-none forced-colors:data-[orientation]:data-[state=active]:bg-[Highlight] forced-colors:data-[state=active]:text-[HighlightText]',
        '[&>svg]:size-4 [&>svg]:shrink-0',
        className,
      )}
      {...props}
    />
  )
}

export { Tabs, TabsList, TabsTrigger }

'use client'

import * as DialogPrimitive from '@radix-ui/react-dialog'
import { cva, type VariantProps } from 'class-variance-authority'
import type * as React from 'react'
import { cn } from '@/lib/utils'

// Sides follow the reading direction: `right` is the end of a line of text.
const sheetVariants = cva(
  [
    'fixed z-50 flex flex-col bg-background text-foreground shadow-lg outline-none',
    'motion-safe:transition-transform motion-safe:duration-200 motion-safe:ease-out',
  ],
  {
    variants: {
      side: {
        right: [
          'inset-y-0 end-0 w-full max-w-sm border-s',
          'motion-safe:starting:translate-x-full motion-safe:rtl:starting:-translate-x-full',
        ],
        left: [
          'inset-y-0 start-0 w-full max-w-sm border-e',
          'motion-safe:starting:-translate-x-full motion-safe:rtl:starting:translate-x-full',
        ],
        bottom: 'inset-x-0 bottom-0 max-h-dvh border-t motion-safe:starting:translate-y-full',
      },
    },
    defaultVariants: { side: 'right' },
  },
)

const Sheet = DialogPrimitive.Root

function SheetTrigger(props: React.ComponentProps<typeof DialogPrimitive.Trigger>) {
  return <DialogPrimitive.Trigger data-slot="sheet-trigger" {...props} />
}

function SheetClose(props: React.ComponentProps<typeof DialogPrimitive.Close>) {
  return <DialogPrimitive.Close data-slot="sheet-close" {...props} />
}

interface SheetContentProps
  extends React.ComponentProps<typeof DialogPrimitive.Content>,
    VariantProps<typeof sheetVariants> {
  /** The sheets of shadcn/ui have an English close button unless this is `false`. This one has none. */
  showCloseButton?: false
}

/** Needs a {@link SheetTitle} for its accessible name. */
function SheetContent({ className, side = 'right', showCloseButton: _close, ...props }: SheetContentProps) {
  return (
    <DialogPrimitive.Portal>
      <DialogPrimitive.Overlay
        data-slot="sheet-overlay"
        className="fixed inset-0 z-50 bg-scrim motion-safe:transition-opacity motion-safe:starting:opacity-0"
      />
      <DialogPrimitive.Content
        data-slot="sheet-content"
        data-side={side}
        className={cn(sheetVariants({ side }), className)}
        {...props}
      />
    </DialogPrimitive.Portal>
  )
}

function SheetTitle({ className, ...props }: React.ComponentProps<typeof DialogPrimitive.Title>) {
  return <DialogPrimitive.Title data-slot="sheet-title" className={cn('font-semibold', className)} {...props} />
}

function SheetDescription({ className, ...props }: React.ComponentProps<typeof DialogPrimitive.Description>) {
  return (
    <DialogPrimitive.Description
      data-slot="sheet-description"
      className={cn('text-sm text-muted-foreground', className)}
      {...props}
    />
  )
}

export { Sheet, SheetClose, SheetContent, SheetDescription, SheetTitle, SheetTrigger }

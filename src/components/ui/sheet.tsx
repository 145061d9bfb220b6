'use client'

import * as DialogPrimitive from '@radix-ui/react-dialog'
import { cva, type VariantProps } from 'class-variance-authority'
import { X } from 'lucide-react'
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
        top: 'inset-x-0 top-0 max-h-dvh border-b motion-safe:starting:-translate-y-full',
        bottom: 'inset-x-0 bottom-0 max-h-dvh border-t motion-safe:starting:translate-y-full',
      },
    },
    defaultVariants: { side: 'right' },
  },
)

const closeClassName = cn(
  'absolute end-3 top-3 flex size-8 items-center justify-center rounded-md',
  'hover:bg-accent focus-visible:outline-2 focus-visible:outline-ring',
)

/** shadcn/ui's sheet: a dialog at an edge of the window. */
function Sheet(props: React.ComponentProps<typeof DialogPrimitive.Root>) {
  return <DialogPrimitive.Root data-slot="sheet" {...props} />
}

/** Opens a sheet, which returns the focus here. */
function SheetTrigger(props: React.ComponentProps<typeof DialogPrimitive.Trigger>) {
  return <DialogPrimitive.Trigger data-slot="sheet-trigger" {...props} />
}

/** Closes a sheet. */
function SheetClose(props: React.ComponentProps<typeof DialogPrimitive.Close>) {
  return <DialogPrimitive.Close data-slot="sheet-close" {...props} />
}

/** Props of {@link SheetContent}. */
interface SheetContentProps
  extends React.ComponentProps<typeof DialogPrimitive.Content>,
    VariantProps<typeof sheetVariants> {
  /** Whether to render an English close button. Turn it off to use your own {@link SheetClose}. @default true */
  showCloseButton?: boolean
}

/** Panel of a sheet, above a scrim. It needs a {@link SheetTitle}. */
function SheetContent({ className, children, side = 'right', showCloseButton = true, ...props }: SheetContentProps) {
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
      >
        {children}
        {showCloseButton ? (
          <SheetClose className={closeClassName}>
            <X aria-hidden="true" className="size-4" />
            <span className="sr-only">Close</span>
          </SheetClose>
        ) : null}
      </DialogPrimitive.Content>
    </DialogPrimitive.Portal>
  )
}

/** Heading and accessible name of a sheet. */
function SheetTitle({ className, ...props }: React.ComponentProps<typeof DialogPrimitive.Title>) {
  return <DialogPrimitive.Title data-slot="sheet-title" className={cn('font-semibold', className)} {...props} />
}

/** Text below the heading, and accessible description of a sheet. */
function SheetDescription({ className, ...props }: React.ComponentProps<typeof DialogPrimitive.Description>) {
  return (
    <DialogPrimitive.Description
      data-slot="sheet-description"
      className={cn('text-sm text-muted-foreground', className)}
      {...props}
    />
  )
}

export { Sheet, SheetClose, SheetContent, SheetDescription, SheetTitle, SheetTrigger, sheetVariants, type SheetContentProps }

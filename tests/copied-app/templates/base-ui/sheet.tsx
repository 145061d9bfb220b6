'use client'

import { Dialog as DialogPrimitive } from '@base-ui/react/dialog'
import type * as React from 'react'
import { cn } from '@/lib/utils'

function Sheet(props: DialogPrimitive.Root.Props) {
  return <DialogPrimitive.Root {...props} />
}

function SheetTrigger(props: DialogPrimitive.Trigger.Props) {
  return <DialogPrimitive.Trigger data-slot="sheet-trigger" {...props} />
}

function SheetClose(props: DialogPrimitive.Close.Props) {
  return <DialogPrimitive.Close data-slot="sheet-close" {...props} />
}

interface SheetContentProps extends DialogPrimitive.Popup.Props {
  side?: 'top' | 'right' | 'bottom' | 'left'
  showCloseButton?: boolean
}

function SheetContent({ className, side = 'right', showCloseButton: _, ...props }: SheetContentProps) {
  return (
    <DialogPrimitive.Portal>
      <DialogPrimitive.Backdrop data-slot="sheet-overlay" className="fixed inset-0 bg-background/70" />
      <DialogPrimitive.Popup data-slot="sheet-content" data-side={side} className={cn('fixed inset-y-0 end-0 w-full max-w-sm bg-background', className)} {...props} />
    </DialogPrimitive.Portal>
  )
}

function SheetHeader(props: React.ComponentProps<'div'>) {
  return <div data-slot="sheet-header" {...props} />
}

function SheetFooter(props: React.ComponentProps<'div'>) {
  return <div data-slot="sheet-footer" {...props} />
}

function SheetTitle(props: DialogPrimitive.Title.Props) {
  return <DialogPrimitive.Title data-slot="sheet-title" {...props} />
}

function SheetDescription(props: DialogPrimitive.Description.Props) {
  return <DialogPrimitive.Description data-slot="sheet-description" {...props} />
}

export { Sheet, SheetClose, SheetContent, SheetDescription, SheetFooter, SheetHeader, SheetTitle, SheetTrigger }

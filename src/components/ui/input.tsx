import type * as React from 'react'
import { cn } from '@/lib/utils'

/** Shared by inputs, selects and textareas. */
const fieldClassName = cn(
  'w-full min-w-0 rounded-md border border-input bg-background text-sm text-foreground shadow-xs',
  'transition-[color,box-shadow] motion-reduce:transition-none placeholder:text-muted-foreground',
  '-outline-offset-1 focus-visible:outline-2 focus-visible:outline-ring focus-visible:ring-[3px] focus-visible:ring-ring/40',
  'disabled:cursor-not-allowed disabled:bg-muted disabled:text-muted-foreground aria-invalid:border-destructive',
)

function Input({ className, ...props }: React.ComponentProps<'input'>) {
  return (
    <input
      data-slot="input"
      className={cn(fieldClassName, 'h-9 px-3 py-1 pointer-coarse:h-11 pointer-coarse:text-base', className)}
      {...props}
    />
  )
}

export { Input, fieldClassName }

import type * as React from 'react'
import { fieldClassName } from '@/components/ui/input'
import { cn } from '@/lib/utils'

/** Grows with its text. */
function Textarea({ className, ...props }: React.ComponentProps<'textarea'>) {
  return (
    <textarea
      data-slot="textarea"
      className={cn(
        fieldClassName,
        'field-sizing-content max-h-80 min-h-20 px-3 py-2 pointer-coarse:text-base',
        className,
      )}
      {...props}
    />
  )
}

export { Textarea }

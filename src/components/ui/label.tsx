import type * as React from 'react'
import { cn } from '@/lib/utils'

/** shadcn/ui's label, by name and props. A project that has its own uses that one. */
function Label({ className, ...props }: React.ComponentProps<'label'>) {
  return (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- Who uses it says which control it is for.
    <label data-slot="label" className={cn('text-sm leading-snug font-medium select-none', className)} {...props} />
  )
}

export { Label }

import type * as React from 'react'
import { cn } from '@/lib/utils'

function Label({ className, ...props }: React.ComponentProps<'label'>) {
  return (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- The caller passes `htmlFor`.
    <label data-slot="label" className={cn('text-sm leading-snug font-medium select-none', className)} {...props} />
  )
}

export { Label }

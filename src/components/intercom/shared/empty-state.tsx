import type * as React from 'react'
import { cn } from '@/lib/utils'

/** Props of {@link EmptyState}. */
interface EmptyStateProps extends Omit<React.ComponentProps<'div'>, 'title'> {
  /** A Lucide icon, or any other that takes a class name. */
  icon: React.ComponentType<{ className?: string }>
  /** What is not here. */
  title: string
  /** What would be here, and how to get it. */
  description: string
}

/** Stands where there is nothing to show: says what would be here and how to get it. An action goes in as a child. */
function EmptyState({ icon: Icon, title, description, className, children, ...props }: EmptyStateProps) {
  return (
    <div
      data-slot="empty-state"
      className={cn('m-auto flex max-w-xs flex-col items-center gap-1 p-6 text-center text-sm', className)}
      {...props}
    >
      <span className="mb-2 flex size-10 items-center justify-center rounded-full bg-muted text-muted-foreground">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <p className="font-medium">{title}</p>
      <p className="text-balance text-muted-foreground">{description}</p>
      {children ? <div className="mt-3">{children}</div> : null}
    </div>
  )
}

export { EmptyState, type EmptyStateProps }

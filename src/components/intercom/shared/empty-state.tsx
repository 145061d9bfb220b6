import type * as React from 'react'
import { cn } from '@/lib/utils'

/** Props of {@link EmptyState}. */
interface EmptyStateProps extends Omit<React.ComponentProps<'div'>, 'title'> {
  /** Icon, such as one of Lucide. */
  icon: React.ComponentType<{ className?: string }>
  /** Heading, such as "No conversations". */
  title: string
  /** Explains what will be here, and how to add it. */
  description: string
}

/** Replaces content that doesn't exist yet. `children`, such as a button, go below the text. */
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

import type * as React from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/utils'

// Names and texts are not all of one length.
const widths = [
  ['w-28', 'w-11/12', 'w-3/5', 'w-40'],
  ['w-20', 'w-4/5', 'w-2/3', 'w-28'],
  ['w-36', 'w-full', 'w-1/3', 'w-44'],
  ['w-24', 'w-3/4', 'w-4/5', 'w-32'],
] as const

/** Props of {@link ConversationListSkeleton}. */
interface ConversationListSkeletonProps extends React.ComponentProps<'div'> {
  /** How many rows to show. Default 12, more than most screens are high. */
  rows?: number
}

/** The list before it is there, in the shape of its rows. Hidden from assistive technology. */
function ConversationListSkeleton({ rows = 12, className, ...props }: ConversationListSkeletonProps) {
  return (
    <div
      data-slot="conversation-list-skeleton"
      aria-hidden="true"
      className={cn('min-h-0 flex-1 overflow-hidden', className)}
      {...props}
    >
      {Array.from({ length: rows }, (_, index) => {
        const [name, first, second, meta] = widths[index % widths.length] ?? widths[0]
        return (
          <div key={index} className="flex h-24 gap-3 border-b px-3.5 py-1.5">
            <Skeleton className="mt-0.5 size-9 shrink-0 rounded-full" />
            <div className="flex min-w-0 flex-1 flex-col">
              <div className="flex h-5 items-center justify-between gap-4">
                <Skeleton className={cn('h-3.5', name)} />
                <Skeleton className="h-3 w-6" />
              </div>
              <div className="flex h-5 items-center">
                <Skeleton className={cn('h-3', first)} />
              </div>
              <div className="flex h-5 items-center">
                <Skeleton className={cn('h-3', second)} />
              </div>
              <div className="mt-auto flex h-5 items-center">
                <Skeleton className={cn('h-4', meta)} />
              </div>
            </div>
          </div>
        )
      })}
    </div>
  )
}

export { ConversationListSkeleton, type ConversationListSkeletonProps }

import type * as React from 'react'
import { ConversationLinesSkeleton } from '@/components/intercom/customer-conversations'
import { Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/utils'

const details = ['w-40', 'w-28', 'w-12', 'w-24', 'w-20', 'w-32']
// As many as are shown of those that most customers have.
const attributes = ['w-16', 'w-28', 'w-20', 'w-32', 'w-12', 'w-24']

/** A label and its value. */
function DetailSkeleton({ width }: { width: string }) {
  return (
    <div className="grid h-7 grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-x-3">
      <Skeleton className="h-3 w-14" />
      <Skeleton className={cn('h-4', width)} />
    </div>
  )
}

/** A heading and what stands under it. */
function SectionSkeleton({ children }: { children: React.ReactNode }) {
  return (
    <div className="flex flex-col gap-2 border-t px-4 py-3">
      <Skeleton className="my-0.5 h-4 w-24" />
      {children}
    </div>
  )
}

/** The shape of a customer's card before the customer is there. */
function CustomerCardSkeleton({ className, ...props }: React.ComponentProps<'div'>) {
  return (
    <div data-slot="customer-card-skeleton" aria-hidden="true" className={cn('flex flex-col overflow-hidden', className)} {...props}>
      <div className="flex items-center gap-3 px-4 pt-4 pb-3">
        <Skeleton className="size-14 shrink-0 rounded-full" />
        <div className="flex flex-col gap-1.5">
          <Skeleton className="h-5 w-36" />
          <Skeleton className="h-4 w-12" />
        </div>
      </div>
      <div className="px-4 pb-2">
        {details.map((width) => (
          <DetailSkeleton key={width} width={width} />
        ))}
      </div>
      <SectionSkeleton>
        <div className="flex h-14 flex-col justify-between py-0.5">
          <Skeleton className="h-4 w-36" />
          <Skeleton className="h-3 w-28" />
          <Skeleton className="h-3 w-32" />
        </div>
      </SectionSkeleton>
      <SectionSkeleton>
        <div className="flex gap-1">
          <Skeleton className="h-5.5 w-12" />
          <Skeleton className="h-5.5 w-16" />
        </div>
      </SectionSkeleton>
      <SectionSkeleton>
        <div>
          {attributes.map((width) => (
            <DetailSkeleton key={width} width={width} />
          ))}
        </div>
      </SectionSkeleton>
      <SectionSkeleton>
        <ConversationLinesSkeleton />
      </SectionSkeleton>
    </div>
  )
}

export { CustomerCardSkeleton }

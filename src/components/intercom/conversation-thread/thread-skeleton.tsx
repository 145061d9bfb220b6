import type * as React from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/utils'

function ThreadSkeleton() {
  return (
    <div aria-hidden="true" data-slot="thread-skeleton" className="flex min-h-0 flex-1 flex-col overflow-hidden">
      <div className="flex min-h-(--inbox-header-height,4rem) shrink-0 items-center gap-3 border-b px-4 py-1.5 @max-[44rem]/inbox:ps-13">
        <Skeleton className="size-9 shrink-0 rounded-full @max-[44rem]/inbox:hidden" />
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <Skeleton className="h-4 w-56 max-w-full" />
          <Skeleton className="h-3 w-40 max-w-full" />
        </div>
      </div>
      <div className="mx-auto flex min-h-0 w-full max-w-3xl flex-1 flex-col overflow-hidden pt-5">
        <MessageSkeleton side="start"><Line className="w-64" /><Line className="w-40" /></MessageSkeleton>
        <MessageSkeleton side="end"><Line className="w-72" /><Line className="w-72" /><Line className="w-44" /></MessageSkeleton>
        <MessageSkeleton side="start"><Line className="w-52" /></MessageSkeleton>
        <MessageSkeleton side="end"><Line className="w-60" /><Line className="w-32" /></MessageSkeleton>
        <MessageSkeleton side="start"><Line className="w-72" /><Line className="w-64" /></MessageSkeleton>
        <MessageSkeleton side="end"><Line className="w-48" /></MessageSkeleton>
      </div>
    </div>
  )
}

function MessageSkeleton({ side, children }: { side: 'start' | 'end'; children: React.ReactNode }) {
  return (
    <div data-side={side} className="flex gap-2 px-4 pt-4 data-[side=end]:flex-row-reverse">
      <Skeleton className="mt-5 size-6 shrink-0 rounded-full" />
      <div
        data-side={side}
        className="flex max-w-[min(34rem,85%)] min-w-0 flex-col items-start gap-1 data-[side=end]:items-end"
      >
        <Skeleton className="h-4 w-32" />
        <div className="flex max-w-full flex-col gap-2 rounded-xl border px-3 py-2.5">{children}</div>
      </div>
    </div>
  )
}

function Line({ className }: { className: string }) {
  return <Skeleton className={cn('h-3.5 max-w-full', className)} />
}

export { ThreadSkeleton }

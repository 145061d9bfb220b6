'use client'

import { ChevronDown } from 'lucide-react'
import type * as React from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'

/** In the column of the inbox, each section is a card on the canvas. */
const detailSectionClassName =
  'in-data-[slot=support-inbox-card]:rounded-xl in-data-[slot=support-inbox-card]:border in-data-[slot=support-inbox-card]:bg-card in-data-[slot=support-inbox-card]:shadow-xs'

interface DetailSectionProps extends React.ComponentProps<'div'> {
  heading: React.ReactNode
  /** Number of entries, shown after the heading. */
  count?: React.ReactNode
}

/** Section of the column beside a conversation. */
function DetailSection({ heading, count, className, children, ...props }: DetailSectionProps) {
  return (
    <div data-slot="detail-section" className={cn('flex flex-col gap-2 border-t px-4 py-3', detailSectionClassName, className)} {...props}>
      <h3 className="flex items-baseline gap-2 text-xs/5 font-medium text-muted-foreground">
        {heading}
        {count === undefined ? null : <span className="tabular-nums">{count}</span>}
      </h3>
      {children}
    </div>
  )
}

function DetailList(props: { id?: string; children: React.ReactNode }) {
  return <dl data-slot="detail-list" className="@container flex flex-col text-sm" {...props} />
}

interface DetailRowProps {
  label: React.ReactNode
  /** Whether the value is missing, so that `children` say so. */
  isMissing: boolean
  children: React.ReactNode
}

function DetailRow({ label, isMissing, children }: DetailRowProps) {
  return (
    <div
      data-slot="detail-row"
      data-state={isMissing ? 'missing' : 'present'}
      className="grid min-h-7 grid-cols-[4.5rem_minmax(0,1fr)] items-start gap-x-3 py-1 @max-3xs:grid-cols-1"
    >
      <dt className="text-xs/5 text-muted-foreground wrap-anywhere">{label}</dt>
      <dd className={cn('min-w-0 leading-5 wrap-anywhere', isMissing && 'text-muted-foreground')}>{children}</dd>
    </div>
  )
}

function MoreButton({ isExpanded, children, ...props }: React.ComponentProps<typeof Button> & { isExpanded: boolean }) {
  return (
    <Button
      type="button"
      variant="ghost"
      size="sm"
      aria-expanded={isExpanded}
      className="-ms-2.5 text-muted-foreground"
      {...props}
    >
      <ChevronDown aria-hidden="true" className={cn('transition-transform motion-reduce:transition-none', isExpanded && 'rotate-180')} />
      {children}
    </Button>
  )
}

export { DetailList, DetailRow, DetailSection, detailSectionClassName, MoreButton }

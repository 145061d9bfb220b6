import { Check, X } from 'lucide-react'
import type * as React from 'react'
import { notPictured } from '../../.storybook/modes'

/** Parameters of pairs. Two examples on a page have landmarks with the same name. */
export const inPair = { ...notPictured, a11y: { options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } } }

interface SideProps {
  label: string
  icon: typeof Check
  className: string
  children: React.ReactNode
}

function Side({ label, icon: Icon, className, children }: SideProps) {
  return (
    <figure aria-label={label} className="flex min-w-0 flex-col gap-1.5">
      <figcaption className={`flex items-center gap-1.5 border-t-2 border-current pt-1.5 text-sm font-medium ${className}`}>
        <Icon aria-hidden="true" className="size-4" />
        {label}
      </figcaption>
      {/* Fixed parts, such as the launcher, stay in the box. */}
      <div className="relative min-h-24 flex-1 overflow-hidden rounded-md border bg-background text-foreground contain-layout">{children}</div>
    </figure>
  )
}

interface PairProps {
  /** The reason in one line. */
  why: string
  good: React.ReactNode
  bad: React.ReactNode
}

/** A right and a wrong use of a component beside each other, both live. */
export function Pair({ why, good, bad }: PairProps) {
  return (
    <section aria-label={why} className="flex flex-col gap-3 p-4">
      <h3 className="text-sm font-medium">{why}</h3>
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <Side label="Do" icon={Check} className="text-status-success">
          {good}
        </Side>
        <Side label="Don't" icon={X} className="text-destructive">
          {bad}
        </Side>
      </div>
    </section>
  )
}

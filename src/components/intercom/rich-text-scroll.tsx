'use client'

import * as React from 'react'
import { cn } from '@/lib/utils'

/** Props of {@link RichTextScroll}. */
interface RichTextScrollProps extends React.ComponentProps<'div'> {
  /** What is in the box, for those who come to it by keyboard. */
  label: string
  /** One element, as wide as it needs to be. */
  children: React.ReactElement
}

/**
 * A box for what is wider than its message. It asks its surroundings for no more room than they have, and takes the
 * keyboard's focus only where there is something to scroll.
 */
function RichTextScroll({ label, className, children, ...props }: RichTextScrollProps) {
  const box = React.useRef<HTMLDivElement>(null)
  const [overflows, setOverflows] = React.useState(false)

  // Before it is painted: the first moment at which somebody could press Tab.
  React.useLayoutEffect(() => {
    const { current } = box
    if (!current?.firstElementChild) return
    const measure = () => setOverflows(current.scrollWidth > current.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    observer.observe(current.firstElementChild)
    return () => observer.disconnect()
  }, [])

  return (
    <div
      data-slot="rich-text-scroll"
      data-state={overflows ? 'overflowing' : 'fitting'}
      // A column that may shrink to nothing: a bubble that fits its text does not grow with what scrolls in it.
      className="grid grid-cols-[minmax(0,auto)] justify-items-start not-first:mt-2 not-last:mb-2"
      {...props}
    >
      <div
        ref={box}
        {...(overflows && { role: 'group', tabIndex: 0, 'aria-label': label })}
        className={cn(
          'max-w-full overflow-x-auto focus-visible:outline-2 focus-visible:ring-[3px] focus-visible:ring-ring/50 focus-visible:outline-ring',
          className,
        )}
      >
        {children}
      </div>
    </div>
  )
}

export { RichTextScroll, type RichTextScrollProps }

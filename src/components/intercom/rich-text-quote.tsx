import { ChevronRight } from 'lucide-react'
import type * as React from 'react'
import { cn } from '@/lib/utils'

/** Props of {@link RichTextQuote}. */
interface RichTextQuoteProps extends React.ComponentProps<'blockquote'> {
  /** Hides the quote until it is asked for. */
  folded: boolean
  /** What the control says while the quote is hidden. */
  showLabel: string
  /** What the control says while the quote is shown. */
  hideLabel: string
}

/** What a message quotes. An e-mail's history is folded: the answer is what one came to read. */
function RichTextQuote({ folded, showLabel, hideLabel, className, ...props }: RichTextQuoteProps) {
  const quote = (
    <blockquote
      data-slot="rich-text-quote"
      className={cn('border-s-2 border-current/25 ps-3 not-first:mt-2 not-last:mb-2', className)}
      {...props}
    />
  )
  if (!folded) return quote
  return (
    <details data-slot="rich-text-folded" className="group/quote not-first:mt-2 not-last:mb-2">
      <summary className="inline-flex min-h-6 cursor-default items-center gap-1 rounded-md border border-border bg-background px-1.5 text-xs font-medium text-foreground focus-visible:outline-2 select-none hover:bg-accent hover:text-accent-foreground focus-visible:ring-[3px] focus-visible:ring-ring/50 focus-visible:outline-ring pointer-coarse:min-h-10 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 transition-transform group-open/quote:rotate-90 motion-reduce:transition-none rtl:-scale-x-100"
        />
        <span className="group-open/quote:hidden">{showLabel}</span>
        <span className="hidden group-open/quote:inline">{hideLabel}</span>
      </summary>
      {quote}
    </details>
  )
}

export { RichTextQuote, type RichTextQuoteProps }

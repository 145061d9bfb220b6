import type * as React from 'react'
import { cleanText } from 'intercom-v0-kit/strings'

/** Characters of a tooltip: enough for any name, not enough to cover the page. */
const maxTitle = 400

/** Props of {@link PlainText}. */
interface PlainTextProps extends React.ComponentProps<'bdi'> {
  /** Text that a user typed: a name, a subject, a file name. */
  text: string | null | undefined
  /**
   * Characters to show, as a user counts them. A longer text is in the tooltip.
   * @default 200
   */
  max?: number
}

/**
 * A line of text that someone else wrote: invisible characters are removed, its direction does not affect the text
 * around it, and its length is limited.
 */
function PlainText({ text, max = 200, className, ...props }: PlainTextProps) {
  const whole = cleanText(text, maxTitle)
  const shown = whole.length <= max ? whole : cleanText(text, max)
  return (
    <bdi data-slot="plain-text" title={shown === whole ? undefined : whole} className={className ? `wrap-anywhere ${className}` : 'wrap-anywhere'} {...props}>
      {shown}
    </bdi>
  )
}

export { PlainText, type PlainTextProps }

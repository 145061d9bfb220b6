import * as React from 'react'
import { cleanText } from 'intercom-v0-kit/strings'

/** The most characters of a tooltip: enough for any name, not enough to cover the page. */
const maxTitle = 400

/** Props of {@link PlainText}. */
interface PlainTextProps extends React.ComponentProps<'bdi'> {
  /** What somebody typed: a name, a subject, the name of a file. */
  text: string | null | undefined
  /** The most characters to show, as a reader counts them. The whole text is then in the tooltip. Default 200. */
  max?: number
}

/**
 * A line that somebody else wrote, kept to itself: characters that nobody sees are removed, its direction does not turn
 * the text around it, and it is never longer than it may be.
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

import type * as React from 'react'
import { cleanText } from 'intercom-v0-kit/strings'

/** Maximum characters of the tooltip. */
const maxTitle = 400

interface PlainTextProps extends React.ComponentProps<'bdi'> {
  text: string | null | undefined
  /** Maximum graphemes. The tooltip shows longer text. @default 200 */
  max?: number | undefined
}

/** Renders untrusted text: truncated, without invisible characters, and isolated from the direction of its surroundings. */
function PlainText({ text, max = 200, className, ...props }: PlainTextProps) {
  const whole = cleanText(text, maxTitle)
  const shown = whole.length <= max ? whole : cleanText(text, max)
  return (
    <bdi data-slot="plain-text" title={shown === whole ? undefined : whole} className={className ? `wrap-anywhere ${className}` : 'wrap-anywhere'} {...props}>
      {shown}
    </bdi>
  )
}

export { PlainText }

'use client'

import type * as React from 'react'
import { formatDateTime, formatTime, type TimeFormat } from 'intercom-v0-kit/strings'

const timeClassName = 'whitespace-nowrap tabular-nums [unicode-bidi:plaintext]'

/** Props of {@link ThreadTime}. */
interface ThreadTimeProps extends React.ComponentProps<'time'> {
  /** The moment, in Unix seconds. */
  at: number
  /** The reader's language and time zone. */
  format: TimeFormat
  /** The time of day, where it is written already. */
  text?: string
}

/** The time of day at which something was said or done; the whole date is in the tooltip. */
function ThreadTime({ at, format, text, className, ...props }: ThreadTimeProps) {
  return (
    <time
      data-slot="thread-time"
      dateTime={new Date(at * 1000).toISOString()}
      // Nobody points at most of them: what the tooltip says is written when somebody does.
      onPointerEnter={({ currentTarget }) => {
        currentTarget.title = formatDateTime(at, format)
      }}
      className={className ? `${timeClassName} ${className}` : timeClassName}
      {...props}
    >
      {text ?? formatTime(at, format)}
    </time>
  )
}

export { ThreadTime, type ThreadTimeProps }

'use client'

import * as React from 'react'
import { useLocale } from '@/components/intercom/locale-provider'
import { formatDateTime, formatTime } from '@/lib/intercom/time'

const timeClassName = 'whitespace-nowrap tabular-nums [unicode-bidi:plaintext]'

/** Props of {@link ThreadTime}. */
interface ThreadTimeProps extends React.ComponentProps<'time'> {
  /** The moment, in Unix seconds. */
  at: number
  /** The time of day, where it is written already. */
  text?: string
}

/** The time of day at which something was said or done; the whole date is in the tooltip. */
function ThreadTime({ at, text, className, ...props }: ThreadTimeProps) {
  const format = useLocale()
  // Nobody points at most of them.
  const [isPointedAt, setPointedAt] = React.useState(false)
  return (
    <time
      data-slot="thread-time"
      dateTime={new Date(at * 1000).toISOString()}
      title={isPointedAt ? formatDateTime(at, format) : undefined}
      onPointerEnter={() => setPointedAt(true)}
      className={className ? `${timeClassName} ${className}` : timeClassName}
      {...props}
    >
      {text ?? formatTime(at, format)}
    </time>
  )
}

export { ThreadTime, type ThreadTimeProps }

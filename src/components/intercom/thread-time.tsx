'use client'

import type * as React from 'react'
import { useLocale } from '@/components/intercom/locale-provider'
import { formatDateTime, formatTime } from '@/lib/intercom/time'
import { cn } from '@/lib/utils'

/** Props of {@link ThreadTime}. */
interface ThreadTimeProps extends React.ComponentProps<'time'> {
  /** The moment, in Unix seconds. */
  at: number
}

/** The time of day at which something was said or done; the whole date is in the tooltip. */
function ThreadTime({ at, className, ...props }: ThreadTimeProps) {
  const format = useLocale()
  return (
    <time
      data-slot="thread-time"
      dateTime={new Date(at * 1000).toISOString()}
      title={formatDateTime(at, format)}
      className={cn('whitespace-nowrap tabular-nums [unicode-bidi:plaintext]', className)}
      {...props}
    >
      {formatTime(at, format)}
    </time>
  )
}

export { ThreadTime, type ThreadTimeProps }

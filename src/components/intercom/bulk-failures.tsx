'use client'

import { CircleAlert } from 'lucide-react'
import { bulkBarMessages, useMessages } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import type { InboxWork } from 'intercom-v0-kit/inbox'

/** Props of {@link BulkFailures}. */
interface BulkFailuresProps {
  /** What was done, and what was not. */
  work: Pick<InboxWork, 'bulk' | 'retryFailed'>
}

/** Below the rows, so that none of them moves. Each row that failed says why. */
function BulkFailures({ work }: BulkFailuresProps) {
  const t = useMessages('bulkBar', bulkBarMessages)
  const { attempted, failed, retryFailed, forgetFailed } = work.bulk
  return (
    <div role="alert" data-slot="bulk-failures" className="flex shrink-0 flex-col gap-2 border-t bg-muted px-3 py-2.5 text-xs">
      <p className="flex gap-2">
        <CircleAlert aria-hidden="true" className="size-4 shrink-0 text-destructive" />
        {t('failed', { count: failed.size, total: attempted })}
      </p>
      <div className="flex justify-end gap-1.5">
        <Button type="button" variant="ghost" size="sm" onClick={forgetFailed} className="pointer-coarse:h-10">
          {t('dismiss')}
        </Button>
        {retryFailed ? (
          <Button type="button" variant="outline" size="sm" onClick={work.retryFailed} className="pointer-coarse:h-10">
            {t('retryFailed')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

export { BulkFailures, type BulkFailuresProps }

'use client'

import { CircleAlert, CircleCheck, Moon, UserRoundPlus, X } from 'lucide-react'
import { type CommandId, lazyPart, toAriaKeyShortcuts, useInbox, useMediaQuery, useWanted } from 'intercom-v0-kit/inbox'
import { bulkBarStrings, useStrings } from 'intercom-v0-kit/strings'
import { InboxRowActions } from '@/components/intercom/support-inbox/row-actions'
import { IconButton } from '@/components/intercom/shared/icon-button'
import { Button } from '@/components/ui/button'
import { TooltipProvider } from '@/components/ui/tooltip'

const InboxGestures = lazyPart(async () => (await import('@/components/intercom/support-inbox/gestures')).InboxGestures)

/** Actions on the checked conversations. */
function BulkBar() {
  const t = useStrings('bulkBar', bulkBarStrings)
  const { actions, ask, bindings, listActions } = useInbox()
  const { shownCheckedIds, setCheckedIds, bulk } = actions
  const { progress } = bulk
  const buttons = [
    { id: 'close', icon: CircleCheck, run: () => actions.act(shownCheckedIds, { action: 'close' }) },
    { id: 'snooze', icon: Moon, run: () => ask('snooze') },
    { id: 'assign', icon: UserRoundPlus, run: () => ask('assign') },
  ] as const satisfies { id: CommandId; icon: unknown; run: () => void }[]
  return (
    <TooltipProvider>
      <fieldset
        data-slot="bulk-bar"
        className="@container/bulk flex h-6 min-w-0 shrink-0 items-center gap-0.5 px-2 pointer-coarse:h-13"
      >
        <legend className="sr-only">{t('label')}</legend>
        <IconButton
          label={t('clear')}
          shortcut={toAriaKeyShortcuts(bindings, 'leave')}
          onClick={() => {
            setCheckedIds(new Set())
            listActions.current?.focusRow(0)
          }}
          className="size-6 pointer-coarse:size-11"
        >
          <X aria-hidden="true" />
        </IconButton>
        <p role="status" className="min-w-0 flex-1 truncate text-xs font-medium tabular-nums">
          {progress ? t('progress', progress) : t('selected', { count: shownCheckedIds.length })}
        </p>
        {buttons.map(({ id, icon: Icon, run }) => (
          <IconButton
            key={id}
            size="sm"
            label={t(id)}
            shortcut={toAriaKeyShortcuts(bindings, id)}
            aria-disabled={progress !== null}
            onClick={progress ? undefined : run}
            // The number of rows and the words matter more than the icons.
            className="h-6 min-w-0 shrink px-2 text-xs has-[>svg]:px-2 pointer-coarse:h-11 pointer-coarse:w-auto @max-[21.5rem]/bulk:[&>svg]:hidden"
          >
            <Icon aria-hidden="true" />
            <span className="truncate">{t(id)}</span>
          </IconButton>
        ))}
      </fieldset>
    </TooltipProvider>
  )
}

/** Gestures on touch screens, the actions of the active row, and the summary of a bulk action that failed in part. */
function InboxListFooter() {
  const { attempted, failed } = useInbox().actions.bulk
  const gestures = useWanted(useMediaQuery('(any-pointer: coarse)'))
  return (
    <>
      <InboxGestures {...gestures} />
      <InboxRowActions />
      {attempted > 1 && failed.size > 0 ? <BulkFailures /> : null}
    </>
  )
}

/** Summary of a bulk action that failed in part. Below the rows, so that none of them moves; each failed row says why. */
function BulkFailures() {
  const t = useStrings('bulkBar', bulkBarStrings)
  const { actions } = useInbox()
  const { attempted, failed, retryFailed, forgetFailed } = actions.bulk
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
          <Button type="button" variant="outline" size="sm" onClick={() => void retryFailed()} className="pointer-coarse:h-10">
            {t('retryFailed', { count: failed.size })}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

export { BulkBar, InboxListFooter }

'use client'

import { CircleCheck } from 'lucide-react'
import { summarizeDay, useConversations, useInbox } from 'intercom-v0-kit/inbox'
import {
  cleanText, conversationListStrings, conversationThreadStrings, formatAhead, formatDuration, getDayKey, idlePaneStrings, useLocale, useNow,
  useStrings,
} from 'intercom-v0-kit/strings'
import { EmptyState } from '@/components/intercom/error-state'
import { Button } from '@/components/ui/button'

/** Empty state of the open conversations: what was closed today, how fast the replies were, and what returns next. */
function InboxZero() {
  const t = useStrings('idlePane', idlePaneStrings)
  const list = useStrings('conversationList', conversationListStrings)
  const thread = useStrings('conversationThread', conversationThreadStrings)
  const { select } = useInbox()
  const [now, format] = [useNow(), useLocale()]
  const closed = useConversations({ state: 'closed' })
  const snoozed = useConversations({ state: 'snoozed' })
  const day = now === null ? '' : getDayKey(now, format.timeZone)
  const { closedToday, medianReply, next } = summarizeDay(
    closed.conversations ?? [],
    snoozed.isOnePage ? (snoozed.conversations ?? []) : [],
    (at) => getDayKey(at, format.timeZone) === day,
  )
  const isMore = closed.hasMore && closedToday === closed.conversations?.length
  const figures = [
    closedToday > 0 && { label: t('closedToday'), value: `${closedToday.toLocaleString(format.locale)}${isMore ? '+' : ''}` },
    medianReply !== null && { label: t('medianReply'), value: formatDuration(Math.max(60, medianReply), format.locale) },
  ].filter((figure) => figure !== false)

  return (
    <EmptyState data-slot="inbox-zero" icon={CircleCheck} title={list('emptyOpen')} description={list('emptyOpenTitle')} className="max-w-md">
      {figures.length > 0 ? (
        <dl data-slot="inbox-zero-figures" className="my-4 flex justify-center gap-10">
          {figures.map(({ label, value }) => (
            <div key={label} className="flex flex-col-reverse items-center gap-0.5">
              <dt className="text-xs text-muted-foreground">{label}</dt>
              <dd className="text-2xl font-semibold tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {next ? (
        <Button type="button" variant="outline" onClick={() => select(next.id)} className="h-auto max-w-full gap-3 py-2.5 font-normal whitespace-normal">
          <span className="text-muted-foreground">{t('next', { time: formatAhead(next.snoozed_until ?? 0, now, format) })}</span>
          <bdi className="truncate font-medium">{cleanText(next.contact?.name) || cleanText(next.contact?.email) || thread('unknownCustomer')}</bdi>
        </Button>
      ) : null}
    </EmptyState>
  )
}

export { InboxZero }

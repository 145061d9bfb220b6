import * as React from 'react'
import { getInitials } from '@/kit/strings/initials'
import type { ConversationSummary } from '@/kit/contracts/index'
import { getConversationStatus } from '@/kit/inbox/list/waiting'
import { formatDuration } from '@/kit/strings/format-time'
import { NOW } from '../../../mocks/data/clock.ts'

/** Height of a row in pixels, in every list. */
export const ROW_HEIGHT = 72

/** Returns the text of a row, as other lists get it. */
export function getRowText(row: ConversationSummary) {
  return {
    letters: getInitials(row.contact?.name ?? ''),
    name: row.contact?.name ?? '',
    age: formatDuration(NOW - row.last_message_at, 'en'),
    title: row.title ?? '',
    preview: row.preview,
    status: getConversationStatus(row) ?? '',
  }
}

export const classes = {
  row: 'relative flex h-18 items-start gap-3 overflow-hidden border-b px-3.5 py-1.5 text-sm data-[selected=true]:bg-accent',
  avatar: 'mt-0.5 flex size-9 shrink-0 items-center justify-center rounded-full bg-muted text-xs',
  body: 'flex h-full min-w-0 flex-1 flex-col',
  head: 'flex h-5 items-center gap-1.5',
  name: 'truncate font-medium',
  age: 'ms-auto shrink-0 text-xs text-muted-foreground',
  line: 'truncate leading-5',
  status: 'mt-auto text-xs text-muted-foreground',
}

/** A plain first version of a row, with the same text as the kit's. */
export const PlainRow = React.memo(function PlainRow({ row, isSelected }: { row: ConversationSummary; isSelected: boolean }) {
  const words = getRowText(row)
  return (
    <div className={classes.row} data-selected={isSelected}>
      <span className={classes.avatar}>{words.letters}</span>
      <div className={classes.body}>
        <div className={classes.head}>
          <button type="button" className={classes.name}>{words.name}</button>
          <time className={classes.age}>{words.age}</time>
        </div>
        <span className={classes.line}>{words.title}</span>
        <span className={classes.line}>{words.preview}</span>
        <span className={classes.status}>{words.status}</span>
      </div>
    </div>
  )
})

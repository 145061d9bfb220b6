'use client'

import { CircleCheck, Moon } from 'lucide-react'
import { useInbox, useTouchGestures } from 'intercom-v0-kit/inbox'
import { bulkBarStrings, useStrings } from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'

const looks = {
  close: { icon: CircleCheck, className: 'bg-status-success-surface text-status-success' },
  snooze: { icon: Moon, className: 'bg-status-snoozed-surface text-status-snoozed' },
}

/** Gestures on touch screens: a long press checks a row, swipes close and snooze it. The menus have the same actions. */
function InboxGestures() {
  const t = useStrings('bulkBar', bulkBarStrings)
  const { actions, ask, listActions } = useInbox()
  const { labelRef, swipe } = useTouchGestures({
    canSwipe: actions.shownCheckedIds.length === 0,
    onLongPress: (id) => listActions.current?.toggle(id),
    onSwipe(id, action) {
      if (action === 'close') return actions.act([id], { action })
      listActions.current?.focusId(id)
      ask('snooze', [id])
    },
  })
  const { icon: Icon, className } = looks[swipe?.action ?? 'close']
  return (
    <div
      ref={labelRef}
      aria-hidden="true"
      data-slot="swipe-action"
      data-armed={swipe?.isArmed || undefined}
      className={cn(
        'pointer-events-none fixed z-10 flex items-center justify-center gap-1.5 overflow-hidden rounded-lg text-xs font-medium whitespace-nowrap opacity-60 data-armed:opacity-100',
        className,
        !swipe && 'hidden',
      )}
    >
      <Icon className="size-4 shrink-0" />
      {t(swipe?.action ?? 'close')}
    </div>
  )
}

export { InboxGestures }

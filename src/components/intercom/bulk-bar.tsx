'use client'

import { CircleCheck, Moon, UserRoundPlus, X } from 'lucide-react'
import * as React from 'react'
import { bulkBarMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { ariaKeys, type CommandId, type KeyBinding } from 'intercom-v0-kit/inbox'
import { cn } from '@/lib/utils'

/** Props of {@link BulkBar}. */
interface BulkBarProps extends React.ComponentProps<'div'> {
  /** How many conversations are selected. */
  count: number
  /** How far an action is; null while none is under way. */
  progress: { finished: number; total: number } | null
  /** Closes them. */
  onCloseSelected: () => void
  /** Asks until when to snooze them. */
  onSnoozeSelected: () => void
  /** Asks whom to give them to. */
  onAssignSelected: () => void
  /** Selects none. */
  onClear: () => void
  /** The keys in force: the buttons say theirs. */
  bindings?: readonly KeyBinding[]
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

const noKeys: readonly KeyBinding[] = []

/** What can be done with the conversations that are selected. */
function BulkBar({
  count,
  progress,
  onCloseSelected,
  onSnoozeSelected,
  onAssignSelected,
  onClear,
  bindings = noKeys,
  messages,
  className,
  ...props
}: BulkBarProps) {
  const t = useMessages('bulkBar', bulkBarMessages, messages)
  const actions = [
    { id: 'close', name: t('close'), icon: CircleCheck, run: onCloseSelected },
    { id: 'snooze', name: t('snooze'), icon: Moon, run: onSnoozeSelected },
    { id: 'assign', name: t('assign'), icon: UserRoundPlus, run: onAssignSelected },
  ] satisfies { id: CommandId; name: string; icon: unknown; run: () => void }[]
  return (
    <div
      role="group"
      aria-label={t('label')}
      data-slot="bulk-bar"
      className={cn('flex h-11 shrink-0 items-center gap-0.5 border-b bg-muted ps-1.5 pe-2 pointer-coarse:h-13', className)}
      {...props}
    >
      <Button type="button" variant="ghost" size="icon-sm" aria-label={t('clear')} title={t('clear')} onClick={onClear} className="pointer-coarse:size-11">
        <X aria-hidden="true" />
      </Button>
      <p role="status" className="min-w-0 flex-1 truncate text-xs font-medium tabular-nums">
        {progress ? t('progress', progress) : t('selected', { count })}
      </p>
      {actions.map(({ id, name, icon: Icon, run }) => {
        const key = ariaKeys(bindings, id)
        return (
          <Button
            type="button"
            key={id}
            variant="ghost"
            size="sm"
            aria-keyshortcuts={key}
            aria-disabled={progress !== null}
            title={key ? t('withKey', { name, key }) : name}
            onClick={() => {
              if (!progress) run()
            }}
            className="min-w-0 shrink px-2 text-xs has-[>svg]:px-2 pointer-coarse:h-11"
          >
            <Icon aria-hidden="true" />
            <span className="truncate">{name}</span>
          </Button>
        )
      })}
    </div>
  )
}

export { BulkBar, type BulkBarProps }

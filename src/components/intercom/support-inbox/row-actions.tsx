'use client'

import { CircleCheck, Moon, RotateCcw, UserRoundPlus } from 'lucide-react'
import { createPortal } from 'react-dom'
import { type CommandId, toAriaKeyShortcuts, useActiveRow, useInbox } from 'intercom-v0-kit/inbox'
import { conversationActionsStrings, isRightToLeft, useLocale, useStrings } from 'intercom-v0-kit/strings'
import { IconButton } from '@/components/intercom/shared/icon-button'
import { TooltipProvider } from '@/components/ui/tooltip'

/** Close, snooze and assign, over the last line of the row under the mouse or with the keyboard's focus. */
function InboxRowActions() {
  const t = useStrings('conversationActions', conversationActionsStrings)
  const { locale } = useLocale()
  const { actions, ask, bindings, conversations, listActions } = useInbox()
  const { markRef, activeRow } = useActiveRow()
  const conversation = conversations?.find(({ id }) => id === activeRow?.id)
  const isShown = activeRow && conversation && actions.shownCheckedIds.length === 0 && !actions.isSelecting
  return (
    <>
      <span ref={markRef} hidden />
      {isShown ? createPortal(renderToolbar(activeRow.id, conversation.state === 'closed'), activeRow.element) : null}
    </>
  )

  function renderToolbar(id: string, isClosed: boolean) {
    const buttons = [
      isClosed
        ? { id: 'open', icon: RotateCcw, run: () => actions.act([id], { action: 'open' }) }
        : { id: 'close', icon: CircleCheck, command: 'close', run: () => actions.act([id], { action: 'close' }) },
      { id: 'snooze', icon: Moon, command: 'snooze', run: () => ask('snooze', [id]) },
      { id: 'assign', icon: UserRoundPlus, command: 'assign', run: () => ask('assign', [id]) },
    ] satisfies { id: keyof typeof conversationActionsStrings; icon: unknown; command?: CommandId; run: () => void }[]
    return (
      <TooltipProvider>
        <div
          role="toolbar"
          tabIndex={-1}
          aria-label={t('label')}
          data-slot="row-actions"
          className="absolute inset-e-1.5 bottom-px z-20 flex rounded-md border bg-card text-muted-foreground shadow-xs"
          onKeyDown={(event) => {
            const { key, currentTarget, target } = event
            const step = { ArrowRight: 1, ArrowLeft: -1 }[key]
            if (step) {
              const all = [...currentTarget.querySelectorAll('button')]
              const place = all.indexOf(target as HTMLButtonElement) + (isRightToLeft(locale) ? -step : step)
              all.at(place % all.length)?.focus()
            } else if (key === 'ArrowDown' || key === 'ArrowUp') listActions.current?.focusRow(key === 'ArrowDown' ? 1 : -1)
            else if (key === 'Escape') listActions.current?.focusId(id)
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        >
          {buttons.map(({ id: name, icon: Icon, command, run }, index) => (
            <IconButton
              key={name}
              label={t(name)}
              shortcut={command && toAriaKeyShortcuts(bindings, command)}
              // One tab stop; arrows reach the others.
              tabIndex={index === 0 ? 0 : -1}
              onClick={run}
              className="size-6 rounded-sm pointer-coarse:size-6 [&>svg]:size-3.5"
            >
              <Icon aria-hidden="true" />
            </IconButton>
          ))}
        </div>
      </TooltipProvider>
    )
  }
}

export { InboxRowActions }

'use client'

import {
  BellRing, CircleCheck, Ellipsis, Mail, MailOpen, Moon, RotateCcw, Tag as TagIcon, UserRoundPlus,
} from 'lucide-react'
import * as React from 'react'
import type { ConversationMenuItem } from '@/components/intercom/conversation-menu'
import { lazyPart } from 'intercom-v0-kit/inbox'
import { conversationActionsMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import type { ConversationState } from 'intercom-v0-kit/contracts'
import { cn } from '@/lib/utils'

/** What is asked for in a dialog. */
type ConversationDialog = 'snooze' | 'assign' | 'tags'

const load = () => import('@/components/intercom/conversation-menu')
const ConversationMenu = lazyPart(async () => (await load()).ConversationMenu)

const icons = { snooze: Moon, assign: UserRoundPlus, tags: TagIcon }
const dialogs = ['snooze', 'assign', 'tags'] as const

/** Props of {@link ConversationActionsView}. */
interface ConversationActionsViewProps extends React.ComponentProps<'div'> {
  /** How the conversation stands. */
  state: ConversationState
  /** Whether it was read. */
  isRead: boolean
  /** Closes it, or opens it again. */
  onToggleClosed: () => void
  /** Ends its snooze. */
  onWake: () => void
  /** Marks it as unread, or as read. */
  onToggleRead: () => void
  /** Opens a dialog; `opener` is what has the focus afterwards. */
  onOpenDialog: (dialog: ConversationDialog, opener: HTMLElement | null) => void
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** What a teammate can do with a conversation: all of it in a menu, and what is done most beside it where there is room. */
function ConversationActionsView({
  state,
  isRead,
  onToggleClosed,
  onWake,
  onToggleRead,
  onOpenDialog,
  messages,
  className,
  ...props
}: ConversationActionsViewProps) {
  const t = useMessages('conversationActions', conversationActionsMessages, messages)
  const isClosed = state === 'closed'
  const closeLabel = t(isClosed ? 'open' : 'close')

  const items: ConversationMenuItem[] = dialogs.map((dialog) => {
    const Icon = icons[dialog]
    const onSelect = (opener: HTMLElement | null) => onOpenDialog(dialog, opener)
    return { id: dialog, label: t(dialog), icon: <Icon aria-hidden="true" />, onSelect }
  })
  if (state === 'snoozed') {
    items.push({ id: 'wake', label: t('wake'), icon: <BellRing aria-hidden="true" />, onSelect: onWake })
  }
  const Letter = isRead ? Mail : MailOpen
  const label = t(isRead ? 'markUnread' : 'markRead')
  items.push({ id: 'read', label, icon: <Letter aria-hidden="true" />, onSelect: onToggleRead })

  return (
    <div
      role="group"
      aria-label={t('label')}
      data-slot="conversation-actions"
      className={cn('flex items-center gap-1', className)}
      {...props}
    >
      {dialogs.map((dialog) => {
        const Icon = icons[dialog]
        return (
          <Button
            type="button"
            key={dialog}
            variant="ghost"
            size="icon-sm"
            aria-label={t(dialog)}
            title={t(dialog)}
            aria-haspopup="dialog"
            onClick={(event) => onOpenDialog(dialog, event.currentTarget)}
            className="hidden @min-[38rem]/thread:inline-flex pointer-coarse:size-10"
          >
            <Icon aria-hidden="true" />
          </Button>
        )
      })}
      <MenuButton label={t('more')} items={items} />
      <Button
        type="button"
        variant="outline"
        size="sm"
        title={closeLabel}
        onClick={onToggleClosed}
        className="pointer-coarse:h-10 @max-[26rem]/thread:w-8 @max-[26rem]/thread:px-0! pointer-coarse:@max-[26rem]/thread:w-10"
      >
        {isClosed ? <RotateCcw aria-hidden="true" /> : <CircleCheck aria-hidden="true" />}
        <span className="@max-[26rem]/thread:sr-only">{closeLabel}</span>
      </Button>
    </div>
  )
}

/** Looks like the menu's own button, and makes way for it, open, when it is pressed. */
function MenuButton({ label, items }: { label: string; items: readonly ConversationMenuItem[] }) {
  const [isWanted, setWanted] = React.useState(false)
  const prepare = () => void load().catch(() => {})
  const button = (
    <Button
      type="button"
      variant="ghost"
      size="icon-sm"
      aria-label={label}
      title={label}
      aria-haspopup="menu"
      aria-expanded="false"
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={() => setWanted(true)}
      className="pointer-coarse:size-10"
    >
      <Ellipsis aria-hidden="true" />
    </Button>
  )
  return (
    <ConversationMenu isWanted={isWanted} onWantedChange={setWanted} fallback={button} label={label} items={items} defaultOpen />
  )
}

export { ConversationActionsView, type ConversationActionsViewProps, type ConversationDialog }

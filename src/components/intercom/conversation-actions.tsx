'use client'

import {
  BellRing, CircleCheck, Ellipsis, Mail, MailOpen, Moon, RotateCcw, Tag as TagIcon, UserRoundPlus,
} from 'lucide-react'
import * as React from 'react'
import {
  type ConversationDialog, lazyPart, useConversationControls, useInboxCommands,
} from 'intercom-v0-kit/inbox'
import { conversationActionsStrings, type StringTable, useStrings } from 'intercom-v0-kit/strings'
import type { ConversationState } from 'intercom-v0-kit/contracts'
import type { ConversationMenuItem } from '@/components/intercom/conversation-actions/menu'
import { IconButton } from '@/components/intercom/shared/icon-button'
import { TooltipProvider } from '@/components/ui/tooltip'
import { cn } from '@/lib/utils'

// Panels and menu load on first use.
const loadDialogs = () => import('@/components/intercom/conversation-actions/dialogs')
const SnoozeDialog = lazyPart(async () => (await loadDialogs()).SnoozeDialog)
const AssignDialog = lazyPart(async () => (await loadDialogs()).AssignDialog)
const TagsDialog = lazyPart(async () => (await loadDialogs()).TagsDialog)
const loadMenu = () => import('@/components/intercom/conversation-actions/menu')
const ConversationMenu = lazyPart(async () => (await loadMenu()).ConversationMenu)

const dialogs = ['snooze', 'assign', 'tags'] as const
const icons = { snooze: Moon, assign: UserRoundPlus, tags: TagIcon }

/** Props of {@link ConversationActions}. */
interface ConversationActionsProps extends Omit<React.ComponentProps<'fieldset'>, 'onClose'> {
  /** Id of the conversation. */
  conversationId: string
  /** Called when the user closes the conversation, before the response arrives: the moment to select the next one. */
  onClose?: (() => void) | undefined
  /** Called when the user snoozes the conversation, before the response arrives. It then also moves the focus. */
  onSnooze?: (() => void) | undefined
  /** Overrides for the default strings. */
  strings?: Partial<StringTable> | undefined
}

/**
 * Close, snooze, assign, tag and mark as unread. Each shows its result at once, with a toast to undo it, and is reverted if
 * it fails. Needs a `Toaster` on the page.
 */
function ConversationActions({ conversationId, onClose, onSnooze, ...props }: ConversationActionsProps) {
  const controls = useConversationControls({ conversationId, onClose, onSnooze })
  const { conversation, dialog, closeDialog } = controls
  if (!conversation) return null

  const { admin_assignee_id: admin_id, team_assignee_id: team_id } = conversation
  const getDialogProps = (name: ConversationDialog) => ({
    isWanted: dialog === name,
    onWantedChange: (isWanted: boolean) => (isWanted ? controls.reopen() : closeDialog()),
    open: dialog === name,
    anchor: controls.opener,
    onClose: closeDialog,
    onFocusReturn: controls.restoreFocus,
  })
  return (
    <>
      <ConversationActionsView
        state={conversation.state}
        isRead={conversation.read}
        openDialog={dialog}
        onToggleClosed={controls.toggleClosed}
        onWake={controls.wake}
        onToggleRead={controls.toggleRead}
        onOpenDialog={controls.open}
        {...props}
      />
      <SnoozeDialog {...getDialogProps('snooze')} onSnooze={controls.snooze} />
      <AssignDialog {...getDialogProps('assign')} assignee={{ admin_id, team_id }} onAssign={controls.assign} />
      <TagsDialog {...getDialogProps('tags')} tags={conversation.tags} onSave={controls.changeTags} />
    </>
  )
}

/** Props of {@link ConversationActionsView}. */
interface ConversationActionsViewProps extends React.ComponentProps<'fieldset'> {
  /** State of the conversation. */
  state: ConversationState
  /** Whether the conversation is read. */
  isRead: boolean
  /** Closes the conversation, or opens it again. */
  onToggleClosed: () => void
  /** Ends the snooze. */
  onWake: () => void
  /** Marks the conversation as unread, or as read. */
  onToggleRead: () => void
  /** The open panel; `null` if there is none. */
  openDialog?: ConversationDialog | null | undefined
  /** Opens a panel at `opener`, which gets the focus afterwards. */
  onOpenDialog: (dialog: ConversationDialog, opener: HTMLElement | null) => void
  /** Overrides for the default strings. */
  strings?: Partial<StringTable> | undefined
}

/** {@link ConversationActions} without data: every action in a menu, and the frequent ones beside it if there is room. */
function ConversationActionsView({
  state, isRead, openDialog = null, onToggleClosed, onWake, onToggleRead, onOpenDialog, strings, className,
  ...props
}: ConversationActionsViewProps) {
  const t = useStrings('conversationActions', conversationActionsStrings, strings)
  const { shortcutOf } = useInboxCommands()
  const isClosed = state === 'closed'
  const closeLabel = t(isClosed ? 'open' : 'close')
  const ReadIcon = isRead ? Mail : MailOpen
  const items: ConversationMenuItem[] = dialogs.map((dialog) => {
    const Icon = icons[dialog]
    return { id: dialog, label: t(dialog), icon: <Icon aria-hidden="true" />, onSelect: (opener) => onOpenDialog(dialog, opener) }
  })
  if (state === 'snoozed') {
    items.push({ id: 'wake', label: t('wake'), icon: <BellRing aria-hidden="true" />, onSelect: onWake })
  }
  items.push({ id: 'read', label: t(isRead ? 'markUnread' : 'markRead'), icon: <ReadIcon aria-hidden="true" />, onSelect: onToggleRead })

  return (
    <TooltipProvider>
      <fieldset
        aria-label={t('label')}
        data-slot="conversation-actions"
        className={cn('flex items-center gap-1', className)}
        {...props}
      >
        {dialogs.map((dialog) => {
          const Icon = icons[dialog]
          return (
            <IconButton
              key={dialog}
              data-dialog={dialog}
              label={t(dialog)}
              shortcut={dialog === 'tags' ? undefined : shortcutOf(dialog)}
              aria-haspopup="dialog"
              aria-expanded={openDialog === dialog}
              onClick={(event) => onOpenDialog(dialog, event.currentTarget)}
              className="hidden @min-[38rem]/thread:inline-flex"
            >
              <Icon aria-hidden="true" />
            </IconButton>
          )
        })}
        <MenuButton label={t('more')} items={items} />
        <IconButton
          variant="outline"
          size="sm"
          label={closeLabel}
          shortcut={isClosed ? undefined : shortcutOf('close')}
          onClick={onToggleClosed}
          className="pointer-coarse:h-10 pointer-coarse:w-auto @max-[26rem]/thread:w-8 @max-[26rem]/thread:px-0! pointer-coarse:@max-[26rem]/thread:w-10"
        >
          {isClosed ? <RotateCcw aria-hidden="true" /> : <CircleCheck aria-hidden="true" />}
          <span className="@max-[26rem]/thread:sr-only">{closeLabel}</span>
        </IconButton>
      </fieldset>
    </TooltipProvider>
  )
}

/** Looks like the button of the menu, and is replaced by it when it is pressed. */
function MenuButton({ label, items }: { label: string; items: readonly ConversationMenuItem[] }) {
  const [isWanted, setWanted] = React.useState(false)
  const button = (
    <IconButton
      label={label}
      aria-haspopup="menu"
      aria-expanded="false"
      onPointerEnter={ConversationMenu.preload}
      onFocus={ConversationMenu.preload}
      onClick={() => setWanted(true)}
    >
      <Ellipsis aria-hidden="true" />
    </IconButton>
  )
  return <ConversationMenu isWanted={isWanted} onWantedChange={setWanted} fallback={button} label={label} items={items} />
}

export {
  ConversationActions, ConversationActionsView, type ConversationActionsProps, type ConversationActionsViewProps,
  type ConversationDialog,
}

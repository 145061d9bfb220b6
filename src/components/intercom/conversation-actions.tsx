'use client'

import {
  BellRing, CircleCheck, Ellipsis, Mail, MailOpen, Moon, RotateCcw, Tag as TagIcon, UserRoundPlus,
} from 'lucide-react'
import * as React from 'react'
import {
  type ConversationDialog, lazyPart, useConversationControls, useInboxCommands,
} from 'intercom-v0-kit/inbox'
import { conversationActionsStrings, type StringsProps, useStrings } from 'intercom-v0-kit/strings'
import type { ConversationState } from 'intercom-v0-kit/contracts'
import type { ActionMenuItem } from '@/components/intercom/shared/action-menu'
import { IconButton, type IconButtonProps, Keys } from '@/components/intercom/shared/icon-button'
import { TooltipProvider } from '@/components/ui/tooltip'
import { cn } from '@/lib/utils'

// Panels and menu load on first use.
const loadDialogs = () => import('@/components/intercom/conversation-actions/dialogs')
/** Asks until when to snooze a conversation. Loads on first use. */
const SnoozeDialog = lazyPart(async () => (await loadDialogs()).SnoozeDialog)
const AssignDialog = lazyPart(async () => (await loadDialogs()).AssignDialog)
const TagsDialog = lazyPart(async () => (await loadDialogs()).TagsDialog)
const loadMenu = () => import('@/components/intercom/shared/action-menu')
const ActionMenu = lazyPart(async () => (await loadMenu()).ActionMenu)

const dockDialogs = ['snooze', 'assign'] as const
const menuDialogs = ['tags'] as const
const dialogs = [...dockDialogs, ...menuDialogs] as const
const icons = { snooze: Moon, assign: UserRoundPlus, tags: TagIcon }

/** Props of {@link ConversationActions}. */
interface ConversationActionsProps extends Omit<React.ComponentProps<'fieldset'>, 'onClose'>, StringsProps {
  /** Id of the conversation. */
  conversationId: string
  /** Called when the user closes the conversation, before the response arrives: the moment to select the next one. */
  onClose?: (() => void) | undefined
  /** Called when the user snoozes the conversation, before the response arrives. It then also moves the focus. */
  onSnooze?: (() => void) | undefined
  /** Set of actions to show. See {@link ConversationActionsViewProps}. @default 'all' */
  variant?: ConversationActionsViewProps['variant']
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
interface ConversationActionsViewProps extends React.ComponentProps<'fieldset'>, StringsProps {
  /**
   * Set of actions to show. `dock`: close, snooze and assign in words, for the `actions` of a `MessageComposer`. `menu`: the
   * rest, for the header above that composer.
   * @default 'all'
   */
  variant?: 'all' | 'dock' | 'menu' | undefined
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
}

/** {@link ConversationActions} without data. */
function ConversationActionsView({
  variant = 'all', state, isRead, openDialog = null, onToggleClosed, onWake, onToggleRead, onOpenDialog, strings, className,
  ...props
}: ConversationActionsViewProps) {
  const t = useStrings('conversationActions', conversationActionsStrings, strings)
  const { shortcutOf } = useInboxCommands()
  const isClosed = state === 'closed'
  const closeLabel = t(isClosed ? 'open' : 'close')
  const CloseIcon = isClosed ? RotateCcw : CircleCheck
  const ReadIcon = isRead ? Mail : MailOpen
  const shown = variant === 'dock' ? dockDialogs : variant === 'menu' ? menuDialogs : dialogs
  const items: ActionMenuItem[] = shown.map((dialog) => {
    const Icon = icons[dialog]
    return { id: dialog, label: t(dialog), icon: <Icon aria-hidden="true" />, onSelect: (opener) => onOpenDialog(dialog, opener) }
  })
  if (state === 'snoozed') {
    items.push({ id: 'wake', label: t('wake'), icon: <BellRing aria-hidden="true" />, onSelect: onWake })
  }
  items.push({ id: 'read', label: t(isRead ? 'markUnread' : 'markRead'), icon: <ReadIcon aria-hidden="true" />, onSelect: onToggleRead })
  const getDialogButtonProps = (dialog: ConversationDialog) => ({
    'data-dialog': dialog,
    label: t(dialog),
    shortcut: dialog === 'tags' ? undefined : shortcutOf(dialog),
    'aria-haspopup': 'dialog' as const,
    'aria-expanded': openDialog === dialog,
    onClick: (event: React.MouseEvent<HTMLElement>) => onOpenDialog(dialog, event.currentTarget),
  })
  const closeProps = { label: closeLabel, shortcut: isClosed ? undefined : shortcutOf('close'), onClick: onToggleClosed }

  return (
    <TooltipProvider>
      <fieldset
        data-slot="conversation-actions"
        data-variant={variant}
        className={cn('flex min-w-0 items-center gap-1', className)}
        {...props}
      >
        <legend className="sr-only">{t('label')}</legend>
        {variant === 'dock' ? (
          <>
            <DockButton icon={CloseIcon} {...closeProps} />
            {dockDialogs.map((dialog) => (
              <DockButton key={dialog} icon={icons[dialog]} {...getDialogButtonProps(dialog)} />
            ))}
          </>
        ) : (
          <>
            {shown.map((dialog) => {
              const Icon = icons[dialog]
              return (
                <IconButton key={dialog} {...getDialogButtonProps(dialog)} className="hidden @min-[30rem]/thread:inline-flex">
                  <Icon aria-hidden="true" />
                </IconButton>
              )
            })}
            <MenuButton label={t('more')} items={items} />
          </>
        )}
        {variant === 'all' ? (
          <IconButton
            variant="outline"
            size="sm"
            {...closeProps}
            className="pointer-coarse:h-10 pointer-coarse:w-auto @max-[26rem]/thread:w-8 @max-[26rem]/thread:px-0! pointer-coarse:@max-[26rem]/thread:w-10"
          >
            <CloseIcon aria-hidden="true" />
            <span className="@max-[26rem]/thread:sr-only">{closeLabel}</span>
          </IconButton>
        ) : null}
      </fieldset>
    </TooltipProvider>
  )
}

interface DockButtonProps extends IconButtonProps {
  icon: React.ComponentType<{ 'aria-hidden': 'true' }>
}

/** Icon, word and key. In a thread below 360 px and in a folded composer, the icon alone. */
function DockButton({ icon: Icon, label, shortcut, ...props }: DockButtonProps) {
  return (
    <IconButton
      variant="outline"
      size="sm"
      label={label}
      // The word is the name.
      aria-label={undefined}
      shortcut={shortcut}
      className="gap-1.5 bg-card px-2 text-xs has-[>svg]:px-2 pointer-coarse:h-10 pointer-coarse:w-auto pointer-coarse:min-w-10 @min-[30rem]/dock:text-sm"
      {...props}
    >
      <Icon aria-hidden="true" />
      <span className="@max-[22.5rem]/thread:sr-only max-sm:group-data-[state=folded]/dock:sr-only">{label}</span>
      {shortcut ? <Keys aria-hidden="true" keys={shortcut} className="hidden @min-[40rem]/dock:inline-flex pointer-coarse:hidden" /> : null}
    </IconButton>
  )
}

/** Button that loads its menu on the first press. The menu then replaces it. */
function MenuButton({ label, items }: { label: string; items: readonly ActionMenuItem[] }) {
  const [isWanted, setWanted] = React.useState(false)
  const button: IconButtonProps = { label, children: <Ellipsis aria-hidden="true" /> }
  const fallback = (
    <IconButton
      {...button}
      aria-haspopup="menu"
      aria-expanded="false"
      onPointerEnter={ActionMenu.preload}
      onFocus={ActionMenu.preload}
      onClick={() => setWanted(true)}
    />
  )
  return <ActionMenu isWanted={isWanted} onWantedChange={setWanted} fallback={fallback} items={items} button={button} />
}

export {
  ConversationActions, ConversationActionsView, SnoozeDialog, type ConversationActionsProps,
  type ConversationActionsViewProps, type ConversationDialog,
}

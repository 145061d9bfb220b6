'use client'

import { ChevronLeft, UserRound } from 'lucide-react'
import * as React from 'react'
import { type SavedReply, useInbox, useInboxCommands, useProvideCommands } from 'intercom-v0-kit/inbox'
import { supportInboxStrings, useStrings } from 'intercom-v0-kit/strings'
import { ConversationActions, type ConversationActionsProps, SnoozeDialog } from '@/components/intercom/conversation-actions'
import { ConversationThread } from '@/components/intercom/conversation-thread'
import { MessageComposer, type MessageComposerHandle } from '@/components/intercom/message-composer'
import { IconButton } from '@/components/intercom/shared/icon-button'
import { InboxIdlePane } from '@/components/intercom/support-inbox/idle-pane'
import { Button } from '@/components/ui/button'
import { TooltipProvider } from '@/components/ui/tooltip'

// A library of 16 kB that no user waits for. If it fails to load, the columns keep their widths.
const InboxColumnHandles = React.lazy(async (): Promise<{ default: React.ComponentType }> => {
  try {
    return { default: (await import('@/components/intercom/support-inbox/column-handles')).InboxColumnHandles }
  } catch {
    return { default: () => null }
  }
})

/** Props of {@link InboxThreadColumn}. */
interface InboxThreadColumnProps {
  /** Renders the controls in the header; `undefined` for the default ones, `null` for none. */
  actions: ((conversationId: string) => React.ReactNode) | null | undefined
  /** Renders the composer; `undefined` for the default one, `null` for none. */
  composer: ((conversationId: string) => React.ReactNode) | null | undefined
  savedReplies: readonly SavedReply[] | undefined
}

/** Column of the selected conversation: way back, thread, actions, composer. */
function InboxThreadColumn({ actions, composer, savedReplies }: InboxThreadColumnProps) {
  const t = useStrings('supportInbox', supportInboxStrings)
  const { audience, selectedId, select, conversations, followHeading, replyTargets } = useInbox()
  // This column loads after the inbox, which waits for the heading.
  React.useLayoutEffect(followHeading, [followHeading])

  const renderComposer = (id: string) =>
    composer === undefined ? (
      <InboxComposer
        key={id}
        conversationId={id}
        savedReplies={savedReplies}
        actions={actions === undefined ? <InboxConversationActions conversationId={id} variant="dock" /> : null}
      />
    ) : (
      composer?.(id)
    )

  // If the list is empty or failed to load, there is nothing to choose.
  if (selectedId === null && !conversations?.length) return null
  if (selectedId === null && audience === 'agent') return <InboxIdlePane />
  return (
    <TooltipProvider>
      {selectedId === null ? null : (
        // Only if the list and the conversation don't fit beside each other. The header leaves room for it, also while it loads.
        <Button
          type="button"
          variant="ghost"
          size="icon"
          aria-label={t('backLabel')}
          onClick={() => select(null)}
          className="absolute inset-s-2 top-3.5 z-10 @min-[44rem]/inbox:hidden pointer-coarse:top-3 pointer-coarse:size-10"
        >
          <ChevronLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
        </Button>
      )}
      <ConversationThread
        conversationId={selectedId}
        replyTargets={replyTargets}
        tabIndex={-1}
        className="min-h-0 flex-1 outline-none"
        actions={
          selectedId === null ? null : (
            <>
              <CustomerButton />
              {actions === undefined ? <InboxConversationActions conversationId={selectedId} variant={composer === undefined ? 'menu' : 'all'} /> : actions?.(selectedId)}
            </>
          )
        }
        footer={selectedId === null ? null : renderComposer(selectedId)}
      />
      <React.Suspense>
        <InboxColumnHandles />
      </React.Suspense>
    </TooltipProvider>
  )
}

/** Shows or hides the customer: beside the conversation if there is room, otherwise in a sheet. Customers don't see themselves. */
function CustomerButton() {
  const t = useStrings('supportInbox', supportInboxStrings)
  const { audience, hasCardColumn, isCardOpen, toggleCard } = useInbox()
  const { shortcutOf } = useInboxCommands()
  if (audience !== 'agent') return null
  return (
    <IconButton
      size="sm"
      label={t(hasCardColumn && isCardOpen ? 'hideCustomer' : 'showCustomer')}
      shortcut={shortcutOf('card')}
      aria-haspopup={hasCardColumn ? undefined : 'dialog'}
      aria-expanded={isCardOpen}
      onClick={({ currentTarget }) => toggleCard(currentTarget)}
      className="pointer-coarse:h-10 pointer-coarse:w-auto pointer-coarse:min-w-10"
    >
      <UserRound aria-hidden="true" />
      <span className="truncate @max-[38rem]/thread:hidden @min-[75rem]/inbox:hidden">{t('customer')}</span>
    </IconButton>
  )
}

/** Default controls of an agent's inbox. */
function InboxConversationActions({ conversationId, variant }: Pick<ConversationActionsProps, 'conversationId' | 'variant'>) {
  const { audience, focusThread } = useInbox()
  const { willAct } = useInboxCommands()
  if (audience !== 'agent') return null
  return (
    <ConversationActions
      conversationId={conversationId}
      variant={variant}
      onClose={() => willAct(conversationId, 'close')}
      onSnooze={() => {
        willAct(conversationId, 'snooze')
        // The focus was in the dialog.
        focusThread()
      }}
    />
  )
}

interface InboxComposerProps {
  conversationId: string
  savedReplies: readonly SavedReply[] | undefined
  /** Actions in the composer. */
  actions: React.ReactNode
}

/** Default composer, with the keys of the inbox. */
function InboxComposer({ conversationId, savedReplies, actions }: InboxComposerProps) {
  const { audience, focusThread } = useInbox()
  const { willAct } = useInboxCommands()
  const handle = React.useRef<MessageComposerHandle>(null)
  useProvideCommands({
    focusReply: () => handle.current?.focus('reply'),
    focusNote: audience === 'agent' ? () => handle.current?.focus('note') : undefined,
  })
  return (
    <MessageComposer
      conversationId={conversationId}
      savedReplies={savedReplies}
      actions={actions}
      snoozePanel={SnoozeDialog}
      // The composer finds out by itself if the routes treat the user as a customer.
      audience={audience === 'customer' ? 'customer' : undefined}
      onClose={() => willAct(conversationId, 'close')}
      onSnooze={() => willAct(conversationId, 'snooze')}
      onKeyDown={(event) => {
        // Escape may also end a composition, or close a layer above the field.
        const isLeaving = event.key === 'Escape' && event.target instanceof HTMLTextAreaElement
        if (!isLeaving || event.defaultPrevented || event.nativeEvent.isComposing) return
        event.preventDefault()
        focusThread()
      }}
      handleRef={handle}
    />
  )
}

export { InboxThreadColumn }

'use client'

import { ChevronLeft, UserRound } from 'lucide-react'
import * as React from 'react'
import { ConversationActions } from '@/components/intercom/conversation-actions'
import { ConversationThread } from '@/components/intercom/conversation-thread'
import { type SavedReply, useInboxCommands, useProvideCommands } from 'intercom-v0-kit/inbox'
import { MessageComposer, type MessageComposerHandle } from '@/components/intercom/message-composer'
import { Button } from '@/components/ui/button'
import type { supportInboxMessages, Translate } from 'intercom-v0-kit/strings'

// Only where the list makes way for the conversation.
const backBarClassName =
  'flex h-11 shrink-0 items-center justify-between border-b px-1.5 @min-[45rem]/inbox:hidden'

/** Props of {@link InboxThreadColumn}. */
interface InboxThreadColumnProps {
  /** The conversation that is open; null for none. */
  conversationId: string | null
  /** Goes back to the list. */
  onBack: () => void
  /** Controls in the header: undefined for the kit's own, null for none. */
  actions: ((conversationId: string) => React.ReactNode) | null | undefined
  /** The place to answer: undefined for the kit's own, null for none. */
  composer: ((conversationId: string) => React.ReactNode) | null | undefined
  /** Answers to begin with. */
  savedReplies: readonly SavedReply[] | undefined
  /** Who writes. */
  audience: 'agent' | 'customer'
  /** Takes the keyboard out of the field: to where the inbox's keys count. */
  onLeaveField: () => void
  /** Told once that it is there: it is loaded when the inbox is. */
  onLoad: () => void
  /** Whether the customer is laid over it. */
  isCustomerShown: boolean
  /** Shows the customer where there is no column for that, from the button that is given; undefined for no such button. */
  onShowCustomer: ((opener: HTMLElement) => void) | undefined
  /** Whether there is a conversation to choose: the list is there, and not empty. */
  hasChoice: boolean
  /** The inbox's words. */
  t: Translate<typeof supportInboxMessages>
}

/** The column of the conversation that is open: the way back, the thread, what to do with it, the place to answer. */
function InboxThreadColumn({
  conversationId,
  onBack,
  actions,
  composer,
  savedReplies,
  audience,
  onLeaveField,
  onLoad,
  isCustomerShown,
  onShowCustomer,
  hasChoice,
  t,
}: InboxThreadColumnProps) {
  React.useLayoutEffect(onLoad, [onLoad])
  const { willAct } = useInboxCommands()
  const showActions = (id: string) => {
    if (actions !== undefined) return actions?.(id)
    if (audience !== 'agent') return null
    return (
      <ConversationActions
        conversationId={id}
        onClose={() => willAct(id, 'close')}
        onSnooze={() => {
          willAct(id, 'snooze')
          // The focus was in the dialog.
          onLeaveField()
        }}
      />
    )
  }
  const showComposer = (id: string) => {
    if (composer !== undefined) return composer?.(id)
    return (
      <InboxComposer key={id} conversationId={id} savedReplies={savedReplies} audience={audience} onLeave={onLeaveField} />
    )
  }

  const customerButton = (className: string) =>
    onShowCustomer && (
      <Button
        type="button"
        variant="ghost"
        size="sm"
        aria-label={t('showCustomer')}
        title={t('showCustomer')}
        aria-haspopup="dialog"
        aria-expanded={isCustomerShown}
        onClick={({ currentTarget }) => onShowCustomer(currentTarget)}
        className={className}
      >
        <UserRound aria-hidden="true" />
        <span className="truncate @max-[38rem]/thread:hidden">{t('customer')}</span>
      </Button>
    )

  // Beside an empty list, or one that did not come, "pick one" would be no help.
  if (conversationId === null && !hasChoice) return null
  return (
    <>
      {conversationId === null ? null : (
        <div className={backBarClassName}>
          <Button type="button" variant="ghost" aria-label={t('backLabel')} onClick={onBack} className="min-w-0 shrink has-[>svg]:px-2 pointer-coarse:h-10">
            <ChevronLeft aria-hidden="true" className="rtl:-scale-x-100" />
            <span className="truncate">{t('back')}</span>
          </Button>
          {customerButton('h-9 min-w-0 shrink pointer-coarse:h-10')}
        </div>
      )}
      <ConversationThread
        conversationId={conversationId}
        tabIndex={-1}
        className="min-h-0 flex-1 outline-none"
        actions={
          conversationId === null ? null : (
            <>
              {customerButton('hidden pointer-coarse:h-10 pointer-coarse:min-w-10 @min-[45rem]/inbox:inline-flex @min-[75rem]/inbox:hidden')}
              {showActions(conversationId)}
            </>
          )
        }
        footer={conversationId === null ? null : showComposer(conversationId)}
      />
    </>
  )
}

/** The place to answer, where the inbox's keys lead to. */
function InboxComposer({
  conversationId,
  savedReplies,
  audience,
  onLeave,
}: {
  conversationId: string
  savedReplies: readonly SavedReply[] | undefined
  audience: 'agent' | 'customer'
  onLeave: () => void
}) {
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
      // A reader whom the routes know as a customer is one, whatever the app says.
      audience={audience === 'customer' ? 'customer' : undefined}
      onClose={() => willAct(conversationId, 'close')}
      onKeyDown={(event) => {
        // Escape that ends the composing of a character, or closes what is laid over the field, does not leave it.
        const isLeaving = event.key === 'Escape' && event.target instanceof HTMLTextAreaElement
        if (!isLeaving || event.defaultPrevented || event.nativeEvent.isComposing) return
        event.preventDefault()
        onLeave()
      }}
      handleRef={handle}
    />
  )
}

export { InboxThreadColumn, type InboxThreadColumnProps }

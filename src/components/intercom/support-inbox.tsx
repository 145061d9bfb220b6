'use client'

import { ChevronLeft, UserRound, X } from 'lucide-react'
import * as React from 'react'
import { ConnectionStatus } from '@/components/intercom/connection-status'
import { ConversationActions } from '@/components/intercom/conversation-actions'
import { ConversationList } from '@/components/intercom/conversation-list'
import { ConversationThread } from '@/components/intercom/conversation-thread'
import { CustomerCard } from '@/components/intercom/customer-card'
import { useMessages } from '@/components/intercom/locale-provider'
import { MessageComposer } from '@/components/intercom/message-composer'
import { StateFilter, type StateFilterValue } from '@/components/intercom/state-filter'
import { SupportInboxLayout } from '@/components/intercom/support-inbox-layout'
import { Toaster } from '@/components/intercom/toaster'
import { Button } from '@/components/ui/button'
import { Sheet, SheetClose, SheetContent, SheetTitle } from '@/components/ui/sheet'
import { useControlled } from '@/hooks/use-controlled'
import { useConversation } from '@/hooks/use-conversation'
import { useConversations } from '@/hooks/use-conversations'
import { useInboxFocus } from '@/hooks/use-inbox-focus'
import { useIsShown } from '@/hooks/use-is-shown'
import { useLiveUpdates } from '@/hooks/use-live-updates'
import { supportInboxMessages } from '@/lib/intercom/messages/support-inbox'
import type { SavedReply } from '@/lib/intercom/saved-replies'
import type { MessageTable } from '@/lib/intercom/text'

const countWords = { open: 'openCount', snoozed: 'snoozedCount', closed: 'closedCount', all: 'allCount' } as const

// Only where the list makes way for the conversation.
const backBarClassName =
  'flex h-11 shrink-0 items-center justify-between border-b px-1.5 @min-[45rem]/inbox:hidden'

const defaultActions = (id: string) => <ConversationActions conversationId={id} />
const defaultComposer = (savedReplies: readonly SavedReply[] | undefined) => (id: string) => (
  <MessageComposer key={id} conversationId={id} savedReplies={savedReplies} />
)

/** Props of {@link SupportInbox}. */
interface SupportInboxProps extends React.ComponentProps<'div'> {
  /** The conversation that is open, by its id; null for none. Give it to hold it yourself, in the address say. */
  selectedId?: string | null
  /** The conversation that is open at first, where the inbox holds it. */
  defaultSelectedId?: string | null
  /** Told which conversation was opened; null when the reader went back to the list. */
  onSelectedIdChange?: (conversationId: string | null) => void
  /** Which conversations are listed. Give it to hold it yourself. */
  state?: 'open' | 'snoozed' | 'closed' | 'all'
  /** Which conversations are listed at first, where the inbox holds it. Default `open`. */
  defaultState?: 'open' | 'snoozed' | 'closed' | 'all'
  /** Told which conversations the reader wants to see. */
  onStateChange?: (state: 'open' | 'snoozed' | 'closed' | 'all') => void
  /** Opens the first conversation where none is open and there is room for it beside the list. */
  autoSelect?: boolean
  /** The page has a `main` and an `h1` of its own around the inbox: it brings plain regions then. */
  isEmbedded?: boolean
  /** The currency of the workspace, an ISO 4217 code: what companies spend is written with it. */
  currency?: string
  /** Controls for the conversation that is open, at the end of its header. Default: `ConversationActions`; null for none. */
  actions?: ((conversationId: string) => React.ReactNode) | null
  /** What stands under the conversation that is open. Default: `MessageComposer`; null for none. */
  composer?: ((conversationId: string) => React.ReactNode) | null
  /** Answers to begin with, for the composer. */
  savedReplies?: readonly SavedReply[]
  /** Shows what changes as it happens. Default: it does. */
  live?: boolean
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/**
 * The whole inbox: conversations, the one that is open, and its customer. It fills the box that it is put in and shows
 * as many columns as fit: give that box a height, such as `h-dvh`.
 */
function SupportInbox({
  selectedId: givenId,
  defaultSelectedId = null,
  onSelectedIdChange,
  state: givenState,
  defaultState = 'open',
  onStateChange,
  autoSelect = false,
  isEmbedded = false,
  currency,
  actions,
  composer,
  savedReplies,
  live = true,
  messages,
  ...props
}: SupportInboxProps) {
  useLiveUpdates(live)
  const t = useMessages('supportInbox', supportInboxMessages, messages)
  const [selectedId, select] = useControlled(givenId, defaultSelectedId, onSelectedIdChange)
  const [state, setState] = useControlled<StateFilterValue>(givenState, defaultState, onStateChange)
  const [isCardOpen, setCardOpen] = React.useState(false)

  const listRef = React.useRef<HTMLDivElement>(null)
  const threadRef = React.useRef<HTMLDivElement>(null)
  const [cardRef, hasCardColumn] = useIsShown<HTMLElement>()
  const { focusThread, hasThreadColumn } = useInboxFocus({ selectedId, listRef, threadRef })

  const filter = React.useMemo(() => ({ state }), [state])
  const { conversations, totalCount } = useConversations(filter)
  const { data: conversation, error } = useConversation(selectedId)
  const showActions = actions === undefined ? defaultActions : actions
  const showComposer = composer === undefined ? defaultComposer(savedReplies) : composer

  // Once: a reader who has left a conversation wants to see the list.
  const isSettled = React.useRef(!autoSelect)
  React.useEffect(() => {
    if (!conversations || isSettled.current) return
    isSettled.current = true
    const first = conversations[0]
    if (first && selectedId === null && hasThreadColumn()) select(first.id)
  })

  // A wide box shows the customer beside the conversation: what was laid over it is not needed any more.
  if (hasCardColumn && isCardOpen) setCardOpen(false)

  // The list knows the customer before the conversation is there.
  const row = conversations?.find(({ id }) => id === selectedId)
  const known = conversation ? (conversation.contact?.id ?? null) : row?.contact?.id
  const contactId = selectedId === null || (known === undefined && error) ? null : known

  const openerRef = React.useRef<HTMLElement>(null)
  const cardButton = (className: string) => (
    <Button
      variant="ghost"
      size="sm"
      aria-label={t('showCustomer')}
      aria-haspopup="dialog"
      aria-expanded={isCardOpen}
      onClick={(event) => {
        openerRef.current = event.currentTarget
        setCardOpen(true)
      }}
      className={className}
    >
      <UserRound aria-hidden="true" />
      {t('customer')}
    </Button>
  )

  const card = (
    <CustomerCard
      contactId={contactId}
      currentConversationId={selectedId}
      onSelectConversation={(id) => {
        select(id)
        // The panel makes way for the conversation, and the focus goes there.
        openerRef.current = null
        setCardOpen(false)
      }}
      currency={currency}
      className="flex-1"
    />
  )

  return (
    <Sheet open={isCardOpen} onOpenChange={setCardOpen}>
      <SupportInboxLayout
        heading={t('title')}
        view={selectedId === null ? 'list' : 'thread'}
        isEmbedded={isEmbedded}
        listRef={listRef}
        threadRef={threadRef}
        cardRef={cardRef}
        cardLabel={t('customer')}
        list={
          <>
            <div className="flex flex-col gap-2 border-b px-3.5 pt-3 pb-2.5">
              <div className="flex h-6 items-baseline justify-between gap-2">
                <h2 className="truncate text-sm font-semibold">{t('list')}</h2>
                <p role="status" className="shrink-0 text-xs text-muted-foreground tabular-nums">
                  {totalCount === undefined ? null : <bdi>{t(countWords[state], { count: totalCount })}</bdi>}
                </p>
              </div>
              <StateFilter value={state} onValueChange={setState} t={t} />
            </div>
            <ConversationList
              filter={filter}
              selectedId={selectedId}
              onSelect={(id) => select(id)}
              className="min-h-0 flex-1"
            />
            <ConnectionStatus />
          </>
        }
        thread={
          <>
            {selectedId === null ? null : (
              <div className={backBarClassName}>
                <Button
                  variant="ghost"
                  aria-label={t('backLabel')}
                  onClick={() => select(null)}
                  className="has-[>svg]:px-2"
                >
                  <ChevronLeft aria-hidden="true" className="rtl:-scale-x-100" />
                  {t('back')}
                </Button>
                {cardButton('h-9')}
              </div>
            )}
            <ConversationThread
              conversationId={selectedId}
              tabIndex={-1}
              className="min-h-0 flex-1 outline-none"
              actions={
                selectedId === null ? null : (
                  <>
                    {showActions?.(selectedId)}
                    {cardButton('hidden @min-[45rem]/inbox:inline-flex @min-[75rem]/inbox:hidden')}
                  </>
                )
              }
              footer={selectedId === null ? null : showComposer?.(selectedId)}
            />
          </>
        }
        card={hasCardColumn ? card : null}
        {...props}
      />
      <Toaster />
      <SheetContent
        showCloseButton={false}
        aria-describedby={undefined}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          // The button that opened it may have gone with its conversation.
          openerRef.current?.focus()
          if (document.activeElement !== openerRef.current) focusThread()
        }}
      >
        <div className="flex h-12 shrink-0 items-center justify-between border-b ps-4 pe-2">
          <SheetTitle className="text-sm">{t('customer')}</SheetTitle>
          <SheetClose asChild>
            <Button variant="ghost" size="icon-sm" aria-label={t('close')} title={t('close')}>
              <X aria-hidden="true" />
            </Button>
          </SheetClose>
        </div>
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">{card}</div>
      </SheetContent>
    </Sheet>
  )
}

export { SupportInbox, type SupportInboxProps }

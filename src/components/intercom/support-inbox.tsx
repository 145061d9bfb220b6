'use client'

import * as React from 'react'
import {
  defaultInboxFilter, InboxCommandsContext, type InboxFilter, type KeymapOverrides, lazyPart, type SavedReply,
  toQuery, useAutoSelect, useConversation, useConversations, useInboxDesk, useInboxFocus, useIsShown, useLiveUpdates,
} from 'intercom-v0-kit/inbox'
import { InboxListColumn } from '@/components/intercom/inbox-list-column'
import { type MessageTable, supportInboxMessages, useMessages } from 'intercom-v0-kit/strings'
import { SupportInboxLayout } from '@/components/intercom/support-inbox-layout'
import { ThreadSkeleton } from '@/components/intercom/conversation-thread/thread-skeleton'
import { Toaster } from '@/components/intercom/toaster'
import { useControllableState } from '@radix-ui/react-use-controllable-state'

// The list is there first. What a conversation is read and answered with is loaded beside it, while its data are fetched.
const InboxThreadColumn = lazyPart(async () => (await import('@/components/intercom/inbox-thread-column')).InboxThreadColumn)
const CustomerCard = lazyPart(async () => (await import('@/components/intercom/customer-card')).CustomerCard)

// Nobody needs them before one is asked for.
const InboxDialogs = lazyPart(async () => (await import('@/components/intercom/inbox-dialogs')).InboxDialogs)

// Where there is room for the card, nobody ever needs it.
const InboxCustomerSheet = lazyPart(async () => (await import('@/components/intercom/inbox-customer-sheet')).InboxCustomerSheet)

/** Props of {@link SupportInbox}. */
interface SupportInboxProps extends React.ComponentProps<'div'> {
  /** The conversation that is open, by its id; null for none. Give it to hold it yourself, in the address say. */
  selectedId?: string | null
  /** The conversation that is open at first, where the inbox holds it. */
  defaultSelectedId?: string | null
  /** Told which conversation was opened; null when the reader went back to the list. */
  onSelectedIdChange?: (conversationId: string | null) => void
  /** Which conversations are listed, as far as that differs from the open ones. Give it to hold it yourself, in the address say. */
  filter?: Partial<InboxFilter>
  /** Which conversations are listed at first, where the inbox holds it. */
  defaultFilter?: Partial<InboxFilter>
  /** Told which conversations the reader wants to see. */
  onFilterChange?: (filter: InboxFilter) => void
  /** Who reads: a customer sees their own conversations, and nothing of how the team sorts them. */
  audience?: 'agent' | 'customer'
  /** What is open when the open conversation was closed or snoozed: the next one of the list, or still the same. */
  afterClose?: 'next' | 'stay'
  /** Whether single keys do things. Arrows, Enter and Tab work in any case. */
  shortcuts?: boolean
  /** Other keys than the kit's, by command: `{ reply: 'q', close: null }`. */
  keymap?: KeymapOverrides
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
  filter: givenFilter,
  defaultFilter,
  onFilterChange,
  audience = 'agent',
  afterClose = 'next',
  shortcuts = true,
  keymap,
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
  const [selectedId, select] = useControllableState({ prop: givenId, defaultProp: defaultSelectedId, onChange: onSelectedIdChange })
  // It is told of nothing but whole ones.
  const onSomeFilterChange = onFilterChange as ((filter: Partial<InboxFilter>) => void) | undefined
  const [someFilter, setFilter] = useControllableState({ prop: givenFilter, defaultProp: defaultFilter ?? defaultInboxFilter, onChange: onSomeFilterChange })
  const filter = { ...defaultInboxFilter, ...someFilter }
  const query = toQuery(filter)
  const [isCardOpen, setCardOpen] = React.useState(false)
  const [isThreadWanted, wantThread] = React.useState(true)
  const [isCardWanted, wantCard] = React.useState(true)

  const listRef = React.useRef<HTMLDivElement>(null)
  const threadRef = React.useRef<HTMLDivElement>(null)
  const [cardRef, hasCardColumn] = useIsShown<HTMLElement>()
  const { focusThread, followHeading, hasThreadColumn } = useInboxFocus({ selectedId, listRef, threadRef })

  const { conversations, totalCount } = useConversations(query)
  const { data: conversation, error } = useConversation(selectedId)

  useAutoSelect(autoSelect, conversations, (id) => {
    if (selectedId === null && hasThreadColumn()) select(id)
  })

  // A wide box shows the customer beside the conversation: what was laid over it is not needed any more.
  if (hasCardColumn && isCardOpen) setCardOpen(false)

  // The list knows the customer before the conversation is there.
  const row = conversations?.find(({ id }) => id === selectedId)
  const known = conversation ? (conversation.contact?.id ?? null) : row?.contact?.id
  const contactId = selectedId === null || (known === undefined && error) ? null : known

  const desk = useInboxDesk({
    conversations, selectedId, select, audience, afterClose, shortcuts, keymap, listRef, threadRef, focusThread,
  })

  const openerRef = React.useRef<HTMLElement>(null)
  // A customer knows who they are.
  const hasCard = audience === 'agent'
  const card = selectedId !== null && (
    <CustomerCard
      isWanted={isCardWanted}
      onWantedChange={wantCard}
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
    <InboxCommandsContext value={desk.commands}>
      <SupportInboxLayout
        heading={t('title')}
        view={selectedId === null ? 'list' : 'thread'}
        isEmbedded={isEmbedded}
        listRef={listRef}
        threadRef={threadRef}
        cardRef={cardRef}
        cardLabel={hasCard ? t('customer') : undefined}
        list={
          <InboxListColumn
            heading={t('list')}
            filter={filter}
            onFilterChange={setFilter}
            query={query}
            audience={audience}
            totalCount={totalCount}
            selectedId={selectedId}
            onSelect={(id) => {
              wantThread(true)
              select(id)
            }}
            desk={desk}
          />
        }
        thread={
          <InboxThreadColumn
            isWanted={isThreadWanted}
            onWantedChange={(isWanted) => {
              wantThread(isWanted)
              // Where it is alone on the screen there is no other way back.
              if (!isWanted && !hasThreadColumn()) select(null)
            }}
            fallback={selectedId === null || !isThreadWanted ? null : <ThreadSkeleton />}
            conversationId={selectedId}
            onBack={() => select(null)}
            actions={actions}
            composer={composer}
            savedReplies={savedReplies}
            audience={audience}
            onLeaveField={focusThread}
            onLoad={followHeading}
            isCustomerShown={isCardOpen}
            onShowCustomer={
              hasCard
                ? (opener) => {
                    openerRef.current = opener
                    setCardOpen(true)
                  }
                : undefined
            }
            hasChoice={Boolean(conversations?.length)}
            t={t}
          />
        }
        card={hasCardColumn && card}
        {...props}
      />
      <InboxCustomerSheet
        isWanted={isCardOpen}
        onWantedChange={setCardOpen}
        open={isCardOpen}
        onOpenChange={setCardOpen}
        title={t('customer')}
        closeLabel={t('close')}
        openerRef={openerRef}
        onLoseFocus={focusThread}
      >
        {card}
      </InboxCustomerSheet>
      <InboxDialogs
        isWanted={desk.dialog !== null}
        onWantedChange={(isWanted) => (isWanted ? desk.askAgain() : desk.closeDialog())}
        desk={desk}
      />
      {/* Over the conversation where the list is beside it, and below the list's states where it is not. */}
      <Toaster className="max-[45rem]:top-30 min-[45rem]:ms-auto min-[45rem]:me-4 min-[75rem]:mx-auto" />
    </InboxCommandsContext>
  )
}

export { SupportInbox, type SupportInboxProps }

'use client'

import * as React from 'react'
import {
  InboxCommandsContext, InboxContext, type InboxFilter, type KeymapOverrides, lazyPart, type ReplyTargets, type SavedReply,
  useInboxState, useSessionKey, useToasts, useWanted,
} from 'intercom-v0-kit/inbox'
import { StringsProvider, type StringsProps, supportInboxStrings, useStrings } from 'intercom-v0-kit/strings'
import { InboxListColumn } from '@/components/intercom/support-inbox/list-column'
import { ThreadSkeleton } from '@/components/intercom/conversation-thread/thread-skeleton'
import { cn } from '@/lib/utils'

// The list renders first. Thread and customer load beside it, while their data is fetched.
const InboxThreadColumn = lazyPart(async () => (await import('@/components/intercom/support-inbox/thread-column')).InboxThreadColumn)
const InboxCustomerColumn = lazyPart(async () => (await import('@/components/intercom/support-inbox/customer-column')).InboxCustomerColumn)

// Loads beside the list, so that the live region exists before the first toast. A failure loads again with the next toast.
const Toaster = lazyPart(async () => (await import('@/components/intercom/toaster')).Toaster)

// Dialogs and the customer sheet load on first use.
const InboxDialogs = lazyPart(async () => (await import('@/components/intercom/support-inbox/dialogs')).InboxDialogs)
const InboxCustomerSheet = lazyPart(async () => (await import('@/components/intercom/support-inbox/customer-sheet')).InboxCustomerSheet)

/** Props of {@link SupportInbox}. */
interface SupportInboxProps extends React.ComponentProps<'div'>, StringsProps {
  /** Id of the selected conversation; `null` for none. Pass it to control the selection, for example from the URL. */
  selectedId?: string | null | undefined
  /** Initially selected conversation, if the inbox keeps the selection itself. */
  defaultSelectedId?: string | null | undefined
  /** Called when the selection changes. `null` means the user returned to the list. */
  onSelectedIdChange?: ((conversationId: string | null) => void) | undefined
  /** Filter of the list; missing fields have their default. Pass it to control the filter, for example from the URL. */
  filter?: Partial<InboxFilter> | undefined
  /** Initial filter, if the inbox keeps the filter itself. */
  defaultFilter?: Partial<InboxFilter> | undefined
  /** Called when the user changes the filter. */
  onFilterChange?: ((filter: InboxFilter) => void) | undefined
  /** User of the inbox. Customers see their own conversations, and nothing of how the team sorts them. @default 'agent' */
  audience?: 'agent' | 'customer' | undefined
  /** Whether the next conversation is selected when the selected one is closed or snoozed. @default 'next' */
  afterClose?: 'next' | 'stay' | undefined
  /** Whether single keys run commands. Arrows, Enter and Tab work in any case. @default true */
  shortcuts?: boolean | undefined
  /** Overrides for the default keys, by command: `{ reply: 'q', close: null }`. */
  keymap?: KeymapOverrides | undefined
  /** Whether to select the first conversation if none is selected and there is room for it beside the list. @default false */
  autoSelect?: boolean | undefined
  /**
   * Minutes until customers should get a reply, for the rings in the list and in the thread's header; `null` for no rings.
   * @default { standard: 60, priority: 30 }
   */
  replyTargets?: ReplyTargets | null | undefined
  /** Whether a conversation counts as read after 1.5 seconds on a focused page. @default true for agents */
  readOnOpen?: boolean | undefined
  /** Whether the page has its own `main` and `h1` around the inbox. @default false */
  isEmbedded?: boolean | undefined
  /** ISO 4217 code of the workspace's currency, for what companies spend. */
  currency?: string | undefined
  /** Renders controls in the header of the conversation; `null` for none. @default `ConversationActions` */
  actions?: ((conversationId: string) => React.ReactNode) | null | undefined
  /** Renders the composer below the conversation; `null` for none. @default `MessageComposer` */
  composer?: ((conversationId: string) => React.ReactNode) | null | undefined
  /** Saved replies of the default composer. */
  savedReplies?: readonly SavedReply[] | undefined
  /** Whether to show changes as they happen. @default true */
  live?: boolean | undefined
}

/**
 * The whole inbox: list, selected conversation and customer, in as many columns as fit its own box. It fills that box: give
 * it a height, such as `h-dvh`. When another user signs in, it starts anew.
 */
function SupportInbox(props: SupportInboxProps) {
  return <UserInbox key={useSessionKey()} {...props} />
}

function UserInbox({
  isEmbedded = false, currency, actions, composer, savedReplies, strings, className, ...options
}: SupportInboxProps) {
  const t = useStrings('supportInbox', supportInboxStrings, strings)
  const { inbox, commands, listRef, threadRef, cardRef, rest } = useInboxState(options)
  const { audience, selectedId, select, dialog, hasCardColumn, isCardOpen, setCardOpen } = inbox
  const toaster = useWanted(useToasts())
  const [isThreadRequested, setThreadRequested] = React.useState(true)
  const customer = useWanted(true)

  const Main = isEmbedded ? 'div' : 'main'
  const Aside = isEmbedded ? 'section' : 'aside'
  const Heading = isEmbedded ? 'h2' : 'h1'
  const card = selectedId !== null && (
    <InboxCustomerColumn {...customer} currency={currency} />
  )

  return (
    <InboxCommandsContext value={commands}>
      <InboxContext value={inbox}>
        <StringsProvider component="supportInbox" strings={strings}>
          <div
            data-slot="support-inbox"
            data-bare={inbox.isBare || undefined}
            data-view={selectedId === null ? 'list' : 'thread'}
            className={cn(
              'group/inbox @container/inbox relative [--inbox-header-height:4rem] [--inbox-list-width:clamp(20rem,24cqi,27.5rem)] flex h-full min-h-0 w-full overflow-hidden bg-canvas text-foreground',
              className,
            )}
            {...rest}
          >
            <Main
              data-slot="support-inbox-main"
              className={cn(
                'grid min-h-0 min-w-0 flex-1 grid-cols-1 grid-rows-1',
                '@min-[44rem]/inbox:grid-cols-[var(--inbox-list-width)_minmax(0,1fr)]',
              )}
            >
              <Heading className="sr-only">{t('title')}</Heading>
              <div
                ref={listRef}
                data-slot="support-inbox-list"
                // A hidden column stays in its place, invisible: it keeps its scroll position and can't be reached.
                className={cn(
                  'col-start-1 row-start-1 flex min-h-0 min-w-0 flex-col',
                  '@max-[44rem]/inbox:group-data-[view=thread]/inbox:invisible',
                  // The toolbar keeps its width, so that nothing moves when rows arrive.
                  '@min-[44rem]/inbox:group-data-bare/inbox:col-span-2 @min-[44rem]/inbox:group-data-bare/inbox:*:data-[slot=inbox-toolbar]:w-[var(--inbox-list-width)]',
                )}
              >
                <InboxListColumn
                  onSelect={(id) => {
                    setThreadRequested(true)
                    select(id)
                  }}
                />
              </div>
              <div
                ref={threadRef}
                data-slot="support-inbox-thread"
                // Holds the focus until there is a heading.
                tabIndex={-1}
                className={cn(
                  'outline-none col-start-1 row-start-1 flex min-h-0 min-w-0 flex-col overflow-hidden bg-card empty:opacity-0 @min-[44rem]/inbox:col-start-2',
                  '@min-[44rem]/inbox:my-3 @min-[44rem]/inbox:me-3 @min-[44rem]/inbox:rounded-xl @min-[44rem]/inbox:border @min-[44rem]/inbox:shadow-xs',
                  '@max-[44rem]/inbox:group-data-[view=list]/inbox:invisible @min-[44rem]/inbox:group-data-bare/inbox:hidden',
                )}
              >
                <InboxThreadColumn
                  isWanted={isThreadRequested}
                  onWantedChange={(isWanted) => {
                    setThreadRequested(isWanted)
                    // Alone on the screen, a column that failed to load has no way back.
                    if (!isWanted && !inbox.hasThreadColumn()) select(null)
                  }}
                  fallback={selectedId === null || !isThreadRequested ? null : <ThreadSkeleton />}
                  actions={actions}
                  composer={composer}
                  savedReplies={savedReplies}
                />
              </div>
            </Main>
            {audience === 'agent' ? (
              <Aside
                ref={cardRef}
                aria-label={t('customer')}
                data-slot="support-inbox-card"
                data-state={hasCardColumn && (selectedId === null || !isCardOpen) ? 'closed' : 'open'}
                className="hidden min-h-0 w-(--inbox-card-width,20rem) shrink-0 flex-col overflow-y-auto py-3 pe-3 data-[state=closed]:invisible data-[state=closed]:w-0 data-[state=closed]:p-0 @min-[75rem]/inbox:flex @min-[75rem]/inbox:group-data-bare/inbox:hidden"
              >
                {hasCardColumn && isCardOpen && card}
              </Aside>
            ) : null}
            <Toaster {...toaster} />
          </div>
          <InboxCustomerSheet isWanted={isCardOpen && !hasCardColumn} onWantedChange={setCardOpen}>
            {card}
          </InboxCustomerSheet>
          <InboxDialogs
            isWanted={dialog !== null}
            onWantedChange={(isWanted) => (isWanted ? inbox.askAgain() : inbox.closeDialog())}
          />
        </StringsProvider>
      </InboxContext>
    </InboxCommandsContext>
  )
}

export { SupportInbox, type SupportInboxProps }

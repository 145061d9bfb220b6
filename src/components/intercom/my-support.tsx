'use client'

import { ChevronLeft, MessagesSquare, SquarePen } from 'lucide-react'
import * as React from 'react'
import {
  type ConversationListHandle, lazyPart, useConversationList, useLiveUpdates, useSeenConversations, useSessionKey,
} from 'intercom-v0-kit/inbox'
import { mySupportStrings, type StringsProps, StringsProvider, useStrings } from 'intercom-v0-kit/strings'
import { ConnectionStatus } from '@/components/intercom/connection-status'
import { ConversationListView } from '@/components/intercom/conversation-list'
import { ThreadSkeleton } from '@/components/intercom/conversation-thread/thread-skeleton'
import { EmptyState } from '@/components/intercom/error-state'
import { UnreadBadge } from '@/components/intercom/help-button'
import type { SupportFormProps } from '@/components/intercom/support-form'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'

// The list renders first. The rest loads beside it, while the list's data is fetched.
const MySupportThread = lazyPart(async () => (await import('@/components/intercom/my-support/thread')).MySupportThread)
const SupportForm = lazyPart(async () => (await import('@/components/intercom/support-form')).SupportForm)

/** Props of {@link MySupport}. */
interface MySupportProps extends React.ComponentProps<'section'>, StringsProps, Pick<SupportFormProps, 'attributes' | 'signInHref'> {
  /** Id of the open conversation; `null` for none. Pass it if the page's URL has it. */
  selectedId?: string | null | undefined
  /** Conversation that is open at first. */
  defaultSelectedId?: string | null | undefined
  /** Called when the customer opens a conversation, or with `null` on the way back to the list. */
  onSelectedIdChange?: ((conversationId: string | null) => void) | undefined
  /** Whether the form for a new message is open at first. @default false */
  defaultWriting?: boolean | undefined
  /** Whether to show replies as they arrive. @default true */
  live?: boolean | undefined
}

/**
 * A customer's own conversations, each with its thread and a reply, and a form for a new one. It fills its box: give it a
 * height. In a narrow box, the list and the conversation take turns. When another user signs in, it starts anew.
 */
function MySupport(props: MySupportProps) {
  return <UserSupport key={useSessionKey()} {...props} />
}

const filter = { state: 'all' } as const

function UserSupport({
  selectedId: givenId, defaultSelectedId = null, onSelectedIdChange, defaultWriting = false, live = true, attributes, signInHref,
  strings, className, ...props
}: MySupportProps) {
  useLiveUpdates(live)
  const t = useStrings('mySupport', mySupportStrings, strings)
  const headingId = React.useId()
  const [ownId, setOwnId] = React.useState(defaultSelectedId)
  const [isWriting, setWriting] = React.useState(defaultWriting)
  const [isThreadWanted, setThreadWanted] = React.useState(true)
  const selectedId = givenId === undefined ? ownId : givenId
  const openId = isWriting ? null : selectedId
  const list = useConversationList(filter)
  const unreadIds = useSeenConversations(list.conversations, openId)
  const rows = React.useMemo(
    // A new reply matters more than that the conversation is closed.
    () => list.conversations?.map((row) => (unreadIds.has(row.id) ? { ...row, read: false, state: 'open' as const } : row)),
    [list.conversations, unreadIds],
  )
  const listRef = React.useRef<ConversationListHandle>(null)
  const paneRef = React.useRef<HTMLDivElement>(null)
  const view = isWriting ? 'new' : openId === null ? 'list' : 'thread'
  useFocusInView(view, paneRef, () => (selectedId === null ? listRef.current?.focusRow(0) : listRef.current?.focusId(selectedId)))

  const select = (id: string | null) => {
    setWriting(false)
    setThreadWanted(true)
    setOwnId(id)
    if (id !== selectedId) onSelectedIdChange?.(id)
  }
  const write = () => setWriting(true)
  const leave = () => (isWriting ? setWriting(false) : select(null))
  const thread = {
    isWanted: isThreadWanted,
    onWantedChange(isWanted: boolean) {
      // A column that failed to load has no way back in a narrow box.
      if (!isWanted) select(null)
      setThreadWanted(isWanted)
    },
  }
  const form = { isWanted: isWriting, onWantedChange: setWriting }
  // Without rows, the state of the list is all there is to show.
  const isBare = view === 'list' && !rows?.length && (rows !== undefined || list.error !== undefined)

  return (
    <StringsProvider component="mySupport" strings={strings}>
      <section
        aria-labelledby={headingId}
        data-slot="my-support"
        data-view={view}
        data-bare={isBare || undefined}
        className={cn('group/support @container/inbox flex h-full min-h-0 w-full min-w-0 overflow-hidden bg-canvas text-foreground', className)}
        {...props}
      >
        <div className="grid min-h-0 min-w-0 flex-1 grid-cols-1 grid-rows-1 @min-[44rem]/inbox:grid-cols-[clamp(18rem,32cqi,24rem)_minmax(0,1fr)]">
          <div
            data-slot="my-support-list"
            // A hidden column stays in its place, invisible: it keeps its scroll position and can't be reached.
            className="col-start-1 row-start-1 flex min-h-0 min-w-0 flex-col @max-[44rem]/inbox:group-data-[view=new]/support:invisible @max-[44rem]/inbox:group-data-[view=thread]/support:invisible @min-[44rem]/inbox:group-data-bare/support:col-span-2"
          >
            <header className="flex min-h-16 shrink-0 flex-wrap items-center gap-2 px-5 py-2">
              <h2 id={headingId} className="min-w-0 flex-1 text-base font-semibold wrap-anywhere">
                {t('title')} <UnreadBadge count={unreadIds.size} className="ms-1" strings={{ unread: mySupportStrings.unread }} />
              </h2>
              <Button type="button" size="sm" variant={isWriting ? 'secondary' : 'default'} onClick={write} className="pointer-coarse:h-11">
                <SquarePen aria-hidden="true" />
                {t('start')}
              </Button>
            </header>
            <ConversationListView
              {...list}
              conversations={rows}
              audience="customer"
              label={t('list')}
              selectedId={openId}
              onSelect={select}
              shortcuts={false}
              replyTargets={null}
              handleRef={listRef}
              emptyState={<EmptyState icon={MessagesSquare} title={t('emptyTitle')} description={t('empty')} />}
              // Rows of customers have no picture, so their skeletons have none.
              className="min-h-0 flex-1 [&_[data-slot=conversation-list-skeleton]_.size-9]:hidden"
            />
            <ConnectionStatus />
          </div>
          <div
            ref={paneRef}
            data-slot="my-support-pane"
            tabIndex={-1}
            className={cn(
              'relative col-start-1 row-start-1 flex min-h-0 min-w-0 flex-col overflow-hidden bg-card outline-none @min-[44rem]/inbox:col-start-2',
              '@min-[44rem]/inbox:my-3 @min-[44rem]/inbox:me-3 @min-[44rem]/inbox:rounded-xl @min-[44rem]/inbox:border @min-[44rem]/inbox:shadow-xs',
              '@max-[44rem]/inbox:group-data-[view=list]/support:invisible group-data-bare/support:hidden',
            )}
          >
            {view === 'list' ? null : (
              <Button
                type="button"
                variant="ghost"
                size="icon"
                aria-label={t('back')}
                onClick={leave}
                className="absolute inset-s-2 top-3.5 z-10 @min-[44rem]/inbox:hidden pointer-coarse:top-2.5 pointer-coarse:size-11"
              >
                <ChevronLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
              </Button>
            )}
            {isWriting ? (
              <div data-slot="my-support-new" className="min-h-0 flex-1 overflow-y-auto">
                <h3 className="flex min-h-16 items-center border-b px-5 text-sm font-semibold @max-[44rem]/inbox:ps-13">{t('start')}</h3>
                <SupportForm
                  {...form}
                  attributes={attributes}
                  signInHref={signInHref}
                  onOpen={select}
                  // Files that could not be sent are explained first.
                  onSent={(id, incomplete) => (id === null || incomplete.includes('files') ? undefined : select(id))}
                  className="mx-auto max-w-2xl p-5"
                />
              </div>
            ) : (
              <MySupportThread
                {...thread}
                fallback={openId === null ? null : <ThreadSkeleton />}
                conversationId={openId}
              />
            )}
          </div>
        </div>
      </section>
    </StringsProvider>
  )
}

/** Moves the focus if its element disappears: into the new pane, or back to the list. */
function useFocusInView(view: string, paneRef: React.RefObject<HTMLElement | null>, focusList: () => void) {
  const before = React.useRef(view)
  React.useEffect(() => {
    if (before.current === view) return
    before.current = view
    const active = document.activeElement
    const isGone = !active || active === document.body || getComputedStyle(active).visibility === 'hidden'
    if (!isGone) return
    if (view === 'list') focusList()
    else paneRef.current?.focus()
  })
}

export { MySupport, type MySupportProps }

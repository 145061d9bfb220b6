'use client'

import * as React from 'react'
import type { ConversationsQuery, ConversationsResponse } from '../../contracts/index.ts'
import { getSession, onSessionEnd } from '../../shared/session.ts'
import { useControlled, useLatest } from '../../shared/use-latest.ts'
import { useReadOnOpen } from '../actions/use-read-on-open.ts'
import { useConversation } from '../data/use-resource.ts'
import { useConversations } from '../data/use-conversations.ts'
import { defaultInboxFilter, type InboxFilter, toQuery } from '../../shared/inbox-filter.ts'
import type { ConversationListHandle } from '../list/use-conversation-rows.ts'
import { useGroups } from '../list/queue.ts'
import { defaultReplyTargets, type ReplyTargets } from '../list/waiting.ts'
import { useLiveUpdates } from '../live/use-live-updates.ts'
import type { MessageMode } from '../composer/drafts.ts'
import type { FieldRequest, InboxCommands } from './inbox-commands.ts'
import { toAriaKeyShortcuts, type KeyBinding, type KeymapOverrides } from './keymap.ts'
import { type InboxActions, type InboxParts, useInboxActions } from './use-inbox-actions.ts'
import { useInboxDialogs } from './use-inbox-dialogs.ts'
import { useInboxFocus } from './use-inbox-focus.ts'
import { useInboxKeyboard } from './use-inbox-keyboard.ts'

interface InboxOptions {
  selectedId?: string | null | undefined
  defaultSelectedId?: string | null | undefined
  onSelectedIdChange?: ((conversationId: string | null) => void) | undefined
  filter?: Partial<InboxFilter> | undefined
  defaultFilter?: Partial<InboxFilter> | undefined
  onFilterChange?: ((filter: InboxFilter) => void) | undefined
  audience?: 'agent' | 'customer' | undefined
  afterClose?: 'next' | 'stay' | undefined
  shortcuts?: boolean | undefined
  keymap?: KeymapOverrides | undefined
  autoSelect?: boolean | undefined
  replyTargets?: ReplyTargets | null | undefined
  readOnOpen?: boolean | undefined
  live?: boolean | undefined
}

/** State of an inbox. */
export interface Inbox
  extends ReturnType<typeof useInboxDialogs>, ReturnType<typeof useInboxFocus>, Pick<InboxParts, 'conversations' | 'selectedId' | 'select' | 'listActions' | 'searchRef'> {
  audience: 'agent' | 'customer'
  filter: InboxFilter
  setFilter: (filter: InboxFilter) => void
  query: Partial<ConversationsQuery>
  totalCount: number | undefined
  missingPeople: NonNullable<ConversationsResponse['missing']>['people'] | undefined
  replyTargets: ReplyTargets | null
  /** Intercom contact id: `undefined` while unknown, `null` if there is none. */
  contactId: string | null | undefined
  actions: InboxActions
  bindings: readonly KeyBinding[]
  /** Whether the state of the list is all there is to show. */
  isBare: boolean
  hasCardColumn: boolean
  isCardOpen: boolean
  /** Shows or hides the customer. Closing the sheet returns the focus to `opener`. */
  toggleCard: (opener: Element | null) => void
  setCardOpen: (isOpen: boolean) => void
  restoreCardFocus: () => void
  selectFromCard: (conversationId: string) => void
}

/** Context of the surrounding inbox. Read it with {@link useInbox}. */
const InboxContext = React.createContext<Inbox | null>(null)

/** Returns the surrounding inbox. @throws outside of `SupportInbox` */
function useInbox(): Inbox {
  const inbox = React.use(InboxContext)
  if (!inbox) throw new Error('Render this component inside <SupportInbox>.')
  return inbox
}

interface InboxState extends Pick<InboxParts, 'listRef' | 'threadRef'> {
  inbox: Inbox
  commands: InboxCommands
  cardRef: React.RefCallback<HTMLElement>
}

/** Creates the state of an inbox, for {@link InboxContext} and `InboxCommandsContext`. Returns other props as `rest`. */
function useInboxState<Props extends InboxOptions>({
  selectedId: givenId,
  defaultSelectedId = null,
  onSelectedIdChange,
  filter: givenFilter,
  defaultFilter = defaultInboxFilter,
  onFilterChange,
  audience = 'agent',
  afterClose = 'next',
  shortcuts = true,
  keymap,
  autoSelect = false,
  replyTargets = defaultReplyTargets,
  readOnOpen = audience === 'agent',
  live = true,
  ...rest
}: Props): InboxState & { rest: Omit<Props, keyof InboxOptions> } {
  useLiveUpdates(live)
  const [selectedId, select] = useControlled(givenId, defaultSelectedId, onSelectedIdChange)
  // The inbox only sets whole filters.
  const onSomeFilterChange = onFilterChange as ((filter: Partial<InboxFilter>) => void) | undefined
  const [someFilter, setFilter] = useControlled(givenFilter, defaultFilter, onSomeFilterChange)
  const filter = { ...defaultInboxFilter, ...someFilter }
  // An app that keeps these must drop them as well: a search can quote what a customer wrote.
  React.useEffect(() => onSessionEnd(() => {
    select(null)
    setFilter(defaultInboxFilter)
  }))
  const query = toQuery(filter)
  const { totalCount, missingPeople, error: listError, ...list } = useConversations(query)
  // In the order of the list, for the next and the previous conversation.
  const { conversations } = useGroups(list, query, audience === 'agent')
  const { data: conversation, error } = useConversation(selectedId)
  useReadOnOpen(conversation, readOnOpen)

  const listRef = React.useRef<HTMLDivElement>(null)
  const threadRef = React.useRef<HTMLDivElement>(null)
  const listActions = React.useRef<ConversationListHandle>(null)
  const searchRef = React.useRef<HTMLInputElement>(null)
  const [cardRef, hasCardColumn] = useIsShown<HTMLElement>()
  const focus = useInboxFocus({ selectedId, listRef, threadRef })
  const { focusThread, hasThreadColumn } = focus

  // Without rows and without a conversation, the list's empty or failed state takes all columns.
  const isBare = conversation === undefined && (listError && !conversations ? true : selectedId === null && conversations?.length === 0)

  // Only once: a user who returns to the list wants to see it.
  const isSettled = React.useRef(!autoSelect)
  React.useEffect(() => {
    if (!conversations || isSettled.current) return
    isSettled.current = true
    const [first] = conversations
    if (first && selectedId === null && hasThreadColumn()) select(first.id)
  })

  // The list knows the customer before the conversation has loaded.
  const row = conversations?.find(({ id }) => id === selectedId)
  const known = conversation ? (conversation.contact?.id ?? null) : row?.contact?.id
  const contactId = selectedId === null || (known === undefined && error) ? null : known

  const [isSheetOpen, setSheetOpen] = React.useState(false)
  const [isColumnOpen, setColumnOpen] = React.useState(true)
  const cardOpener = React.useRef<Element>(null)
  if (hasCardColumn && isSheetOpen) setSheetOpen(false)
  const toggleCard = (opener: Element | null) => {
    cardOpener.current = opener
    if (!hasCardColumn) return setSheetOpen(!isSheetOpen)
    setColumnOpen(!isColumnOpen)
    if (document.activeElement?.closest('[data-slot=support-inbox-card]')) focusThread()
  }

  const shared: InboxParts = { conversations, selectedId, select, listActions, listRef, threadRef, searchRef }
  const actions = useInboxActions({ ...shared, afterClose, focusThread })
  const dialogs = useInboxDialogs({ ...shared, getTargets: actions.getTargets, focusThread })
  const [fieldRequest, setFieldRequest] = React.useState<FieldRequest | null>(null)
  const fields = React.useMemo(() => {
    const request = (mode: MessageMode) => {
      const from = document.activeElement
      const isCurrent = () => {
        const { activeElement: active, body } = document
        return active === from || active === body || (threadRef.current?.contains(active) ?? false)
      }
      setFieldRequest({ mode, isCurrent })
    }
    return {
      focusReply: () => request('reply'),
      focusNote: () => request('note'),
      endFieldRequest: () => setFieldRequest(null),
    }
  }, [])
  const bindings = useInboxKeyboard({
    isEnabled: shortcuts,
    overrides: keymap,
    audience,
    actions,
    commands: fields,
    ask: dialogs.ask,
    toggleCard() {
      if (selectedId !== null) toggleCard(document.activeElement)
      return selectedId !== null
    },
    ...shared,
  })

  const selectNext = useLatest(actions.selectNext)
  const commands = React.useMemo<InboxCommands>(
    () => ({
      ...fields,
      fieldRequest,
      willAct: (conversationId, action) => selectNext.current([conversationId], action),
      shortcutOf: (command) => toAriaKeyShortcuts(bindings, command),
    }),
    [fields, fieldRequest, bindings, selectNext],
  )

  const inbox: Inbox = {
    ...dialogs,
    ...focus,
    audience,
    selectedId,
    select,
    filter,
    setFilter,
    query,
    conversations,
    totalCount,
    missingPeople,
    replyTargets,
    contactId,
    actions,
    bindings,
    listActions,
    searchRef,
    isBare,
    hasCardColumn,
    isCardOpen: hasCardColumn ? isColumnOpen : isSheetOpen,
    toggleCard,
    setCardOpen: setSheetOpen,
    restoreCardFocus() {
      const opener = cardOpener.current
      if (opener instanceof HTMLElement) opener.focus()
      // The opener may have disappeared with its conversation.
      if (document.activeElement !== opener) focusThread()
    },
    selectFromCard(conversationId) {
      select(conversationId)
      cardOpener.current = null
      setSheetOpen(false)
    },
  }
  return { inbox, commands, listRef, threadRef, cardRef, rest }
}

/** Returns a ref, and whether its element is in the layout. `false` on the server. */
function useIsShown<T extends Element>(): [ref: React.RefCallback<T>, isShown: boolean] {
  const [isShown, setShown] = React.useState(false)
  const ref = React.useCallback((element: T | null) => {
    if (!element) return
    const observer = new ResizeObserver(() => setShown(element.getClientRects().length > 0))
    // Lists may mount this while sizes are delivered. A new observation would then be an error of the page.
    const frame = requestAnimationFrame(() => observer.observe(element))
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
    }
  }, [])
  return [ref, isShown]
}

/** Returns a key that changes when another user signs in, to remount what keeps texts of the user before. */
function useSessionKey(): number {
  return React.useSyncExternalStore(onSessionEnd, getSession, getSession)
}

export { InboxContext, useInbox, useInboxState, useIsShown, useSessionKey }

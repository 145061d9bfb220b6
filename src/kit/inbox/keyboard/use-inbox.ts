'use client'

import * as React from 'react'
import type { ConversationsQuery, ConversationSummary } from '../../contracts/index.ts'
import { useControlled } from '../../shared/use-controlled.ts'
import { useLatest } from '../../shared/use-latest.ts'
import { useConversation } from '../data/use-conversation.ts'
import { useConversations } from '../data/use-conversations.ts'
import { defaultInboxFilter, type InboxFilter, toQuery } from '../list/inbox-filter.ts'
import { useAutoSelect } from '../list/use-auto-select.ts'
import type { ConversationListHandle } from '../list/use-conversation-rows.ts'
import { useLiveUpdates } from '../live/use-live-updates.ts'
import { createInboxCommands, type InboxCommands } from './inbox-commands.ts'
import { toAriaKeyShortcuts, type KeyBinding, type KeymapOverrides } from './keymap.ts'
import { type InboxActions, useInboxActions } from './use-inbox-actions.ts'
import { type InboxDialogs, useInboxDialogs } from './use-inbox-dialogs.ts'
import { type InboxFocus, useInboxFocus } from './use-inbox-focus.ts'
import { useInboxKeyboard } from './use-inbox-keyboard.ts'
import { useIsShown } from './use-is-shown.ts'

/** Options of {@link useInboxState}: the props of `SupportInbox` that are not about its look. */
export interface InboxOptions {
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
  live?: boolean | undefined
}

/** State of an inbox, for its parts. */
export interface Inbox extends InboxDialogs, InboxFocus {
  audience: 'agent' | 'customer'
  /** Id of the selected conversation. */
  selectedId: string | null
  /** Selects a conversation; `null` returns to the list. */
  select: (conversationId: string | null) => void
  /** The filter of the list. */
  filter: InboxFilter
  /** Changes the filter. */
  setFilter: (filter: InboxFilter) => void
  /** The filter as the query of the list's route. */
  query: Partial<ConversationsQuery>
  /** Rows of the list; `undefined` until they have loaded. */
  conversations: ConversationSummary[] | undefined
  /** Number of conversations that match the filter; `undefined` until known. */
  totalCount: number | undefined
  /** Intercom id of the customer: `undefined` while unknown, `null` if there is none. */
  contactId: string | null | undefined
  /** Actions on conversations. */
  actions: InboxActions
  /** Keys in force. */
  bindings: readonly KeyBinding[]
  /** Handle of the list. */
  listActions: React.RefObject<ConversationListHandle | null>
  /** The search field. */
  searchRef: React.RefObject<HTMLInputElement | null>
  /** Whether there is room for a column of the customer. */
  hasCardColumn: boolean
  /** Whether the customer is shown, in a column or in a sheet. */
  isCardOpen: boolean
  /** Shows or hides the customer. The focus returns to `opener` when the sheet closes. */
  toggleCard: (opener: Element | null) => void
  /** Opens or closes the customer sheet. */
  setCardOpen: (isOpen: boolean) => void
  /** Moves the focus once the customer sheet has closed. */
  restoreCardFocus: () => void
  /** Selects another conversation of the customer and closes the sheet. */
  selectFromCard: (conversationId: string) => void
}

/** Context of the inbox around a component. Read it with {@link useInbox}. */
const InboxContext = React.createContext<Inbox | null>(null)

/** Returns the state of the inbox around a component. */
function useInbox(): Inbox {
  const inbox = React.use(InboxContext)
  if (!inbox) throw new Error('Use this inside <SupportInbox>.')
  return inbox
}

/** The state of an inbox, with the refs of its columns. */
export interface InboxState {
  inbox: Inbox
  commands: InboxCommands
  listRef: React.RefObject<HTMLDivElement | null>
  threadRef: React.RefObject<HTMLDivElement | null>
  cardRef: React.RefCallback<HTMLElement>
}

/**
 * Creates the state of an inbox: provide `inbox` in {@link InboxContext} and `commands` in `InboxCommandsContext`.
 *
 * @param props the options, and any other props: they are returned as `rest`
 */
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
  live = true,
  ...rest
}: Props): InboxState & { rest: Omit<Props, keyof InboxOptions> } {
  useLiveUpdates(live)
  const [selectedId, select] = useControlled(givenId, defaultSelectedId, onSelectedIdChange)
  // Parts of an inbox only ever set whole filters.
  const onSomeFilterChange = onFilterChange as ((filter: Partial<InboxFilter>) => void) | undefined
  const [someFilter, setFilter] = useControlled(givenFilter, defaultFilter, onSomeFilterChange)
  const filter = { ...defaultInboxFilter, ...someFilter }
  const query = toQuery(filter)
  const { conversations, totalCount } = useConversations(query)
  const { data: conversation, error } = useConversation(selectedId)

  const listRef = React.useRef<HTMLDivElement>(null)
  const threadRef = React.useRef<HTMLDivElement>(null)
  const listActions = React.useRef<ConversationListHandle>(null)
  const searchRef = React.useRef<HTMLInputElement>(null)
  const [cardRef, hasCardColumn] = useIsShown<HTMLElement>()
  const focus = useInboxFocus({ selectedId, listRef, threadRef })
  const { focusThread, hasThreadColumn } = focus

  useAutoSelect(autoSelect, conversations, (id) => {
    if (selectedId === null && hasThreadColumn()) select(id)
  })

  // The list knows the customer before the conversation has loaded.
  const row = conversations?.find(({ id }) => id === selectedId)
  const known = conversation ? (conversation.contact?.id ?? null) : row?.contact?.id
  const contactId = selectedId === null || (known === undefined && error) ? null : known

  const [isSheetOpen, setSheetOpen] = React.useState(false)
  const [isColumnOpen, setColumnOpen] = React.useState(true)
  const cardOpener = React.useRef<Element>(null)
  // With a column for the customer, the sheet is not needed.
  if (hasCardColumn && isSheetOpen) setSheetOpen(false)
  const toggleCard = (opener: Element | null) => {
    cardOpener.current = opener
    if (!hasCardColumn) return setSheetOpen(!isSheetOpen)
    setColumnOpen(!isColumnOpen)
    if (document.activeElement?.closest('[data-slot=support-inbox-card]')) focusThread()
  }

  const actions = useInboxActions({ conversations, selectedId, select, afterClose, listActions, threadRef, focusThread })
  const { getTargets } = actions
  const dialogs = useInboxDialogs({ conversations, getTargets, listActions, listRef, focusThread })
  const [parts] = React.useState(createInboxCommands)
  const bindings = useInboxKeyboard({
    isEnabled: shortcuts,
    overrides: keymap,
    audience,
    selectedId,
    select,
    actions,
    commands: parts,
    ask: dialogs.ask,
    toggleCard() {
      if (selectedId !== null) toggleCard(document.activeElement)
      return selectedId !== null
    },
    listActions,
    listRef,
    searchRef,
  })

  const selectNext = useLatest(actions.selectNext)
  const commands = React.useMemo<InboxCommands>(
    () => ({
      ...parts,
      willAct: (conversationId, action) => selectNext.current([conversationId], action),
      shortcutOf: (command) => toAriaKeyShortcuts(bindings, command),
    }),
    [parts, bindings, selectNext],
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
    contactId,
    actions,
    bindings,
    listActions,
    searchRef,
    hasCardColumn,
    isCardOpen: hasCardColumn ? isColumnOpen : isSheetOpen,
    toggleCard,
    setCardOpen: setSheetOpen,
    restoreCardFocus() {
      const opener = cardOpener.current
      if (opener instanceof HTMLElement) opener.focus()
      // The opener may be gone with its conversation.
      if (document.activeElement !== opener) focusThread()
    },
    selectFromCard(conversationId) {
      select(conversationId)
      // The focus goes to the conversation.
      cardOpener.current = null
      setSheetOpen(false)
    },
  }
  return { inbox, commands, listRef, threadRef, cardRef, rest }
}

export { InboxContext, useInbox, useInboxState }

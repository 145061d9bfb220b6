'use client'

import * as React from 'react'
import { Virtualizer, type CustomItemComponentProps, type VirtualizerHandle } from 'virtua'
import { ConversationListMore } from '@/components/intercom/conversation-list-more'
import { ConversationRow } from '@/components/intercom/conversation-row'
import {
  type ConversationListHandle, itemIdOf, placeOf, rowIdOf, useRovingFocus, useRowChecks, useScrollAnchor,
} from 'intercom-v0-kit/inbox'
import type { ConversationSummary } from 'intercom-v0-kit/contracts'
import type { MessageTable } from 'intercom-v0-kit/strings'

// A short list is there whole, for find-in-page and for a screen reader's own list commands.
const ALWAYS_MOUNTED = 50
// The next rows are asked for while there are still these many to scroll through.
const ROWS_AHEAD = 8

const SetSizeContext = React.createContext(-1)

/** A list item that knows its place among all, rendered or not. */
function RowItem({ ref, style, index, children }: CustomItemComponentProps) {
  return (
    <li
      ref={ref}
      // All rows are of one height: one that is not measured yet stands where it belongs, and may be seen and focused.
      // What changes in a row is laid out and painted in that row alone.
      style={{ ...style, visibility: undefined, contain: 'strict' }}
      aria-setsize={React.use(SetSizeContext)}
      aria-posinset={index + 1}
      className="h-24"
    >
      {children}
    </li>
  )
}

/** Props of {@link ConversationRows}. */
interface ConversationRowsProps {
  /** The rows so far, at least one. */
  conversations: ConversationSummary[]
  /** Whom a conversation is assigned to: null for nobody, '' to show nothing, undefined while that is not known. */
  assigneeName: (conversation: ConversationSummary) => string | null | undefined
  /** Who reads them. */
  audience: 'agent' | 'customer' | undefined
  /** How many there are altogether, loaded or not. */
  totalCount: number | undefined
  /** Whether there are more rows to load. */
  hasMore: boolean
  /** Whether more rows are on their way. */
  isLoadingMore: boolean
  /** Whether rows are loaded as the reader comes near the end; else by the button alone. */
  loadsOnScroll: boolean
  /** Loads the next rows. */
  onLoadMore: (() => void) | undefined
  /** The conversation that is open; null for none. */
  selectedId: string | null
  /** A row was chosen, by mouse or keyboard. */
  onSelect: ((id: string, event: React.MouseEvent) => void) | undefined
  /** Makes rows links: gives a conversation's address. */
  hrefFor: ((id: string) => string) | undefined
  /** Whether j and k move as the arrow keys do. */
  shortcuts: boolean
  /** The rows that are checked; undefined where they cannot be. */
  checkedIds: ReadonlySet<string> | undefined
  /** Asks for others to be checked. */
  onCheckedIdsChange: ((ids: ReadonlySet<string>) => void) | undefined
  /** What went wrong with a conversation, by its id. */
  problems: ReadonlyMap<string, string> | undefined
  /** What can be done with the list from outside. */
  actionsRef: React.Ref<ConversationListHandle> | undefined
  /** Other words than the English ones. */
  messages: Partial<MessageTable> | undefined
}

/** The rows of a list: virtual where there are many, one tab stop for all, more of them at the end. */
function ConversationRows({
  conversations,
  assigneeName,
  audience,
  totalCount = 0,
  hasMore,
  isLoadingMore,
  loadsOnScroll,
  onLoadMore,
  selectedId,
  onSelect,
  hrefFor,
  shortcuts,
  checkedIds,
  onCheckedIdsChange,
  problems,
  actionsRef,
  messages,
}: ConversationRowsProps) {
  const rows = React.useRef<VirtualizerHandle>(null)
  const count = conversations.length
  const { ref, tabStop, focusItem, onFocus, onKeyDown } = useRovingFocus<HTMLDivElement>({
    items: conversations,
    preferredId: selectedId,
    letters: shortcuts,
    reveal: (index) => rows.current?.scrollToIndex(index, { align: 'nearest' }),
  })
  useScrollAnchor(conversations, ref, rows)
  const checks = useRowChecks({
    items: conversations,
    checkedIds,
    onCheckedIdsChange,
    startId: selectedId,
    areLinks: hrefFor !== undefined,
    focusItem,
  })

  const focusedId = () => {
    const focused = ref.current?.ownerDocument.activeElement ?? null
    return ref.current?.contains(focused) ? rowIdOf(focused) : null
  }
  React.useImperativeHandle(actionsRef, () => ({
    focusRow(step) {
      const from = placeOf(conversations, focusedId())
      // Who comes from elsewhere arrives beside the row that is open.
      const at = from === -1 ? tabStop : from
      const isArriving = from === -1 && conversations[tabStop]?.id !== selectedId
      focusItem(Math.min(count - 1, Math.max(0, isArriving ? at : at + step)))
    },
    focusId: (id) => focusItem(placeOf(conversations, id)),
    focusedId,
    toggle: checks.toggle,
  }))

  const keepMounted = React.useMemo(
    () => (count <= ALWAYS_MOUNTED ? Array.from({ length: count }, (_, index) => index) : [tabStop]),
    [count, tabStop],
  )

  // Whoever pressed the button, and is still there, goes on at the first new row.
  const more = React.useRef<HTMLButtonElement>(null)
  const continueAt = React.useRef<number>(null)
  const isAtButton = () => more.current !== null && more.current === more.current.ownerDocument.activeElement
  React.useLayoutEffect(() => {
    const index = continueAt.current
    if (index === null || count <= index) return
    continueAt.current = null
    // With the last rows the button goes, and the focus with it.
    const isLost = ref.current?.ownerDocument.activeElement === ref.current?.ownerDocument.body
    if (isAtButton() || isLost) focusItem(index)
  })

  const onScroll = (offset: number) => {
    const list = rows.current
    // The way to the button is a scroll, too: whoever takes it decides there.
    if (!list || !loadsOnScroll || !hasMore || isLoadingMore || isAtButton()) return
    if (list.findItemIndex(offset + list.viewportSize) >= count - ROWS_AHEAD) onLoadMore?.()
  }

  return (
    // The handlers are here and not on each row: so a row is rendered again only when what it shows has changed.
    <div
      ref={ref}
      role="presentation"
      data-slot="conversation-list-scroller"
      data-checking={checks.isChecking || undefined}
      className="group/rows min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none]"
      onFocus={onFocus}
      onMouseDown={(event) => {
        // A range of rows is no selection of their text.
        if (checkedIds && event.shiftKey) event.preventDefault()
      }}
      onKeyDown={(event) => {
        checks.onKeyDown(event)
        onKeyDown(event)
        if (event.key === ' ' && event.target instanceof HTMLAnchorElement) {
          event.preventDefault()
          event.target.click()
        }
      }}
      onClick={(event) => {
        if (checks.onClick(event)) return
        const id = itemIdOf(event.target)
        // What has a tooltip lies above the control: a click on it is meant for the row all the same.
        if (id === null) controlAt(event.target)?.click()
        // With a modifier a link is opened elsewhere: nothing is selected here.
        else if (!(hrefFor && isModified(event))) onSelect?.(id, event)
      }}
    >
      <SetSizeContext value={Math.max(totalCount, count)}>
        <Virtualizer
          ref={rows}
          as="ul"
          item={RowItem}
          data={conversations}
          keepMounted={keepMounted}
          onScroll={onScroll}
        >
          {(conversation, index) => (
            <ConversationRow
              key={conversation.id}
              conversation={conversation}
              assignee={assigneeName(conversation)}
              audience={audience}
              isSelected={conversation.id === selectedId}
              isTabStop={index === tabStop}
              isChecked={checkedIds?.has(conversation.id)}
              problem={problems?.get(conversation.id)}
              href={hrefFor?.(conversation.id)}
              messages={messages}
            />
          )}
        </Virtualizer>
      </SetSizeContext>
      {hasMore ? (
        <ConversationListMore
          ref={more}
          isLoading={isLoadingMore}
          messages={messages}
          onClick={() => {
            continueAt.current = count
            if (!isLoadingMore) onLoadMore?.()
          }}
        />
      ) : null}
    </div>
  )
}

function controlAt(target: EventTarget): HTMLElement | null | undefined {
  const row = target instanceof Element ? target.closest('[data-slot=conversation-row]') : null
  return row?.querySelector<HTMLElement>('[data-item-id]')
}

function isModified(event: React.MouseEvent): boolean {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey
}

export { ConversationRows, type ConversationRowsProps }

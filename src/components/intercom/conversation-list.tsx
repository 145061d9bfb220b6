'use client'

import * as React from 'react'
import {
  ConversationListView,
  type ConversationListHandle,
  type ConversationListKind,
} from '@/components/intercom/conversation-list-view'
import { conversationListMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { type ConversationsFilter, useAdmins, useConversations, useSettledOrder } from 'intercom-v0-kit/inbox'
import type { ConversationSummary } from 'intercom-v0-kit/contracts'

/** Props of {@link ConversationList}. */
interface ConversationListProps extends Omit<React.ComponentProps<'nav'>, 'onSelect' | 'children' | 'ref'> {
  /** Which conversations, in which order. Default: the open ones, the latest message first. */
  filter?: ConversationsFilter
  /** Who reads it: a customer sees their own conversations, and each row says what it is about. Default `agent`. */
  audience?: 'agent' | 'customer'
  /** The conversation that is open, where the app keeps that; null for none. */
  selectedId?: string | null
  /** The conversation that is open at first, where the list keeps that itself. */
  defaultSelectedId?: string | null
  /** A row was chosen, by mouse or keyboard. Of a link, `event.preventDefault()` keeps the browser on the page. */
  onSelect?: (id: string, event: React.MouseEvent) => void
  /** Makes rows links: gives a conversation's address. */
  hrefFor?: (id: string) => string
  /** Whether j and k move through the rows while one has the focus. Default: they do. */
  shortcuts?: boolean
  /** The rows that are checked, by their ids. Give it, and `onCheckedIdsChange`, where rows can be checked. */
  checkedIds?: ReadonlySet<string>
  /** Told which rows the reader wants to have checked. */
  onCheckedIdsChange?: (ids: ReadonlySet<string>) => void
  /** What went wrong with a conversation, by its id: the row says so. */
  problems?: ReadonlyMap<string, string>
  /** What can be done with the list from outside: moving the focus in it. */
  actionsRef?: React.Ref<ConversationListHandle>
  /** Takes the place of the kit's own words where there are no conversations. */
  emptyState?: React.ReactNode
  /** What the list is called among the page's landmarks. Default: Conversations. */
  label?: string
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/**
 * The workspace's conversations, from `GET /api/intercom/conversations`: the latest first, more of them as the reader
 * scrolls. It fills the height of the element that it stands in.
 */
function ConversationList({
  filter,
  selectedId,
  defaultSelectedId = null,
  onSelect,
  messages,
  ...props
}: ConversationListProps) {
  const { totalCount, hasMore, loadMore, isLoadingMore, error, reload, ...list } = useConversations(filter)
  const { conversations, isKept, key } = useKeptRows(list.conversations, filter, error !== undefined)
  const { items, holdProps } = useSettledOrder(conversations, key)
  const [ownSelectedId, setOwnSelectedId] = React.useState(defaultSelectedId)
  const assigneeName = useAssigneeName(messages)

  return (
    <ConversationListView
      listKey={key}
      conversations={items}
      isStale={isKept}
      assigneeName={assigneeName}
      totalCount={totalCount}
      hasMore={hasMore && !isKept}
      isLoadingMore={isLoadingMore}
      error={error}
      onLoadMore={loadMore}
      onRetry={reload}
      selectedId={selectedId === undefined ? ownSelectedId : selectedId}
      onSelect={(id, event) => {
        setOwnSelectedId(id)
        onSelect?.(id, event)
      }}
      kind={kindOf(filter)}
      messages={messages}
      {...holdProps}
      {...props}
    />
  )
}

interface KeptRows {
  key: string
  state: ConversationsFilter['state']
  conversations: ConversationSummary[] | undefined
}

/** The rows of a list; until they are there, those before: of the same state, filtered or sorted in another way. */
function useKeptRows(fetched: ConversationSummary[] | undefined, filter: ConversationsFilter = {}, hasFailed: boolean) {
  const [kept, setKept] = React.useState<KeptRows | null>(null)
  const { state = 'open' } = filter
  const now: KeptRows = { key: JSON.stringify(filter), state, conversations: fetched }
  if (fetched && (kept?.conversations !== fetched || kept.key !== now.key)) setKept(now)
  const isKept = !fetched && !hasFailed && kept?.state === state
  return { ...(isKept ? kept : now), isKept }
}

type AssigneeName = (conversation: ConversationSummary) => string | null | undefined

/** Finds the name of a conversation's admin, else of its team, as soon as the admins are there. */
function useAssigneeName(messages?: Partial<MessageTable>): AssigneeName {
  const t = useMessages('conversationList', conversationListMessages, messages)
  const { data, error } = useAdmins()
  const names = React.useMemo(
    () => data && { admins: namesById(data.admins), teams: namesById(data.teams) },
    [data],
  )
  return ({ admin_assignee_id: adminId, team_assignee_id: teamId }) => {
    // A customer is not told who works on what: there is nothing to show, which is not the same as nobody.
    if (error?.code === 'forbidden') return ''
    if (!names && !error) return undefined
    if (adminId === null && teamId === null) return null
    if (!names) return t('assigned')
    const name = adminId === null ? names.teams.get(teamId ?? '') : names.admins.get(adminId)
    return name ?? t('formerTeammate')
  }
}

function namesById(people: { id: string; name: string }[]): Map<string, string> {
  return new Map(people.map(({ id, name }) => [id, name]))
}

function kindOf({ state = 'open', assignee, contact_id, q }: ConversationsFilter = {}): ConversationListKind {
  return (assignee ?? contact_id ?? q) ? 'filtered' : state
}

export { ConversationList, type ConversationListProps }

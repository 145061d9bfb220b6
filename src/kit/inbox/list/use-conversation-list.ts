'use client'

import * as React from 'react'
import type { ConversationSummary } from '../../contracts/index.ts'
import { useLatest } from '../../shared/use-latest.ts'
import { conversationListStrings, type StringTable, useStrings } from '../../strings/index.ts'
import { useAdmins } from '../data/use-resource.ts'
import { type ConversationsFilter, useConversations } from '../data/use-conversations.ts'
import { useGroups } from './queue.ts'
import { useStableOrder } from './use-stable-order.ts'

/** Kind of list, for its empty state. */
export type ConversationListKind = 'open' | 'snoozed' | 'closed' | 'all' | 'filtered'

interface KeptRows {
  key: string
  state: ConversationsFilter['state']
  conversations: ConversationSummary[] | undefined
}

/** Keeps the last rows while a new filter or order of the same state loads. */
function useKeptRows(fetched: ConversationSummary[] | undefined, filter: ConversationsFilter, hasFailed: boolean) {
  const [kept, setKept] = React.useState<KeptRows | null>(null)
  const { state = 'open' } = filter
  const now: KeptRows = { key: JSON.stringify(filter), state, conversations: fetched }
  if (fetched && (kept?.conversations !== fetched || kept.key !== now.key)) setKept(now)
  const isKept = !fetched && !hasFailed && kept?.state === state
  return { ...(isKept ? kept : now), isKept }
}

const byId = (people: { id: string; name: string }[]) => new Map(people.map(({ id, name }) => [id, name]))

function useAssigneeName(strings: Partial<StringTable> | undefined) {
  const t = useStrings('conversationList', conversationListStrings, strings)
  const { data, error } = useAdmins()
  const names = React.useMemo(() => data && { admins: byId(data.admins), teams: byId(data.teams) }, [data])
  return ({ admin_assignee_id: adminId, team_assignee_id: teamId }: ConversationSummary): string | null | undefined => {
    // Customers may not see assignees, which differs from unassigned.
    if (error?.code === 'forbidden') return ''
    if (!names && !error) return undefined
    if (adminId === null && teamId === null) return null
    if (!names) return t('assigned')
    const name = adminId === null ? names.teams.get(teamId ?? '') : names.admins.get(adminId)
    return name ?? t('formerTeammate')
  }
}

function getKind({ state = 'open', assignee, contact_id: contactId, q }: ConversationsFilter): ConversationListKind {
  return (assignee ?? contactId ?? q) ? 'filtered' : state
}

/** Returns props of `ConversationListView`. Rows keep their order under the pointer, and stay until a new filter loads. */
export function useConversationList(filter: ConversationsFilter = {}, strings?: Partial<StringTable>, groups = false) {
  const { totalCount, hasMore, loadMore, isLoadingMore, error, reload, ...list } = useConversations(filter)
  const { isGrouped, conversations: rows } = useGroups(list, filter, groups)
  const { conversations, isKept, key } = useKeptRows(rows, filter, error !== undefined)
  const { items, holdProps } = useStableOrder(conversations, key)
  const getAssigneeName = useAssigneeName(strings)
  return {
    conversations: items,
    listKey: key,
    isStale: isKept,
    isGrouped,
    kind: getKind(filter),
    state: filter.state ?? 'open',
    assigneeName: getAssigneeName,
    totalCount,
    hasMore: hasMore && !isKept,
    isLoadingMore,
    error,
    onLoadMore: loadMore,
    onRetry: reload,
    ...holdProps,
  }
}

/** Returns an announcement once more rows have loaded. `getText` gets the number of new rows. */
export function useLoadedAnnouncement(count: number, isLoadingMore: boolean, getText: (added: number) => string): string {
  const [announcement, setAnnouncement] = React.useState('')
  const before = React.useRef<number>(null)
  const announce = useLatest((added: number) => setAnnouncement(getText(added)))
  React.useEffect(() => {
    if (isLoadingMore) {
      before.current ??= count
    } else if (before.current !== null) {
      if (count > before.current) announce.current(count - before.current)
      before.current = null
    }
  }, [count, isLoadingMore, announce])
  return announcement
}

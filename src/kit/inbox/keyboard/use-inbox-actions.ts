'use client'

import * as React from 'react'
import { flushSync } from 'react-dom'
import type { ConversationAction, ConversationSummary } from '../../contracts/index.ts'
import { bulkBarMessages, errorStateMessages, getErrorReason, useMessages } from '../../strings/index.ts'
import type { ActionResult } from '../actions/run-actions.ts'
import { useToldActions } from '../actions/use-told-actions.ts'
import type { ConversationListHandle } from '../list/use-conversation-rows.ts'

/** State and elements of an inbox that its hooks share. */
export interface InboxParts {
  /** Rows of the list; `undefined` until they have loaded. */
  conversations: ConversationSummary[] | undefined
  /** Id of the selected conversation; `null` for none. */
  selectedId: string | null
  /** Selects a conversation; `null` returns to the list. */
  select: (conversationId: string | null) => void
  /** Handle of the list. */
  listActions: React.RefObject<ConversationListHandle | null>
  /** Column of the list. */
  listRef: React.RefObject<HTMLDivElement | null>
  /** Column of the selected conversation. It and its thread have `tabIndex={-1}`. */
  threadRef: React.RefObject<HTMLDivElement | null>
  /** The search field. */
  searchRef: React.RefObject<HTMLInputElement | null>
}

interface InboxActionsOptions extends Pick<InboxParts, 'conversations' | 'selectedId' | 'select' | 'listActions' | 'threadRef'> {
  /** Whether the next conversation is selected when the selected one is closed or snoozed. */
  afterClose: 'next' | 'stay'
  /** Focuses the heading of the selected conversation. */
  focusThread: () => void
}

/** Progress and failures of the current bulk action. */
interface BulkState {
  /** `null` unless a bulk action is running. */
  progress: { finished: number; total: number } | null
  /** Errors of the last action, by conversation id. */
  failed: ReadonlyMap<string, Error>
  /** Number of conversations of the last action that failed. */
  attempted: number
  /** Runs again what failed; `null` if nothing did. */
  retryFailed: (() => Promise<void>) | null
  /** Forgets the failures. */
  forgetFailed: () => void
}

/** Result of {@link useInboxActions}. */
export interface InboxActions {
  /** Ids of the checked rows, including rows that the list no longer shows. */
  checkedIds: ReadonlySet<string>
  /** Checks other rows. */
  setCheckedIds: (ids: ReadonlySet<string>) => void
  /** Ids of the checked rows that the list shows, in display order. */
  shownCheckedIds: readonly string[]
  /** Returns the conversations that a command is for: the checked ones, the focused one or the selected one. */
  getTargets: () => readonly string[]
  /** Runs an action on conversations, shows a toast, and selects the next conversation if the selected one goes. */
  act: (conversationIds: readonly string[], action: ConversationAction) => void
  /** Selects and focuses the next conversation if the selected one is among those that an action removes. */
  selectNext: (conversationIds: readonly string[], action: ConversationAction['action']) => void
  /** Progress and failures of the current bulk action. */
  bulk: BulkState
  /** Why the last action on a conversation failed, by conversation id. */
  problems: ReadonlyMap<string, string>
}

const noFailures: Pick<ActionResult, 'failed' | 'total' | 'retry'> = { failed: new Map(), total: 0, retry: null }

/** Returns the first remaining row after the open one, or else the last one before it. */
function getNextId(ids: readonly string[], openId: string, gone: readonly string[]): string | null {
  const place = ids.indexOf(openId)
  const stays = (id: string) => !gone.includes(id)
  return ids.slice(place + 1).find(stays) ?? ids.slice(0, Math.max(0, place)).filter(stays).at(-1) ?? null
}

/** Actions on the conversations of an inbox: by key, in the bulk bar and in dialogs. */
export function useInboxActions({
  conversations,
  selectedId,
  select,
  afterClose,
  listActions,
  threadRef,
  focusThread,
}: InboxActionsOptions): InboxActions {
  const t = useMessages('bulkBar', bulkBarMessages)
  const shortReason = useMessages('errorState', errorStateMessages)
  const [checkedIds, setCheckedIds] = React.useState<ReadonlySet<string>>(() => new Set())
  const [progress, setProgress] = React.useState<BulkState['progress']>(null)
  const [failures, setFailures] = React.useState(noFailures)
  const run = useToldActions({
    onProgress({ finished, total }) {
      if (finished === 0) setFailures(noFailures)
      if (total > 1) setProgress(finished < total ? { finished, total } : null)
    },
    onResult({ done, ...result }) {
      if (result.retry) setFailures(result)
      setCheckedIds((before) => (before.size === 0 ? before : new Set([...before].filter((id) => !done.includes(id)))))
    },
  })

  const ids = React.useMemo(() => conversations?.map(({ id }) => id) ?? [], [conversations])
  const shownCheckedIds = React.useMemo(
    () => (checkedIds.size === 0 ? [] : ids.filter((id) => checkedIds.has(id))),
    [ids, checkedIds],
  )

  const getTargets = () => {
    if (shownCheckedIds.length > 0) return shownCheckedIds
    const target = listActions.current?.focusedId() ?? selectedId
    return target === null ? [] : [target]
  }

  const selectNext: InboxActions['selectNext'] = (gone, action) => {
    const active = document.activeElement
    const focusedId = listActions.current?.focusedId() ?? null
    const isInThread = threadRef.current?.contains(active) ?? false
    const isRemoved = action === 'close' || action === 'snooze'
    const wasSelected = isRemoved && selectedId !== null && gone.includes(selectedId)
    if (wasSelected && afterClose === 'next') {
      const next = getNextId(ids, selectedId, gone)
      // The next conversation must be rendered before it can get the focus.
      flushSync(() => select(next))
      if (isInThread) focusThread()
    }
    if (isRemoved && focusedId !== null && gone.includes(focusedId)) {
      const next = getNextId(ids, focusedId, gone)
      if (next !== null) listActions.current?.focusId(next)
    }
    // The bulk bar disappears with the last checked row.
    if (active?.closest('[data-slot=bulk-bar]')) {
      const last = ids.filter((id) => gone.includes(id)).at(-1)
      const next = isRemoved && last !== undefined ? getNextId(ids, last, gone) : null
      if (next === null) listActions.current?.focusRow(0)
      else listActions.current?.focusId(next)
    }
  }

  const { failed } = failures
  const problems = React.useMemo(
    () => new Map([...failed].map(([id, error]) => [id, t('rowFailed', { reason: shortReason(`${getErrorReason(error)}Title`) })])),
    [failed, shortReason, t],
  )

  return {
    checkedIds,
    setCheckedIds,
    shownCheckedIds,
    getTargets,
    act(conversationIds, action) {
      if (conversationIds.length === 0) return
      selectNext(conversationIds, action.action)
      void run(conversationIds, [action])
    },
    selectNext,
    bulk: {
      progress,
      failed,
      attempted: failures.total,
      retryFailed: failures.retry,
      forgetFailed: () => setFailures(noFailures),
    },
    problems,
  }
}

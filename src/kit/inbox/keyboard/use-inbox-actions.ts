'use client'

import * as React from 'react'
import { flushSync } from 'react-dom'
import type { ConversationAction, ConversationSummary } from '../../contracts/index.ts'
import { conversationListStrings, errorStateStrings, getErrorReason, useStrings } from '../../strings/index.ts'
import type { ActionResult } from '../actions/run-actions.ts'
import { useConversationActions } from '../actions/use-conversation-actions.ts'
import type { ConversationListHandle } from '../list/use-conversation-rows.ts'

export interface InboxParts {
  conversations: ConversationSummary[] | undefined
  selectedId: string | null
  select: (conversationId: string | null) => void
  listActions: React.RefObject<ConversationListHandle | null>
  listRef: React.RefObject<HTMLDivElement | null>
  /** Column of the selected conversation. It and its thread need `tabIndex={-1}`. */
  threadRef: React.RefObject<HTMLDivElement | null>
  searchRef: React.RefObject<HTMLInputElement | null>
}

interface InboxActionsOptions extends Pick<InboxParts, 'conversations' | 'selectedId' | 'select' | 'listActions' | 'threadRef'> {
  afterClose: 'next' | 'stay'
  focusThread: () => void
}

interface BulkState {
  progress: { finished: number; total: number } | null
  failed: ReadonlyMap<string, Error>
  attempted: number
  retryFailed: (() => Promise<void>) | null
  forgetFailed: () => void
}

export interface InboxActions {
  /** Checked rows, including those that the list no longer shows. */
  selectedRowIds: ReadonlySet<string>
  setCheckedIds: (ids: ReadonlySet<string>) => void
  /** Whether all rows show their checkbox. Ends with the last checked row. */
  isSelecting: boolean
  setSelecting: (isSelecting: boolean) => void
  shownCheckedIds: readonly string[]
  /** Returns the checked, the focused or the selected conversations. */
  getTargets: () => readonly string[]
  act: (conversationIds: readonly string[], action: ConversationAction) => void
  /** Selects and focuses the next conversation if the action removes the selected one. */
  selectNext: (conversationIds: readonly string[], action: ConversationAction['action']) => void
  bulk: BulkState
  problems: ReadonlyMap<string, string>
}

const noFailures: Pick<ActionResult, 'failed' | 'total' | 'retry'> = { failed: new Map(), total: 0, retry: null }

function getNextId(ids: readonly string[], openId: string, gone: readonly string[]): string | null {
  const place = ids.indexOf(openId)
  const stays = (id: string) => !gone.includes(id)
  return ids.slice(place + 1).find(stays) ?? ids.slice(0, Math.max(0, place)).filter(stays).at(-1) ?? null
}

export function useInboxActions({
  conversations,
  selectedId,
  select,
  afterClose,
  listActions,
  threadRef,
  focusThread,
}: InboxActionsOptions): InboxActions {
  const t = useStrings('conversationList', conversationListStrings)
  const shortReason = useStrings('errorState', errorStateStrings)
  const [selectedRowIds, setCheckedIds] = React.useState<ReadonlySet<string>>(() => new Set())
  const [isSelecting, setSelecting] = React.useState(false)
  const [progress, setProgress] = React.useState<BulkState['progress']>(null)
  const [failures, setFailures] = React.useState(noFailures)
  const run = useConversationActions({
    onProgress({ finished, total }) {
      if (finished === 0) setFailures(noFailures)
      if (total > 1) setProgress(finished < total ? { finished, total } : null)
    },
    onResult({ done, ...result }) {
      if (result.retry) setFailures(result)
      setSelecting(false)
      setCheckedIds((before) => (before.size === 0 ? before : new Set([...before].filter((id) => !done.includes(id)))))
    },
  })

  const ids = React.useMemo(() => conversations?.map(({ id }) => id) ?? [], [conversations])
  const shownCheckedIds = React.useMemo(
    () => (selectedRowIds.size === 0 ? [] : ids.filter((id) => selectedRowIds.has(id))),
    [ids, selectedRowIds],
  )

  const getTargets = () => {
    if (shownCheckedIds.length > 0) return shownCheckedIds
    const target = listActions.current?.getFocusedId() ?? selectedId
    return target === null ? [] : [target]
  }

  const selectNext: InboxActions['selectNext'] = (gone, action) => {
    const active = document.activeElement
    const focusedId = listActions.current?.getFocusedId() ?? null
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
    // The bulk bar and its copy in the pane disappear with the last checked row.
    if (active?.closest('[data-slot=bulk-bar], [data-slot=inbox-idle-pane]')) {
      const last = ids.filter((id) => gone.includes(id)).at(-1)
      const next = isRemoved && last !== undefined ? getNextId(ids, last, gone) : null
      if (next === null) listActions.current?.focusRow(0)
      else listActions.current?.focusId(next)
    }
  }

  const { failed } = failures
  const problems = React.useMemo(
    () => new Map([...failed].map(([id, error]) => [id, t('notChanged', { reason: shortReason(`${getErrorReason(error)}Title`) })])),
    [failed, shortReason, t],
  )

  return {
    selectedRowIds,
    setCheckedIds(next) {
      setCheckedIds(next)
      if (next.size === 0) setSelecting(false)
    },
    isSelecting,
    setSelecting,
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

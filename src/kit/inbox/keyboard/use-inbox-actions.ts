'use client'

import * as React from 'react'
import { flushSync } from 'react-dom'
import type { ConversationListHandle } from '../list/use-conversation-rows.ts'
import {
  actionToastMessages, actionWords, bulkBarMessages, type DoneWord, errorStateMessages, getErrorReason, lazyPartMessages,
  useLateMessages, useMessages,
} from '../../strings/index.ts'
import { useBulkActions, type BulkActions, type BulkOutcome } from '../actions/use-bulk-actions.ts'
import type { ConversationAction, ConversationSummary } from '../../contracts/index.ts'
import { failureKey } from '../actions/toast-key.ts'
import { toasts } from '../actions/toasts.ts'

/** Options of {@link useInboxActions}. */
export interface InboxActionsOptions {
  /** Rows of the list; `undefined` until they have loaded. */
  conversations: ConversationSummary[] | undefined
  /** Id of the selected conversation. */
  selectedId: string | null
  /** Selects a conversation, or none. */
  select: (conversationId: string | null) => void
  /** Whether the next conversation is selected when the selected one is closed or snoozed. */
  afterClose: 'next' | 'stay'
  /** Handle of the list. */
  listActions: React.RefObject<ConversationListHandle | null>
  /** Column of the selected conversation. */
  threadRef: React.RefObject<HTMLElement | null>
  /** Focuses the heading of the selected conversation. */
  focusThread: () => void
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
  bulk: BulkActions
  /** Why the last action on a conversation failed, by conversation id. */
  problems: ReadonlyMap<string, string>
  /** Retries the failed part of the last bulk action. */
  retryFailed: () => void
}

const loadFailure = () => import('../actions/action-failure.ts')

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
  const toast = useMessages('actionToast', actionToastMessages)
  const getLateMessages = useLateMessages()
  const shortReason = useMessages('errorState', errorStateMessages)
  const bulk = useBulkActions()
  const [checkedIds, setCheckedIds] = React.useState<ReadonlySet<string>>(() => new Set())

  // Load the strings of failures before one happens: then there may be no network.
  React.useEffect(() => void loadFailure().catch(() => {}), [])

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

  const perform = (conversationIds: readonly string[], action: ConversationAction) =>
    void bulk.run(conversationIds, action).then((outcome) => showOutcome(outcome, actionWords[action.action]))

  const showOutcome = (outcome: BulkOutcome, word: DoneWord) => {
    const { done, failed, undo } = outcome
    setCheckedIds((before) => (before.size === 0 ? before : new Set([...before].filter((id) => !done.includes(id)))))
    if (done.length > 0) {
      const onAction = undo && (() => void undo().then((undone) => showOutcome(undone, 'undone')))
      const key = [...done].sort().join(' ')
      const action = onAction ? { label: toast('undo'), isUndo: true, onAction } : undefined
      toasts.show({ key, message: toast(word, { count: done.length }), action }, failureKey(key, word))
    }
    const [failure] = failed
    // Failures of a bulk action are shown in their rows and below the list.
    if (failure && done.length + failed.size === 1) {
      const [id, error] = failure
      const action = word === 'undone' ? undefined : { label: toast('retry'), onAction: () => perform([id], outcome.action) }
      const showFailure = (message: string) => toasts.show({ key: failureKey(id, word), kind: 'error', message, action })
      loadFailure().then(
        ({ actionFailure }) => showFailure(actionFailure(error, word, getLateMessages)),
        () => showFailure(getLateMessages('lazyPart', lazyPartMessages)('failed')),
      )
    }
  }

  const { failed, retryFailed } = bulk
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
      perform(conversationIds, action)
    },
    selectNext,
    bulk,
    problems,
    retryFailed() {
      void retryFailed?.().then((outcome) => showOutcome(outcome, actionWords[outcome.action.action]))
    },
  }
}

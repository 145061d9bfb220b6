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

/** What {@link useInboxWork} takes. */
export interface InboxWorkOptions {
  /** The rows of the list; undefined until they are there. */
  conversations: ConversationSummary[] | undefined
  /** The conversation that is open; null for none. */
  selectedId: string | null
  /** Opens another. */
  select: (conversationId: string | null) => void
  /** What is open when the one that was is put away. */
  afterClose: 'next' | 'stay'
  /** The list. */
  listActions: React.RefObject<ConversationListHandle | null>
  /** The column of the conversation that is open. */
  threadRef: React.RefObject<HTMLElement | null>
  /** Focuses the heading of the conversation that is open. */
  focusThread: () => void
}

/** What {@link useInboxWork} gives. */
export interface InboxWork {
  /** The rows that are selected, those among them that the list does not show now included. */
  checkedIds: ReadonlySet<string>
  /** Selects others. */
  setCheckedIds: (ids: ReadonlySet<string>) => void
  /** Those that are selected and shown, in the order of the list. */
  shownCheckedIds: readonly string[]
  /** The conversations that a command is for: the selected ones, else the one with the focus, else the open one. */
  targets: () => readonly string[]
  /** Does something with conversations, says so, and goes on to the next one where the open one is put away. */
  act: (conversationIds: readonly string[], action: ConversationAction) => void
  /** Goes on to the next conversation where the open one is among those that were put away. */
  goOn: (conversationIds: readonly string[], action: ConversationAction['action']) => void
  /** How far an action on several is, and what failed. */
  bulk: BulkActions
  /** What failed, in words, by conversation. */
  problems: ReadonlyMap<string, string>
  /** Does again what failed. */
  retryFailed: () => void
}

const loadFailure = () => import('../actions/action-failure.ts')

/** The row that follows those that go: the next one after the open one, else the last one before it. */
function nextOf(ids: readonly string[], openId: string, gone: readonly string[]): string | null {
  const place = ids.indexOf(openId)
  const stays = (id: string) => !gone.includes(id)
  return ids.slice(place + 1).find(stays) ?? ids.slice(0, Math.max(0, place)).filter(stays).at(-1) ?? null
}

/** Everything that is done with conversations in an inbox: by key, by the bar of several, in its dialogs. */
export function useInboxWork({
  conversations,
  selectedId,
  select,
  afterClose,
  listActions,
  threadRef,
  focusThread,
}: InboxWorkOptions): InboxWork {
  const t = useMessages('bulkBar', bulkBarMessages)
  const toast = useMessages('actionToast', actionToastMessages)
  const wordsOf = useLateMessages()
  const shortReason = useMessages('errorState', errorStateMessages)
  const bulk = useBulkActions()
  const [checkedIds, setCheckedIds] = React.useState<ReadonlySet<string>>(() => new Set())

  // What says that something failed is there before something does, without a network say.
  React.useEffect(() => void loadFailure().catch(() => {}), [])

  const ids = React.useMemo(() => conversations?.map(({ id }) => id) ?? [], [conversations])
  const shownCheckedIds = React.useMemo(
    () => (checkedIds.size === 0 ? [] : ids.filter((id) => checkedIds.has(id))),
    [ids, checkedIds],
  )

  const targets = () => {
    if (shownCheckedIds.length > 0) return shownCheckedIds
    const target = listActions.current?.focusedId() ?? selectedId
    return target === null ? [] : [target]
  }

  const goOn: InboxWork['goOn'] = (gone, action) => {
    const active = document.activeElement
    const focusedId = listActions.current?.focusedId() ?? null
    const isInThread = threadRef.current?.contains(active) ?? false
    const isPutAway = action === 'close' || action === 'snooze'
    const wasOpen = isPutAway && selectedId !== null && gone.includes(selectedId)
    if (wasOpen && afterClose === 'next') {
      const next = nextOf(ids, selectedId, gone)
      // The focus can only go where the next conversation is already.
      flushSync(() => select(next))
      if (isInThread) focusThread()
    }
    if (isPutAway && focusedId !== null && gone.includes(focusedId)) {
      const next = nextOf(ids, focusedId, gone)
      if (next !== null) listActions.current?.focusId(next)
    }
    // The bar goes with the last row that is selected.
    if (active?.closest('[data-slot=bulk-bar]')) {
      const last = ids.filter((id) => gone.includes(id)).at(-1)
      const next = isPutAway && last !== undefined ? nextOf(ids, last, gone) : null
      if (next === null) listActions.current?.focusRow(0)
      else listActions.current?.focusId(next)
    }
  }

  const perform = (conversationIds: readonly string[], action: ConversationAction) =>
    void bulk.run(conversationIds, action).then((outcome) => tell(outcome, actionWords[action.action]))

  const tell = (outcome: BulkOutcome, word: DoneWord) => {
    const { done, failed, undo } = outcome
    setCheckedIds((before) => (before.size === 0 ? before : new Set([...before].filter((id) => !done.includes(id)))))
    if (done.length > 0) {
      const onAction = undo && (() => void undo().then((undone) => tell(undone, 'undone')))
      const key = [...done].sort().join(' ')
      const action = onAction ? { label: toast('undo'), isUndo: true, onAction } : undefined
      toasts.show({ key, message: toast(word, { count: done.length }), action }, failureKey(key, word))
    }
    const [failure] = failed
    // Several are told of by row, and below the list.
    if (failure && done.length + failed.size === 1) {
      const [id, error] = failure
      const action = word === 'undone' ? undefined : { label: toast('retry'), onAction: () => perform([id], outcome.action) }
      const fail = (message: string) => toasts.show({ key: failureKey(id, word), kind: 'error', message, action })
      loadFailure().then(
        ({ actionFailure }) => fail(actionFailure(error, word, wordsOf)),
        () => fail(wordsOf('lazyPart', lazyPartMessages)('failed')),
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
    targets,
    act(conversationIds, action) {
      if (conversationIds.length === 0) return
      goOn(conversationIds, action.action)
      perform(conversationIds, action)
    },
    goOn,
    bulk,
    problems,
    retryFailed() {
      void retryFailed?.().then((outcome) => tell(outcome, actionWords[outcome.action.action]))
    },
  }
}

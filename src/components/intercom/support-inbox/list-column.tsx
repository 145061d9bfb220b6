'use client'

import { isNarrowed, lazyPart, useInbox, useWanted } from 'intercom-v0-kit/inbox'
import { supportInboxStrings, useStrings } from 'intercom-v0-kit/strings'
import { ConnectionStatus } from '@/components/intercom/connection-status'
import { ConversationList } from '@/components/intercom/conversation-list'
import { InboxToolbar } from '@/components/intercom/support-inbox/toolbar'

// Loaded beside the list by the footer, before the user checks rows.
const loadBulk = () => import('@/components/intercom/support-inbox/bulk')
const BulkBar = lazyPart(async () => (await loadBulk()).BulkBar)
const InboxListFooter = lazyPart(async () => (await loadBulk()).InboxListFooter)
const InboxEmptyState = lazyPart(async () => (await import('@/components/intercom/support-inbox/filters')).InboxEmptyState)

/** Props of {@link InboxListColumn}. */
interface InboxListColumnProps {
  /** Called when the user chooses a conversation. */
  onSelect: (conversationId: string) => void
}

/** Column of the list: toolbar, list, failures of the last bulk action, connection status. */
function InboxListColumn({ onSelect }: InboxListColumnProps) {
  const t = useStrings('supportInbox', supportInboxStrings)
  const { query, filter, audience, conversations, selectedId, actions, listActions, replyTargets } = useInbox()
  const { shownCheckedIds, selectedRowIds, isSelecting, setCheckedIds, problems } = actions
  const isAgent = audience === 'agent'

  const bar = useWanted(shownCheckedIds.length > 0)
  const footer = useWanted(isAgent)
  const isZero = isAgent && filter.state === 'open' && conversations?.length === 0
  const empty = useWanted(isNarrowed(filter) || isZero)

  return (
    <>
      <h2 className="sr-only">{t('list')}</h2>
      <InboxToolbar
        bulkBar={
          bar.isWanted ? (
            // The fallback is as high as the states that it replaces.
            <BulkBar {...bar} fallback={<div className="h-6 shrink-0 pointer-coarse:h-13" />} />
          ) : undefined
        }
      />
      <ConversationList
        filter={query}
        audience={audience}
        groups={isAgent}
        selectedId={selectedId}
        onSelect={onSelect}
        // The inbox handles j and k.
        shortcuts={false}
        handleRef={listActions}
        selectedRowIds={isAgent ? selectedRowIds : undefined}
        isSelecting={isSelecting}
        onSelectedRowIdsChange={isAgent ? setCheckedIds : undefined}
        problems={problems}
        replyTargets={replyTargets}
        emptyState={empty.isWanted ? <InboxEmptyState {...empty} /> : undefined}
        className="min-h-0 flex-1"
      />
      <InboxListFooter {...footer} />
      <ConnectionStatus />
    </>
  )
}

export { InboxListColumn }

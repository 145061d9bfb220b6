'use client'

import * as React from 'react'
import { InboxToolbarView } from '@/components/intercom/inbox-toolbar-view'
import { type InboxFilter, useAdmins, useConversationCounts, useTags } from 'intercom-v0-kit/inbox'
import type { MessageTable } from 'intercom-v0-kit/strings'

/** Props of {@link InboxToolbar}. */
interface InboxToolbarProps extends React.ComponentProps<'div'> {
  /** What is shown. */
  filter: InboxFilter
  /** Asks for something else. */
  onFilterChange: (filter: InboxFilter) => void
  /** Who reads: a customer can search their own conversations, and sees nothing of how the team sorts them. */
  audience?: 'agent' | 'customer'
  /** How many conversations match; undefined while that is not known. */
  resultCount?: number
  /** Escape was pressed in an empty search field. */
  onLeaveSearch?: () => void
  /** The search field. */
  searchRef?: React.RefObject<HTMLInputElement | null>
  /** The key that leads to the search field, for assistive technology. */
  searchShortcut?: string
  /** Takes the place of the states: what can be done with the rows that are chosen. */
  bulkBar?: React.ReactNode
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/**
 * What stands above a list of conversations: search, states with their counts, filters and order. It holds none of
 * that itself: whoever shows the list gives the filter to both.
 */
function InboxToolbar({ filter, audience = 'agent', ...props }: InboxToolbarProps) {
  const isAgent = audience === 'agent'
  const [isOpened, setOpened] = React.useState(false)
  const needsTags = isAgent && (isOpened || filter.tagId !== null)
  const admins = useAdmins()
  const tags = useTags(needsTags)
  const counts = useConversationCounts(isAgent)

  const isLacking = (!admins.data && admins.error) || (needsTags && !tags.data && tags.error)
  const retry = () => {
    if (!admins.data) admins.reload()
    if (!tags.data) tags.reload()
  }

  return (
    <InboxToolbarView
      filter={filter}
      audience={audience}
      counts={counts.data}
      choices={{ admins: admins.data, tags: tags.data?.tags }}
      onRetryChoices={isLacking ? retry : undefined}
      onOpenChoices={() => setOpened(true)}
      {...props}
    />
  )
}

export { InboxToolbar, type InboxToolbarProps }

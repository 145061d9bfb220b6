'use client'

import { LoaderCircle } from 'lucide-react'
import type * as React from 'react'
import { conversationListMessages, type MessageTable, useMessages } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'

/** Props of {@link ConversationListMore}. */
interface ConversationListMoreProps {
  /** The button. */
  ref: React.Ref<HTMLButtonElement>
  /** Whether more rows are on their way. */
  isLoading: boolean
  /** Asks for more. */
  onClick: () => void
  /** Other words than the English ones. */
  messages: Partial<MessageTable> | undefined
}

/** The way to more rows for those who do not scroll. It stays in its place, and focused, while they load. */
function ConversationListMore({ ref, isLoading, messages, onClick }: ConversationListMoreProps) {
  const t = useMessages('conversationList', conversationListMessages, messages)
  return (
    <div data-slot="conversation-list-more" className="flex h-14 items-center justify-center">
      <Button type="button" ref={ref} variant="ghost" size="sm" aria-disabled={isLoading} onClick={onClick} className="pointer-coarse:h-10">
        {isLoading ? <LoaderCircle aria-hidden="true" className="motion-safe:animate-spin" /> : null}
        {t(isLoading ? 'loadingMore' : 'loadMore')}
      </Button>
    </div>
  )
}

export { ConversationListMore, type ConversationListMoreProps }

'use client'

import * as React from 'react'
import type { ConversationSummary } from '../../contracts/index.ts'

/**
 * Opens the first conversation of a list, once: a reader who has left a conversation wants to see the list.
 *
 * @param isWanted false does nothing
 * @param conversations the list; undefined until it is there
 * @param select opens the first one, if it should
 */
export function useAutoSelect(
  isWanted: boolean,
  conversations: ConversationSummary[] | undefined,
  select: (conversationId: string) => void,
): void {
  const isSettled = React.useRef(!isWanted)
  React.useEffect(() => {
    if (!conversations || isSettled.current) return
    isSettled.current = true
    const [first] = conversations
    if (first) select(first.id)
  })
}

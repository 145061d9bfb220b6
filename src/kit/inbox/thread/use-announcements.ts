'use client'

import * as React from 'react'
import type { Author, Part } from '../../contracts/index.ts'
import { toPlainText } from '../../rich-text/index.ts'
import { getAuthorName, conversationThreadStrings, isolateDirection, useStrings } from '../../strings/index.ts'
import type { OutboxMessage } from '../composer/outbox.ts'
import { isWrittenBy, getMessagesAfter } from './group-parts.ts'

const SPOKEN_LENGTH = 200

/** Returns an announcement of new messages by others: the text, or their number if several arrive at once. */
export function useNewMessageAnnouncement(parts: readonly Part[], viewer: Author): string {
  const t = useStrings('conversationThread', conversationThreadStrings)
  const [announcement, announce] = React.useState('')
  const lastId = React.useRef(parts.at(-1)?.id)
  React.useEffect(() => {
    const added = getMessagesAfter(parts, lastId.current).filter(({ author }) => !isWrittenBy(author, viewer))
    lastId.current = parts.at(-1)?.id
    const [first] = added
    if (!first) return
    announce(
      added.length > 1
        ? t('announceMany', { count: added.length })
        : t(first.kind === 'note' ? 'announceNote' : 'announceMessage', {
            name: isolateDirection(getAuthorName(first.author, t)),
            text: toPlainText(first.body).slice(0, SPOKEN_LENGTH),
          }),
    )
  }, [parts, viewer, t])
  return announcement
}

/** Returns an announcement of a sent message. A failure is an alert on the message itself. */
export function useSentAnnouncement(pending: readonly OutboxMessage[]): string {
  const t = useStrings('conversationThread', conversationThreadStrings)
  const [announcement, announce] = React.useState('')
  const before = React.useRef(pending)
  React.useEffect(() => {
    const left = before.current.filter(({ id }) => !pending.some((message) => message.id === id))
    before.current = pending
    // Only failed messages are discarded.
    const sent = left.filter(({ delivery }) => delivery === 'sending' || delivery === 'waiting').at(-1)
    if (sent) announce(t(sent.mode === 'note' ? 'noteSent' : 'sent'))
    else if (pending.length > 0) announce('')
  }, [pending, t])
  return announcement
}

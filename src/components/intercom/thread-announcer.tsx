'use client'

import * as React from 'react'
import { authorName, isolate, type ThreadWords } from 'intercom-v0-kit/strings'
import type { Author, Part } from 'intercom-v0-kit/contracts'
import { isBy, type OutboxMessage, writtenAfter } from 'intercom-v0-kit/inbox'
import { plainText } from 'intercom-v0-kit/rich-text'

/** Characters of a new message that are read aloud. */
const SPOKEN_LENGTH = 200

/** Tells those who cannot see it what is added at the end, several at once as their number. */
function ThreadAnnouncer({ parts, viewer, t }: { parts: Part[]; viewer: Author; t: ThreadWords }) {
  const [announcement, announce] = React.useState('')
  const lastId = React.useRef(parts.at(-1)?.id)
  React.useEffect(() => {
    // What the reader sends is told by how it fares.
    const added = writtenAfter(parts, lastId.current).filter(({ author }) => !isBy(author, viewer))
    lastId.current = parts.at(-1)?.id
    const [first] = added
    if (!first) return
    announce(
      added.length > 1
        ? t('announceMany', { count: added.length })
        : t(first.kind === 'note' ? 'announceNote' : 'announceMessage', {
            name: isolate(authorName(first.author, t)),
            text: plainText(first.body).slice(0, SPOKEN_LENGTH),
          }),
    )
  }, [parts, viewer, t])
  return (
    <p role="status" className="sr-only">
      {announcement}
    </p>
  )
}

/** Tells that a message was sent. Why one was not is said where it stands. */
function DeliveryAnnouncer({ pending, t }: { pending: readonly OutboxMessage[]; t: ThreadWords }) {
  const [announcement, announce] = React.useState('')
  const before = React.useRef(pending)
  React.useEffect(() => {
    const left = before.current.filter(({ id }) => !pending.some((message) => message.id === id))
    before.current = pending
    // What was given up had failed.
    const sent = left.filter(({ delivery }) => delivery === 'sending' || delivery === 'waiting').at(-1)
    if (sent) announce(t(sent.mode === 'note' ? 'noteSent' : 'sent'))
    else if (pending.length > 0) announce('')
  }, [pending, t])
  return (
    <p role="status" className="sr-only">
      {announcement}
    </p>
  )
}

export { DeliveryAnnouncer, ThreadAnnouncer }

import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css'
import { Avatar, Message, MessageList } from '@chatscope/chat-ui-kit-react'
import DOMPurify from 'dompurify'
import * as React from 'react'
import { getInitials } from '@/kit/strings/initials'
import { formatTime } from '@/kit/strings/format-time'
import type { RawPart, ThreadState } from './data.ts'
import { createReactThread } from './variant.tsx'

const picture = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"/%3E'

/** Shows the author and the time, like the kit. */
const Part = React.memo(function Part({ part, clean }: { part: RawPart; clean: (html: string) => string }) {
  return (
    <Message
      model={{
        type: 'html',
        direction: part.author.type === 'admin' ? 'outgoing' : 'incoming',
        position: 'single',
        sender: part.author.name ?? '',
        payload: clean(part.body),
      }}
    >
      <Avatar src={picture} name={getInitials(part.author.name ?? '')} />
      <Message.Header sender={part.author.name ?? ''} sentTime={formatTime(part.created_at, { locale: 'en', timeZone: 'UTC' })} />
    </Message>
  )
})

function thread(clean: (html: string) => string) {
  return createReactThread(({ raw }: ThreadState) => (
    <MessageList style={{ height: '100%' }}>
      {raw.map((part) => <Part key={part.id} part={part} clean={clean} />)}
    </MessageList>
  ))
}

export const rawHtml = thread((html) => html)
export const purified = thread((html) => DOMPurify.sanitize(html))

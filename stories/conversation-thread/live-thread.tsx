import * as React from 'react'
import { ConversationThreadView } from '@/components/intercom/conversation-thread'
import { Button } from '@/components/ui/button'
import type { Part } from 'intercom-v0-kit/contracts'
import { NOW } from '../../mocks/data/clock.ts'
import { conversation, event, buildParts, message, note, people, teammates, text } from './parts.ts'

// Leave numbers below it for older messages.
const FIRST = 1000

/** Renders a thread with buttons that add parts, to test the scroll position. */
export function LiveThread({ count }: { count: number }) {
  const [parts, setParts] = React.useState<Part[]>(() => buildParts(count, FIRST))
  const [added, setAdded] = React.useState(0)
  const [first, setFirst] = React.useState(FIRST)

  const append = (...make: ((id: string) => Part)[]) => {
    setParts([...parts, ...make.map((one, index) => one(`live-${added + index}`))])
    setAdded(added + make.length)
  }
  const writes = (words: string[]) => (id: string) => message({ id, created_at: NOW, body: text(...words) })
  const lines = Array.from({ length: 40 }, () => 'One line of a long message.')
  const asks = writes(['Hello?'])
  const notes = (id: string) => note({ id, created_at: NOW, body: text('Be quick.') })
  const snoozes = (id: string) => event({ id, created_at: NOW, author: people.tom, part_type: 'snoozed' })

  return (
    <div className="flex h-dvh flex-col">
      <div className="flex flex-wrap gap-2 border-b bg-muted p-2">
        <Button size="sm" variant="outline" onClick={() => append(writes(['Are you still there?']))}>
          Customer writes
        </Button>
        <Button size="sm" variant="outline" onClick={() => append(asks, asks, asks)}>
          Three at once
        </Button>
        <Button size="sm" variant="outline" onClick={() => append(writes(lines))}>
          A long message
        </Button>
        <Button size="sm" variant="outline" onClick={() => append(notes, snoozes)}>
          A note and an event
        </Button>
        <Button
          size="sm"
          variant="outline"
          onClick={() => {
            setParts([...buildParts(30, first - 30), ...parts])
            setFirst(first - 30)
          }}
        >
          Older ones come
        </Button>
        <Button size="sm" variant="outline" onClick={() => setParts(parts.slice(3))}>
          Oldest three go
        </Button>
        <Button size="sm" variant="outline" onClick={() => setParts(structuredClone(parts))}>
          Fetched again
        </Button>
      </div>
      <ConversationThreadView conversation={conversation(parts)} teammates={teammates} className="min-h-0 flex-1" />
    </div>
  )
}

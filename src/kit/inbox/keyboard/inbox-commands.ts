'use client'

import * as React from 'react'
import { useLatest } from '../../shared/use-latest.ts'
import type { ConversationAction } from '../../contracts/index.ts'
import type { CommandId } from './keymap.ts'

/** What the parts of an inbox can be told to do. Each part provides what it can. */
interface InboxCommandHandlers {
  /** Goes to the field for an answer to the customer. */
  focusReply?: (() => void) | undefined
  /** Goes to the field for a note to the team. */
  focusNote?: (() => void) | undefined
}

/** How the parts of an inbox tell each other what to do. */
interface InboxCommands {
  /** Goes to the field for an answer, now or as soon as there is one. */
  focusReply: () => void
  /** Goes to the field for a note, now or as soon as there is one. */
  focusNote: () => void
  /**
   * Says that somebody is about to act on a conversation with a control of its own: the inbox goes on to the next one
   * where that puts the open one away. Call it before the action, while the list has the conversation.
   */
  willAct: (conversationId: string, action: ConversationAction['action']) => void
  /** The key of a command, for `aria-keyshortcuts` and for a tooltip; undefined where it has none. */
  shortcutOf: (command: CommandId) => string | undefined
  /** Offers to do something. Gives what withdraws the offer. */
  provide: (handlers: InboxCommandHandlers) => () => void
}

/** Milliseconds for which a field is waited for that is not there yet: its conversation may have to be loaded. */
const PATIENCE = 5_000

/** Makes what the parts of one inbox offer, and what is asked of them. */
function createInboxCommands(): Pick<InboxCommands, 'focusReply' | 'focusNote' | 'provide'> {
  const offers = new Set<InboxCommandHandlers>()
  let wanted: keyof InboxCommandHandlers | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function run(name: keyof InboxCommandHandlers): void {
    clearTimeout(timer)
    wanted = null
    const offer = [...offers].filter((handlers) => handlers[name]).at(-1)
    if (offer) return offer[name]?.()
    wanted = name
    timer = setTimeout(() => {
      wanted = null
    }, PATIENCE)
  }

  return {
    focusReply: () => run('focusReply'),
    focusNote: () => run('focusNote'),
    provide(handlers) {
      offers.add(handlers)
      if (wanted && handlers[wanted]) run(wanted)
      return () => offers.delete(handlers)
    },
  }
}

const nobody: InboxCommands = {
  focusReply: () => {},
  focusNote: () => {},
  willAct: () => {},
  shortcutOf: () => undefined,
  provide: () => () => {},
}

/** The commands of the inbox around. Outside of one they do nothing. */
const InboxCommandsContext = React.createContext(nobody)

/** The commands of the inbox around; outside of one they do nothing. */
function useInboxCommands(): InboxCommands {
  return React.use(InboxCommandsContext)
}

/** Offers to do something for the inbox around, as long as the component is there. */
function useProvideCommands({ focusReply, focusNote }: InboxCommandHandlers): void {
  const { provide } = useInboxCommands()
  const latest = useLatest({ focusReply, focusNote })
  const [canReply, canNote] = [focusReply !== undefined, focusNote !== undefined]
  React.useEffect(
    () =>
      provide({
        ...(canReply && { focusReply: () => latest.current.focusReply?.() }),
        ...(canNote && { focusNote: () => latest.current.focusNote?.() }),
      }),
    [provide, canReply, canNote, latest],
  )
}

export {
  createInboxCommands,
  InboxCommandsContext,
  useInboxCommands,
  useProvideCommands,
  type InboxCommandHandlers,
  type InboxCommands,
}

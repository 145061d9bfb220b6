'use client'

import * as React from 'react'
import type { ConversationAction } from '../../contracts/index.ts'
import type { MessageMode } from '../composer/drafts.ts'
import type { CommandId } from './keymap.ts'

/** A field that the user wants to write in. */
export interface FieldRequest {
  mode: MessageMode
  /** Whether the user is still waiting for the field, and has not moved the focus elsewhere. */
  isCurrent: () => boolean
}

/** Commands between the parts of an inbox. */
export interface InboxCommands {
  /** Focuses the field for a reply, now or as soon as it is rendered. */
  focusReply: () => void
  /** Focuses the field for a note, now or as soon as it is rendered. */
  focusNote: () => void
  /** The field that waits for the focus; `null` for none. */
  fieldRequest: FieldRequest | null
  /** Ends the request for a field. */
  endFieldRequest: () => void
  /**
   * Selects the next conversation if an action removes the selected one. Call it before the action, while the list still has
   * the conversation.
   */
  willAct: (conversationId: string, action: ConversationAction['action']) => void
  /** Returns the key of a command for `aria-keyshortcuts`; `undefined` if it has none. */
  shortcutOf: (command: CommandId) => string | undefined
}

const ignore = () => {}

/** Context of the commands of an inbox. Outside of an inbox they do nothing. */
export const InboxCommandsContext = React.createContext<InboxCommands>({
  focusReply: ignore,
  focusNote: ignore,
  fieldRequest: null,
  endFieldRequest: ignore,
  willAct: ignore,
  shortcutOf: ignore as () => undefined,
})

/** Returns the commands of the inbox around a component. Outside of an inbox they do nothing. */
export function useInboxCommands(): InboxCommands {
  return React.use(InboxCommandsContext)
}

/** Functions that focus the fields of a composer. */
interface ComposerFields {
  /** Focuses the field for a reply to the customer. */
  focusReply?: (() => void) | undefined
  /** Focuses the field for a note to the team. */
  focusNote?: (() => void) | undefined
}

/** Focuses the fields of a composer when the user asks for them by key. */
export function useProvideCommands({ focusReply, focusNote }: ComposerFields): void {
  const { fieldRequest, endFieldRequest } = useInboxCommands()
  React.useLayoutEffect(() => {
    const focus = fieldRequest?.mode === 'note' ? focusNote : focusReply
    if (!fieldRequest || !focus) return
    endFieldRequest()
    if (fieldRequest.isCurrent()) focus()
  })
}

'use client'

import * as React from 'react'
import type { ConversationAction } from '../../contracts/index.ts'
import type { MessageMode } from '../composer/drafts.ts'
import type { CommandId } from './keymap.ts'

/** A request to focus a field of the composer, now or as soon as it is rendered. */
export interface FieldRequest {
  mode: MessageMode
  /** Whether the user is still waiting for the field, and has not moved the focus elsewhere. */
  isCurrent: () => boolean
}

/** Commands between the parts of an inbox. */
export interface InboxCommands {
  focusReply: () => void
  focusNote: () => void
  fieldRequest: FieldRequest | null
  endFieldRequest: () => void
  /** Selects the next conversation if an action removes the selected one. Call it before the action. */
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

/** Returns the commands of the inbox around a component. */
export function useInboxCommands(): InboxCommands {
  return React.use(InboxCommandsContext)
}

interface ComposerFields {
  focusReply?: (() => void) | undefined
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

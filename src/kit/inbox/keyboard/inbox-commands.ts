'use client'

import * as React from 'react'
import type { ConversationAction } from '../../contracts/index.ts'
import type { MessageMode } from '../composer/drafts.ts'
import type { CommandId } from './keymap.ts'

export interface FieldRequest {
  mode: MessageMode
  /** Whether the user still waits for the field and has not moved the focus. */
  isCurrent: () => boolean
}

export interface InboxCommands {
  focusReply: () => void
  focusNote: () => void
  fieldRequest: FieldRequest | null
  endFieldRequest: () => void
  /** Selects the next conversation if the action removes the selected one. Call it before the action. */
  willAct: (conversationId: string, action: ConversationAction['action']) => void
  shortcutOf: (command: CommandId) => string | undefined
}

const ignore = () => {}

/** Commands of the surrounding inbox. Outside of an inbox they do nothing. */
export const InboxCommandsContext = React.createContext<InboxCommands>({
  focusReply: ignore,
  focusNote: ignore,
  fieldRequest: null,
  endFieldRequest: ignore,
  willAct: ignore,
  shortcutOf: ignore as () => undefined,
})

/** Returns the commands of the surrounding inbox. */
export function useInboxCommands(): InboxCommands {
  return React.use(InboxCommandsContext)
}

interface ComposerFields {
  focusReply?: (() => void) | undefined
  focusNote?: (() => void) | undefined
}

/** Focuses composer fields when the user presses their key. */
export function useProvideCommands({ focusReply, focusNote }: ComposerFields): void {
  const { fieldRequest, endFieldRequest } = useInboxCommands()
  React.useLayoutEffect(() => {
    const focus = fieldRequest?.mode === 'note' ? focusNote : focusReply
    if (!fieldRequest || !focus) return
    endFieldRequest()
    if (fieldRequest.isCurrent()) focus()
  })
}

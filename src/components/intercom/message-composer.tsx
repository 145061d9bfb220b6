'use client'

import * as React from 'react'
import { type MessageTable, useNow } from 'intercom-v0-kit/strings'
import { MessageComposerView } from '@/components/intercom/message-composer-view'
import {
  drafts, type MessageMode, type SavedReply, useAdmins, useConversation, useDraft, useIsOnline, useSendMessage,
  useToldActions, useUnsavedWarning,
} from 'intercom-v0-kit/inbox'

/** What a {@link MessageComposer} can be told to do. */
interface MessageComposerHandle {
  /** Takes the keyboard to the field, for a reply or a note. */
  focus: (mode: MessageMode) => void
}

/** Props of {@link MessageComposer}. */
interface MessageComposerProps extends Omit<React.ComponentProps<'form'>, 'onSubmit' | 'onClose'> {
  /** The conversation that is written in. Give it as `key`, too: each conversation begins with a reply. */
  conversationId: string
  /** Who writes: a customer writes no notes, and closes nothing. Default: what the routes say of who is signed in. */
  audience?: 'agent' | 'customer'
  /** Whether Enter sends, and Shift+Enter makes a line. Ctrl or Cmd with Enter always sends. */
  sendOnEnter?: boolean
  /** Answers to begin with. `{name}` and `{first_name}` are filled in. */
  savedReplies?: readonly SavedReply[]
  /** A reply was sent to close the conversation, which is closed now. Called before that shows. */
  onClose?: () => void
  /** For a keymap: takes the keyboard here. */
  handleRef?: React.Ref<MessageComposerHandle>
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/**
 * The place to answer a conversation. What is written is kept until it is sent; what was sent stands in the thread at
 * once, and stays there with a way to try again if it fails.
 */
function MessageComposer({ conversationId, audience: given, onClose, handleRef, ...props }: MessageComposerProps) {
  const { error } = useAdmins()
  const audience = given ?? (error?.code === 'forbidden' ? 'customer' : 'agent')
  const { data: conversation } = useConversation(conversationId)
  const { pending, send } = useSendMessage(conversationId)
  const tell = useToldActions()
  const now = useNow()
  const isOnline = useIsOnline()
  const fieldRef = React.useRef<HTMLTextAreaElement>(null)
  // Where only a note was begun, that is what is gone on with.
  const [mode, setMode] = React.useState<MessageMode>(() =>
    !drafts.get(conversationId, 'reply').text && drafts.get(conversationId, 'note').text
      ? 'note'
      : 'reply',
  )
  const written = audience === 'agent' ? mode : 'reply'
  const [draft, change] = useDraft(conversationId, written)
  useUnsavedWarning(pending.length > 0)

  React.useImperativeHandle(handleRef, () => ({
    focus(next) {
      setMode(next)
      fieldRef.current?.focus()
    },
  }), [])

  return (
    <MessageComposerView
      audience={audience}
      mode={written}
      onModeChange={setMode}
      draft={draft}
      onDraftChange={change}
      onSend={({ andClose }) => {
        const close = () => {
          onClose?.()
          void tell(conversationId, [{ action: 'close' }])
        }
        send(written, now ?? 0, andClose ? close : undefined)
      }}
      customerName={conversation?.contact?.name ?? null}
      isClosed={conversation?.state === 'closed'}
      isOnline={isOnline}
      fieldRef={fieldRef}
      {...props}
    />
  )
}

export { MessageComposer, type MessageComposerHandle, type MessageComposerProps }

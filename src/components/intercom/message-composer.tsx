'use client'

import * as React from 'react'
import { type ComposerData, type MessageMode, type SavedReply, useComposer, useComposerForm } from 'intercom-v0-kit/inbox'
import { messageComposerStrings, type StringTable, StringsProvider, useStrings } from 'intercom-v0-kit/strings'
import {
  ComposerAttach, ComposerAttachments, ComposerContext, ComposerCount, ComposerDropArea, ComposerField, ComposerHint,
  ComposerMode, ComposerNotes, ComposerProblems, ComposerSavedReplies, ComposerSend, ComposerSendAndClose,
} from '@/components/intercom/message-composer/parts'
import { TooltipProvider } from '@/components/ui/tooltip'
import { cn } from '@/lib/utils'

/** Imperative handle of a {@link MessageComposer}. */
interface MessageComposerHandle {
  /** Focuses the field, for a reply or a note. */
  focus: (mode: MessageMode) => void
}

interface CommonProps {
  /**
   * Whether Enter sends and Shift+Enter adds a line. Ctrl or Cmd with Enter always sends.
   * @default false
   */
  sendOnEnter?: boolean | undefined
  /** Replies to start from. `{name}` and `{first_name}` are filled in. */
  savedReplies?: readonly SavedReply[] | undefined
  /** Overrides for the default strings. */
  strings?: Partial<StringTable> | undefined
}

/** Props of {@link MessageComposer}. */
interface MessageComposerProps extends Omit<React.ComponentProps<'form'>, 'onSubmit' | 'onClose'>, CommonProps {
  /** Id of the conversation. Give it as `key` as well: each conversation starts with a reply. */
  conversationId: string
  /**
   * Role of the user. Customers can't write notes or close conversations.
   * @default the role of the signed-in user
   */
  audience?: 'agent' | 'customer' | undefined
  /** Called when a reply was sent to close the conversation, before the conversation shows as closed. */
  onClose?: (() => void) | undefined
  /** Handle for a keymap: focuses the field. */
  handleRef?: React.Ref<MessageComposerHandle> | undefined
}

/** Props of {@link MessageComposerView}. */
interface MessageComposerViewProps extends Omit<React.ComponentProps<'form'>, 'onSubmit'>, CommonProps, ComposerData {
  /** Ref of the field. */
  fieldRef?: React.RefObject<HTMLTextAreaElement | null> | undefined
}

/**
 * The form that answers a conversation. Drafts are kept until they are sent. A sent message is in the thread at once,
 * and stays there with a way to retry if it fails.
 */
function MessageComposer({ conversationId, audience, onClose, handleRef, ...props }: MessageComposerProps) {
  const composer = useComposer(conversationId, { audience, onClose })
  const fieldRef = React.useRef<HTMLTextAreaElement>(null)
  const { onModeChange } = composer

  React.useImperativeHandle(handleRef, () => ({
    focus(mode) {
      onModeChange(mode)
      fieldRef.current?.focus()
    },
  }), [onModeChange])

  return <MessageComposerView {...composer} fieldRef={fieldRef} {...props} />
}

/** {@link MessageComposer} from data. Rearrange, add or remove its parts here. */
function MessageComposerView({
  audience = 'agent', mode, onModeChange, draft, onDraftChange, onSend, customerName = null, isClosed = false,
  isOnline = true, sendOnEnter = false, savedReplies = [], fieldRef, strings, className, ...props
}: MessageComposerViewProps) {
  const t = useStrings('messageComposer', messageComposerStrings, strings)
  const form = useComposerForm({ draft, onDraftChange, onSend, customerName, sendOnEnter, fieldRef })
  const id = React.useId()
  return (
    <StringsProvider component="messageComposer" strings={strings}>
      <ComposerContext value={{ form, audience, mode, onModeChange, customerName, isClosed, isOnline, sendOnEnter, id }}>
        <TooltipProvider>
          <form
            aria-label={t('label')}
            data-slot="message-composer"
            data-mode={mode}
            noValidate
            {...form.formProps}
            className={cn(
              'relative flex shrink-0 flex-col gap-2 border-t px-4 pt-2 pb-3 *:mx-auto *:w-full *:max-w-184',
              mode === 'note' ? 'border-status-note/50 bg-status-note-surface' : 'bg-background',
              className,
            )}
            {...props}
          >
            <div data-slot="composer-header" className="flex min-h-8 flex-wrap items-center gap-x-2">
              <ComposerMode />
              <ComposerHint />
            </div>
            <ComposerField />
            <ComposerAttachments />
            <ComposerProblems />
            <ComposerNotes />
            <div data-slot="composer-toolbar" className="flex flex-wrap items-center gap-1">
              <ComposerAttach className="-ms-2 pointer-coarse:-ms-3" />
              <ComposerSavedReplies replies={savedReplies} />
              <ComposerCount />
              {/* They stay together if they need a line of their own. */}
              <div className="ms-auto flex flex-wrap items-center justify-end gap-1">
                <ComposerSendAndClose />
                <ComposerSend />
              </div>
            </div>
            <ComposerDropArea />
          </form>
        </TooltipProvider>
      </ComposerContext>
    </StringsProvider>
  )
}

export {
  MessageComposer, type MessageComposerHandle, type MessageComposerProps, MessageComposerView, type MessageComposerViewProps,
}

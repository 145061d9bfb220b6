'use client'

import { CloudOff, LockKeyhole, Reply } from 'lucide-react'
import * as React from 'react'
import {
  type ComposerData, lazyPart, type MessageMode, type SavedReply, useComposer, useComposerForm,
} from 'intercom-v0-kit/inbox'
import {
  composerWords, isolate, messageComposerMessages, type MessageTable, MessagesProvider, useMessages,
} from 'intercom-v0-kit/strings'
import { ComposerAttachments } from '@/components/intercom/message-composer/composer-attachments'
import { ComposerToolbar } from '@/components/intercom/message-composer/composer-toolbar'
import { Textarea } from '@/components/ui/textarea'
import { cn } from '@/lib/utils'

const SavedRepliesDialog = lazyPart(
  async () => (await import('@/components/intercom/message-composer/saved-replies-dialog')).SavedRepliesDialog,
)

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
  messages?: Partial<MessageTable> | undefined
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

/** A composer from data. */
function MessageComposerView({
  audience = 'agent', mode, onModeChange, draft, onDraftChange, onSend, customerName = null, isClosed = false,
  isOnline = true, sendOnEnter = false, savedReplies = [], fieldRef, messages, className, ...props
}: MessageComposerViewProps) {
  const t = useMessages('messageComposer', messageComposerMessages, messages)
  const form = useComposerForm({ draft, onDraftChange, onSend, customerName, sendOnEnter, fieldRef })
  const { canSend, charactersLeft: left, files, refused } = form
  const [isChoosing, setChoosing] = React.useState(false)
  const id = React.useId()

  const isNote = mode === 'note'
  const isAgent = audience === 'agent'
  const words = composerWords[isAgent ? mode : 'customer']

  return (
    <MessagesProvider component="messageComposer" messages={messages}>
      <form
        aria-label={t('label')}
        data-slot="message-composer"
        data-mode={mode}
        noValidate
        {...form.formProps}
        className={cn(
          'relative flex shrink-0 flex-col gap-2 border-t px-4 pt-2 pb-3 *:mx-auto *:w-full *:max-w-184',
          isNote ? 'border-status-note/50 bg-status-note-surface' : 'bg-background',
          className,
        )}
        {...props}
      >
        <div className="flex min-h-8 flex-wrap items-center gap-x-2">
          {isAgent ? <ComposerMode mode={mode} onModeChange={onModeChange} /> : null}
          <p
            id={`${id}hint`}
            role="status"
            className={cn('min-w-0 flex-1 basis-32 text-xs/4', isNote ? 'text-status-note' : 'text-muted-foreground')}
          >
            <span className="line-clamp-2 wrap-anywhere [unicode-bidi:plaintext]">
              {t(words.hint, { name: isolate(customerName ?? t('customerFallback')) })}
            </span>
          </p>
        </div>
        <Textarea
          rows={2}
          aria-label={t(words.field)}
          aria-describedby={`${id}hint ${id}notes`}
          aria-invalid={left !== null && left < 0}
          placeholder={t(words.placeholder)}
          {...form.fieldProps}
          className={cn('max-h-[40dvh] min-h-16 resize-none bg-background [unicode-bidi:plaintext]', isNote && 'border-status-note/50')}
        />
        {files.length > 0 ? <ComposerAttachments files={files} onRemove={form.removeFile} /> : null}
        {refused.length > 0 ? (
          <div role="alert" className="text-xs text-destructive">
            <ul>
              {refused.map(({ key, name, problem }) => (
                <li key={key}>{t(problem, { name: isolate(name) })}</li>
              ))}
            </ul>
          </div>
        ) : null}
        <p id={`${id}notes`} role="status" className="flex flex-col gap-1 text-xs text-muted-foreground empty:hidden">
          {isOnline ? null : (
            <span className="flex items-center gap-1.5">
              <CloudOff aria-hidden="true" className="size-3.5 shrink-0" />
              {t('offline')}
            </span>
          )}
          {isClosed && !isNote ? <span>{t(isAgent ? 'closed' : 'closedForCustomer')}</span> : null}
        </p>
        <ComposerToolbar
          sendLabel={t(words.send)}
          canSend={canSend}
          sendOnEnter={sendOnEnter}
          charactersLeft={left}
          onFiles={form.addFiles}
          onSavedReplies={savedReplies.length > 0 ? () => setChoosing(true) : undefined}
          onSendAndClose={isAgent && !isNote && !isClosed ? () => form.send(true) : undefined}
        />
        {form.isDropping ? (
          <p className="pointer-events-none absolute inset-1 flex w-auto! max-w-none! items-center justify-center rounded-md border-2 border-dashed border-primary bg-background text-sm font-medium">
            {t('dropHere')}
          </p>
        ) : null}
        <SavedRepliesDialog
          isWanted={isChoosing}
          onWantedChange={setChoosing}
          open={isChoosing}
          onOpenChange={setChoosing}
          replies={savedReplies}
          onChoose={form.insertReply}
          onFocusReturn={form.focus}
        />
      </form>
    </MessagesProvider>
  )
}

const modes = [
  { mode: 'reply', icon: Reply },
  { mode: 'note', icon: LockKeyhole },
] as const

/** Reply or note: radio buttons, each with an icon and a label. */
function ComposerMode({ mode: current, onModeChange }: Pick<ComposerData, 'mode' | 'onModeChange'>) {
  const t = useMessages('messageComposer', messageComposerMessages)
  const name = React.useId()
  return (
    <fieldset data-slot="composer-mode" className="flex shrink-0 gap-0.5">
      <legend className="sr-only">{t('mode')}</legend>
      {modes.map(({ mode, icon: Icon }) => (
        <label
          key={mode}
          data-state={mode === current ? 'checked' : 'unchecked'}
          className={cn(
            'relative flex h-7 items-center gap-1.5 rounded-md border border-transparent px-2 text-xs font-medium text-muted-foreground',
            'hover:text-foreground pointer-coarse:h-10 has-focus-visible:ring-[3px] has-focus-visible:ring-ring/40',
            'has-focus-visible:outline-2 has-focus-visible:outline-ring',
            mode === current && 'border-border bg-background text-foreground shadow-xs forced-colors:forced-color-adjust-none',
            mode === current && 'forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]',
            mode === current && mode === 'note' && 'text-status-note hover:text-status-note',
          )}
        >
          <input
            type="radio"
            name={name}
            value={mode}
            checked={mode === current}
            onChange={() => onModeChange(mode)}
            className="absolute inset-0 size-full cursor-default appearance-none opacity-0"
          />
          <Icon aria-hidden="true" className={cn('size-3.5 shrink-0', mode === 'reply' && 'rtl:-scale-x-100')} />
          {t(mode)}
        </label>
      ))}
    </fieldset>
  )
}

export {
  MessageComposer, type MessageComposerHandle, type MessageComposerProps, MessageComposerView, type MessageComposerViewProps,
}

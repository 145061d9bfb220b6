'use client'

import { CloudOff } from 'lucide-react'
import * as React from 'react'
import { ComposerAttachments } from '@/components/intercom/composer-attachments'
import { ComposerMode } from '@/components/intercom/composer-mode'
import { ComposerToolbar } from '@/components/intercom/composer-toolbar'
import {
  type CheckedFiles, checkFiles, type Draft, fillReply, lazyPart, MAX_MESSAGE, type MessageMode, messageText,
  type SavedReply, useGrowingField,
} from 'intercom-v0-kit/inbox'
import {
  composerWords, isolate, messageComposerMessages, type MessageTable, useMessages,
} from 'intercom-v0-kit/strings'
import { Textarea } from '@/components/ui/textarea'
import { cn } from '@/lib/utils'

const SavedRepliesDialog = lazyPart(
  async () => (await import('@/components/intercom/saved-replies-dialog')).SavedRepliesDialog,
)

/** Characters before the limit from which on those left are counted aloud. */
const NEAR_LIMIT = 500

/** Props of {@link MessageComposerView}. */
interface MessageComposerViewProps extends Omit<React.ComponentProps<'form'>, 'onSubmit'> {
  /** Who writes: a customer writes no notes, and closes nothing. */
  audience?: 'agent' | 'customer'
  /** A reply, which the customer reads, or a note, which teammates alone read. */
  mode: MessageMode
  /** Asks for the other. */
  onModeChange: (mode: MessageMode) => void
  /** What was written so far. */
  draft: Draft
  /** Told of everything that is written, added or taken away. */
  onDraftChange: (change: Partial<Draft>) => void
  /** Sends the draft; with `andClose` the conversation is closed afterwards. */
  onSend: (options: { andClose: boolean }) => void
  /** The customer's name; null where it is not known. */
  customerName?: string | null
  /** Whether the conversation is closed: what becomes of it is said. */
  isClosed?: boolean
  /** Whether there is a network. */
  isOnline?: boolean
  /** Whether Enter sends, and Shift+Enter makes a line. Ctrl or Cmd with Enter always sends. */
  sendOnEnter?: boolean
  /** Answers to begin with. */
  savedReplies?: readonly SavedReply[]
  /** The field. */
  fieldRef?: React.RefObject<HTMLTextAreaElement | null>
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** The place to write a reply or a note, from data. */
function MessageComposerView({
  audience = 'agent',
  mode,
  onModeChange,
  draft,
  onDraftChange,
  onSend,
  customerName = null,
  isClosed = false,
  isOnline = true,
  sendOnEnter = false,
  savedReplies = [],
  fieldRef: givenRef,
  messages,
  className,
  ...props
}: MessageComposerViewProps) {
  const t = useMessages('messageComposer', messageComposerMessages, messages)
  const ownRef = React.useRef<HTMLTextAreaElement>(null)
  const fieldRef = givenRef ?? ownRef
  const id = React.useId()
  const [refused, setRefused] = React.useState<CheckedFiles['refused']>([])
  const [isDropping, setDropping] = React.useState(false)
  // Undefined until the saved replies were wanted.
  const [isChoosing, setChoosing] = React.useState(false)
  useGrowingField(fieldRef, draft.text)

  const isNote = mode === 'note'
  const isAgent = audience === 'agent'
  const text = messageText(draft.text)
  const left = MAX_MESSAGE - text.length
  const canSend = left >= 0 && (text !== '' || draft.files.length > 0)
  const words = composerWords[isAgent ? mode : 'customer']
  const hint = t(words.hint, { name: isolate(customerName ?? t('customerFallback')) })

  const send = (andClose = false) => {
    if (!canSend) return
    setRefused([])
    onSend({ andClose })
    fieldRef.current?.focus()
  }
  const addFiles = (added: readonly File[]) => {
    if (added.length === 0) return
    const { files, refused: rest } = checkFiles(draft.files, added)
    setRefused(rest)
    if (files.length > draft.files.length) onDraftChange({ files })
  }
  const insert = ({ body }: SavedReply) => {
    const { selectionStart = draft.text.length, selectionEnd = selectionStart } = fieldRef.current ?? {}
    const reply = fillReply(body, customerName)
    const end = selectionStart + reply.length
    onDraftChange({ text: draft.text.slice(0, selectionStart) + reply + draft.text.slice(selectionEnd) })
    // After React has put it there.
    requestAnimationFrame(() => fieldRef.current?.setSelectionRange(end, end))
  }

  return (
    <form
      aria-label={t('label')}
      data-slot="message-composer"
      data-mode={mode}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setDropping(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false)
      }}
      onDrop={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setDropping(false)
        addFiles([...event.dataTransfer.files])
      }}
      className={cn(
        'relative flex shrink-0 flex-col gap-2 border-t px-4 pt-2 pb-3 *:mx-auto *:w-full *:max-w-184',
        isNote ? 'border-status-note/50 bg-status-note-surface' : 'bg-background',
        className,
      )}
      {...props}
    >
      <div className="flex min-h-8 flex-wrap items-center gap-x-2">
        {isAgent ? <ComposerMode mode={mode} onModeChange={onModeChange} t={t} /> : null}
        <p
          id={`${id}hint`}
          role="status"
          className={cn('min-w-0 flex-1 basis-32 text-xs/4', isNote ? 'text-status-note' : 'text-muted-foreground')}
        >
          <span className="line-clamp-2 wrap-anywhere [unicode-bidi:plaintext]">{hint}</span>
        </p>
      </div>
      <Textarea
        ref={fieldRef}
        rows={2}
        aria-label={t(words.field)}
        aria-describedby={`${id}hint ${id}notes`}
        aria-invalid={left < 0}
        placeholder={t(words.placeholder)}
        value={draft.text}
        onChange={(event) => onDraftChange({ text: event.target.value })}
        onPaste={(event) => {
          const files = [...event.clipboardData.files]
          // What comes from a table or a text has a picture of itself beside the text.
          if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return
          event.preventDefault()
          addFiles(files)
        }}
        onKeyDown={(event) => {
          // Enter that ends the composing of a character sends nothing.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return
          const isModified = event.ctrlKey || event.metaKey
          if (!isModified && (!sendOnEnter || event.shiftKey || event.altKey)) return
          event.preventDefault()
          if (!event.repeat) send()
        }}
        className={cn('max-h-[40dvh] min-h-16 resize-none bg-background [unicode-bidi:plaintext]', isNote && 'border-status-note/50')}
      />
      {draft.files.length > 0 ? (
        <ComposerAttachments
          files={draft.files}
          onRemove={(index) => {
            onDraftChange({ files: draft.files.filter((_, at) => at !== index) })
            setRefused([])
            fieldRef.current?.focus()
          }}
          t={t}
        />
      ) : null}
      {refused.length > 0 ? (
        <div role="alert" className="text-xs text-destructive">
          <ul>
            {refused.map(({ name, problem }, index) => (
              <li key={`${index} ${name}`}>{t(problem, { name: isolate(name) })}</li>
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
        count={
          left > NEAR_LIMIT ? null : (
            <span className={left < 0 ? 'text-destructive' : undefined}>
              {t(left < 0 ? 'tooLong' : 'charactersLeft', { count: Math.abs(left) })}
            </span>
          )
        }
        onFiles={addFiles}
        onSavedReplies={savedReplies.length > 0 ? () => setChoosing(true) : undefined}
        onSendAndClose={isAgent && !isNote && !isClosed ? () => send(true) : undefined}
        t={t}
      />
      {isDropping ? (
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
        onChoose={insert}
        onFocusReturn={() => fieldRef.current?.focus()}
        t={t}
      />
    </form>
  )
}

export { MessageComposerView, type MessageComposerViewProps }

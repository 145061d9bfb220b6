'use client'

import { CloudOff, File as FileIcon, LockKeyhole, Paperclip, Reply, X } from 'lucide-react'
import * as React from 'react'
import type { ComposerData, ComposerForm } from 'intercom-v0-kit/inbox'
import {
  channelStrings, composerStrings, formatFileSize, isolateDirection, isPicture, messageComposerStrings, useLocale, useStrings,
} from 'intercom-v0-kit/strings'
import { IconButton, type IconButtonProps } from '@/components/intercom/shared/icon-button'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/textarea'
import { cn } from '@/lib/utils'

/** State that the parts of a composer share. */
interface ComposerState extends Required<Pick<ComposerData, 'audience' | 'mode' | 'onModeChange' | 'customerName' | 'isClosed' | 'isOnline'>>,
  Pick<ComposerData, 'channel' | 'customerEmail' | 'isUndelivered'> {
  form: ComposerForm
  /** Conversation to find saved replies and articles for; `null` without Intercom. */
  conversationId: string | null
  /** Whether there are saved replies or articles to find. */
  hasFinder: boolean
  /** Whether Enter sends by itself. */
  sendOnEnter: boolean
  /** Id of the hint and the notes, which describe the field. */
  id: string
}

/** State of the composer around a part. */
const ComposerContext = React.createContext<ComposerState | null>(null)

/** Returns the state of the composer around a part, its strings, and which of them the mode uses. */
function useComposerState() {
  const t = useStrings('messageComposer', messageComposerStrings)
  const state = React.use(ComposerContext)
  if (!state) throw new Error('Use this inside <MessageComposer>.')
  const isNote = state.mode === 'note'
  const words = composerStrings[state.audience === 'agent' ? state.mode : 'customer']
  return { ...state, t, isNote, words }
}

const modes = [
  { mode: 'reply', icon: Reply },
  { mode: 'note', icon: LockKeyhole },
] as const

/** First line of the dock: the mode, and who will see the message. Hidden while the dock is folded. */
function ComposerHeader({ className, ...props }: React.ComponentProps<'div'>) {
  return (
    <div
      data-slot="composer-header"
      className={cn('flex min-h-10 flex-wrap items-center gap-x-2 px-2 pt-1 max-sm:group-data-[state=folded]/dock:hidden', className)}
      {...props}
    />
  )
}

/** Reply or note, as radio buttons. Customers can't write notes: nothing. */
function ComposerMode({ className, ...props }: React.ComponentProps<'fieldset'>) {
  const { t, audience, mode: current, onModeChange } = useComposerState()
  const name = React.useId()
  if (audience !== 'agent') return null
  return (
    <fieldset data-slot="composer-mode" className={cn('flex shrink-0 gap-0.5', className)} {...props}>
      <legend className="sr-only">{t('mode')}</legend>
      {modes.map(({ mode, icon: Icon }) => (
        <label
          key={mode}
          data-state={mode === current ? 'checked' : 'unchecked'}
          className={cn(
            'relative flex h-7 items-center gap-1.5 rounded-md px-2 text-sm font-medium text-muted-foreground',
            'hover:text-foreground pointer-coarse:h-10 has-focus-visible:ring-[3px] has-focus-visible:ring-ring/40',
            'has-focus-visible:outline-2 has-focus-visible:outline-ring',
            mode === current && 'bg-accent text-foreground forced-colors:forced-color-adjust-none',
            mode === current && 'forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]',
            mode === current && mode === 'note' && 'bg-card text-status-note hover:text-status-note',
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

/** Says who will see the message. */
function ComposerHint({ className, ...props }: React.ComponentProps<'p'>) {
  const { t, id, isNote, words, customerName } = useComposerState()
  return (
    <p
      id={`${id}hint`}
      role="status"
      data-slot="composer-hint"
      className={cn('min-w-0 flex-1 basis-32 px-1 text-end text-xs/4', isNote ? 'text-status-note' : 'text-muted-foreground', className)}
      {...props}
    >
      <span className="line-clamp-2 wrap-anywhere [unicode-bidi:plaintext]">
        {t(words.hint, { name: isolateDirection(customerName ?? t('customerFallback')) })}
      </span>
    </p>
  )
}

const networks: ReadonlySet<string | undefined> = new Set(['facebook', 'instagram', 'twitter', 'whatsapp'])

/** Names the channel of a reply, unless it is the Messenger. */
function usePlaceholder(): string {
  const { t, words, audience, isNote, channel, customerName, customerEmail } = useComposerState()
  const getChannelName = useStrings('channel', channelStrings)
  const name = isolateDirection((channel === 'email' && customerEmail) || customerName || t('customerFallback'))
  if (isNote || audience !== 'agent' || !channel) return t(words.placeholder)
  if (channel === 'email') return t('replyByEmail', { name })
  if (channel === 'sms') return t('replyBySms', { name })
  return networks.has(channel) ? t('replyOn', { name, channel: getChannelName(channel) }) : t(words.placeholder)
}

/** Text field of the message. The dock around it shows its focus. */
function ComposerField({ className, ...props }: React.ComponentProps<typeof Textarea>) {
  const { t, id, words, form } = useComposerState()
  const { charactersLeft, fieldProps } = form
  return (
    <Textarea
      rows={2}
      aria-label={t(words.field)}
      aria-describedby={`${id}hint ${id}notes`}
      aria-invalid={charactersLeft !== null && charactersLeft < 0}
      placeholder={usePlaceholder()}
      className={cn(
        'max-h-[40dvh] min-h-16 resize-none border-0 bg-transparent shadow-none [unicode-bidi:plaintext] focus-visible:ring-0 focus-visible:outline-0',
        'max-sm:group-data-[state=folded]/dock:max-h-10.5 max-sm:group-data-[state=folded]/dock:min-h-10.5 max-sm:group-data-[state=folded]/dock:flex-1 max-sm:group-data-[state=folded]/dock:py-2 max-sm:group-data-[state=folded]/dock:placeholder:truncate',
        className,
      )}
      {...props}
      {...fieldProps}
    />
  )
}

/** Attached files, each with a button that removes it. */
function ComposerAttachments({ className, ...props }: React.ComponentProps<'ul'>) {
  const { t, form } = useComposerState()
  const { locale } = useLocale()
  if (form.files.length === 0) return null
  return (
    <ul aria-label={t('attachments')} data-slot="composer-attachments" className={cn('flex flex-wrap gap-1.5 px-3 pb-2', className)} {...props}>
      {form.files.map(({ key, file }, index) => (
        <li
          key={key}
          className="flex max-w-72 min-w-0 items-center gap-2 rounded-md border bg-card py-1 ps-1.5 pe-1 text-foreground"
        >
          <Thumbnail file={file} />
          <span className="flex min-w-0 flex-1 flex-col text-xs/4">
            <FileName name={file.name} />
            <span className="text-muted-foreground">{formatFileSize(file.size, locale)}</span>
          </span>
          <Button
            type="button"
            variant="ghost"
            size="icon-sm"
            aria-label={t('remove', { name: isolateDirection(file.name) })}
            onClick={() => form.removeFile(index)}
            className="size-6 pointer-coarse:size-10"
          >
            <X aria-hidden="true" className="size-3.5" />
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** The extension tells the kind of a file: it stays visible however little room there is. */
function FileName({ name }: { name: string }) {
  const extension = /\.\w{1,8}$/.exec(name)?.[0] ?? ''
  const hasStem = extension.length < name.length
  return (
    <span dir="ltr" className="flex max-w-full self-start font-medium">
      <PlainText text={hasStem ? name.slice(0, name.length - extension.length) : name} max={120} className="truncate" />
      {hasStem && extension ? <PlainText text={extension} className="shrink-0" /> : null}
    </span>
  )
}

/** `next/image` can't load a file that is not uploaded yet. */
const Img = 'img'

function Thumbnail({ file }: { file: File }) {
  const show = React.useCallback(
    (image: HTMLImageElement | null) => {
      if (!image) return
      const address = URL.createObjectURL(file)
      image.src = address
      return () => URL.revokeObjectURL(address)
    },
    [file],
  )
  return isPicture({ content_type: file.type }) ? (
    <Img ref={show} alt="" className="size-8 shrink-0 rounded-sm object-cover" />
  ) : (
    <FileIcon aria-hidden="true" className="m-1 size-5 shrink-0 text-muted-foreground" />
  )
}

/** Files that could not be attached, with the reasons. */
function ComposerProblems({ className, ...props }: React.ComponentProps<'div'>) {
  const { t, form } = useComposerState()
  if (form.refused.length === 0) return null
  return (
    <div role="alert" data-slot="composer-problems" className={cn('px-3 pb-2 text-xs text-destructive', className)} {...props}>
      <ul>
        {form.refused.map(({ key, name, problem }) => (
          <li key={key}>{t(problem, { name: isolateDirection(name) })}</li>
        ))}
      </ul>
    </div>
  )
}

/** Says that the user is offline, that the reply won't arrive, that placeholders are left, or that the conversation is closed. */
function ComposerNotes({ className, ...props }: React.ComponentProps<'p'>) {
  const { t, id, isNote, audience, isUndelivered, isClosed, isOnline, form } = useComposerState()
  const placeholders = audience === 'agent' ? form.placeholders : []
  return (
    <p
      id={`${id}notes`}
      role="status"
      data-slot="composer-notes"
      className={cn('order-last flex basis-full flex-col gap-1 px-3 pb-2 text-xs text-muted-foreground empty:hidden sm:order-none group-data-[state=open]/dock:order-none', className)}
      {...props}
    >
      {isOnline ? null : (
        <span className="flex items-center gap-1.5 text-status-waiting">
          <CloudOff aria-hidden="true" className="size-3.5 shrink-0" />
          {t('offline')}
        </span>
      )}
      {isUndelivered && !isNote ? <span className="text-status-waiting">{t('undelivered')}</span> : null}
      {placeholders.length > 0 ? (
        <span data-slot="composer-placeholders" className="text-status-waiting wrap-anywhere">
          {t('placeholders', { count: placeholders.length, names: placeholders.map(isolateDirection).join(' ') })}
        </span>
      ) : null}
      {isClosed && !isNote ? <span>{t(audience === 'agent' ? 'closed' : 'closedForCustomer')}</span> : null}
    </p>
  )
}

/** Attaches files. */
function ComposerAttach(props: Omit<IconButtonProps, 'label' | 'onClick'>) {
  const { t, form } = useComposerState()
  const fileRef = React.useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={fileRef}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={t('attach')}
        onChange={(event) => {
          form.addFiles([...(event.target.files ?? [])])
          // Reset, so that a removed file can be chosen again.
          event.target.value = ''
        }}
      />
      <IconButton label={t('attach')} onClick={() => fileRef.current?.click()} {...props}>
        <Paperclip aria-hidden="true" />
      </IconButton>
    </>
  )
}

/** Last line of the dock: tools at the start, actions and Send at the end. Folded, only the actions are left. */
function ComposerFooter({ className, ...props }: React.ComponentProps<'div'>) {
  const { isNote } = useComposerState()
  return (
    <div
      data-slot="composer-footer"
      className={cn(
        'flex flex-wrap items-center gap-1 rounded-b-[inherit] border-t p-2',
        isNote ? 'border-status-note/30' : 'bg-canvas/50',
        'max-sm:group-data-[state=folded]/dock:border-0 max-sm:group-data-[state=folded]/dock:bg-transparent max-sm:group-data-[state=folded]/dock:py-px max-sm:group-data-[state=folded]/dock:ps-0 max-sm:group-data-[state=folded]/dock:pe-1',
        className,
      )}
      {...props}
    />
  )
}

/** Attachments and saved replies. Hidden while the dock is folded. */
function ComposerTools({ className, ...props }: React.ComponentProps<'div'>) {
  return <div data-slot="composer-tools" className={cn('flex items-center gap-1 max-sm:group-data-[state=folded]/dock:hidden', className)} {...props} />
}

/** The number of characters left near the limit. */
function ComposerCount({ className, ...props }: React.ComponentProps<'p'>) {
  const { t, form } = useComposerState()
  const left = form.charactersLeft
  if (left === null) return null
  return (
    <p
      data-slot="composer-count"
      className={cn('grow px-1.5 text-end text-xs tabular-nums', left < 0 ? 'text-destructive' : 'text-muted-foreground', className)}
      {...props}
    >
      {t(left < 0 ? 'tooLong' : 'charactersLeft', { count: Math.abs(left) })}
    </p>
  )
}

/** Covers the composer while files are dragged over it. */
function ComposerDropArea({ className, ...props }: React.ComponentProps<'p'>) {
  const { t, form } = useComposerState()
  if (!form.isDropping) return null
  return (
    <p
      data-slot="composer-drop-area"
      className={cn(
        'pointer-events-none absolute inset-1 flex items-center justify-center rounded-md border-2 border-dashed border-primary bg-card text-sm font-medium',
        className,
      )}
      {...props}
    >
      {t('dropHere')}
    </p>
  )
}

export {
  ComposerAttach, ComposerAttachments, ComposerContext, ComposerCount, ComposerDropArea, ComposerField, ComposerFooter,
  ComposerHeader, ComposerHint, ComposerMode, ComposerNotes, ComposerProblems, ComposerTools,
  useComposerState,
}
